// A SCORM platform of our own, and courses that begin in it.
import { page } from './world.mjs';

export const VERSIONS = {
  scorm12: {
    object: 'API', levels: 7, names: ['LMSInitialize', 'LMSFinish', 'LMSCommit', 'LMSGetValue', 'LMSSetValue', 'LMSGetLastError'],
    status: 'cmi.core.lesson_status', mode: 'cmi.core.lesson_mode', fresh: 'not attempted', location: 'cmi.core.lesson_location',
    exit: 'cmi.core.exit', time: 'cmi.core.session_time', answer: ['id', 'type', 'time', 'student_response', 'result'], further: [],
  },
  scorm2004: {
    object: 'API_1484_11', levels: 500, names: ['Initialize', 'Terminate', 'Commit', 'GetValue', 'SetValue', 'GetLastError'],
    status: 'cmi.completion_status', mode: 'cmi.mode', fresh: 'unknown', location: 'cmi.location', exit: 'cmi.exit',
    time: 'cmi.session_time', answer: ['id', 'type', 'description', 'timestamp', 'learner_response', 'result'],
    further: ['cmi.progress_measure'],
  },
};
export const both = Object.entries(VERSIONS);

// A platform that writes down what it is asked, and when. `ill` may answer in its place.
export function platform({ names, status, mode, fresh }, ill = () => undefined) {
  const calls = [];
  const values = { [status]: fresh, [mode]: 'normal' };
  const kinds = ['initialize', 'terminate', 'commit', 'get', 'set', 'error'];
  const answers = { get: key => values[key] ?? '', set: (key, value) => { values[key] = value; return 'true'; }, error: () => '0' };
  const api = { values, calls, clock: { now: 0 } };
  kinds.forEach((kind, at) => {
    api[names[at]] = (key, value) => {
      const said = ill(kind, key, value);
      calls.push({ kind, key, value, at: api.clock.now, said });
      return said ?? answers[kind]?.(key, value) ?? 'true';
    };
  });
  api.all = (kind, key) => calls.filter(it => it.kind === kind && (!key || it.key === key));
  return api;
}

// Windows within one another, the innermost first; what belongs to another origin lets nobody look into it.
export function within(...windows) {
  windows.forEach((win, at) => Object.assign(win, { parent: windows[at + 1] ?? win, opener: win.opener ?? null, top: windows.at(-1) }));
  return windows.map(win => win.isForeign ? new Proxy(win, {
    get(of, name) {
      if (!['parent', 'opener', 'top'].includes(name)) throw new DOMException('blocked', 'SecurityError');
      return of[name];
    },
  }) : win).map((win, at, all) => {
    const inner = windows[at];
    inner.parent = all[at + 1] ?? win;
    inner.top = all.at(-1);
    return win;
  })[0];
}

export const plain = count => Array.from({ length: count }, () => ({}));

// A course in a window; it has begun once `restore` has come back.
export async function course(standard, window, api) {
  const open = await page('scorm.js', (clock, document) => {
    document.documentElement.dataset.course = standard;
    if (api) api.clock = clock;
    return { globals: { window } };
  });
  const restored = open.restore();
  return Object.assign(open, { restored });
}

export async function begun(standard, api) {
  const open = await course(standard, within({ [VERSIONS[standard].object]: api }), api);
  open.progress = await open.restored;
  return open;
}

// As Moodle does: only what is another value than before is sent, and what could not be sent counts as sent. Where the page
// is hidden or left, nobody learns that it could not.
// Begins with what an earlier visit has left.
export function forgetful(version, left = {}) {
  const table = { ...left };
  let known = {};
  const all = () => ({ ...api.values });
  const api = platform(version, kind => {
    if (kind !== 'commit' && kind !== 'terminate') return undefined;
    const now = all();
    const changed = Object.entries(now).filter(([key, value]) => known[key] !== value);
    known = now;
    if (api.fails?.shift() ?? api.isIll) return api.isBlind ? undefined : 'false';
    Object.assign(table, Object.fromEntries(changed));
    return undefined;
  });
  Object.assign(api.values, left);
  const ids = Object.keys(left).filter(key => key.endsWith('.id'));
  if (ids.length) api.values['cmi.interactions._count'] = String(ids.length);
  known = all();
  return Object.assign(api, { table });
}
