// Reports to a SCORM 1.2 or 2004 platform what the app tells its page: progress, answers, completion and the verdict;
// never passed, failed or a score. A platform that is absent or fails costs the report, not the questionnaire.
import { disconnected, note, warn } from './course.js';

const twoDigits = number => String(number).padStart(2, '0');

const DIALECTS = {
  scorm12: {
    object: 'API',
    levels: 7,
    calls: {
      initialize: 'LMSInitialize', terminate: 'LMSFinish', commit: 'LMSCommit',
      get: 'LMSGetValue', set: 'LMSSetValue', error: 'LMSGetLastError',
    },
    room: 4096,
    // Moodle takes a session that ends without a status for a completed one, a preview too.
    browsed: 'browsed',
    forgets: true,
    status: 'cmi.core.lesson_status',
    mode: 'cmi.core.lesson_mode',
    location: 'cmi.core.lesson_location',
    exit: 'cmi.core.exit',
    spent: 'cmi.core.session_time',
    response: 'student_response',
    when: 'time',
    // Responses of a choice are single characters here.
    option: option => option === 'does-not-apply' ? 'n' : String(option ?? ''),
    clock: now => [now.getHours(), now.getMinutes(), now.getSeconds()].map(twoDigits).join(':'),
    span: seconds => `${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`,
  },
  scorm2004: {
    object: 'API_1484_11',
    levels: 500,
    calls: {
      initialize: 'Initialize', terminate: 'Terminate', commit: 'Commit',
      get: 'GetValue', set: 'SetValue', error: 'GetLastError',
    },
    room: 64000,
    status: 'cmi.completion_status',
    mode: 'cmi.mode',
    location: 'cmi.location',
    measure: 'cmi.progress_measure',
    exit: 'cmi.exit',
    spent: 'cmi.session_time',
    response: 'learner_response',
    when: 'timestamp',
    description: 'description',
    // Moodle takes letters, digits, underscores and dots alone.
    option: option => String(option ?? '').replaceAll('-', '_'),
    // A zone may only follow a fraction, which has two digits.
    clock: now => `${now.toISOString().slice(0, 22)}Z`,
    span: seconds => `PT${Math.floor(seconds / 3600)}H${Math.floor(seconds / 60) % 60}M${seconds % 60}S`,
  },
};

const SUSPENDED = 'cmi.suspend_data';
const speech = DIALECTS[document.documentElement.dataset.course];
// Not by the clock, which may be set right meanwhile.
const begun = performance.now();
let api = null;
let isOver = false;
// In the browse and review modes nothing may be recorded.
let isRecording = false;
let isComplete = false;
let progress = '';
// The ids of the interactions, each at its index: a changed answer goes where the first one went.
let places = [];
// How often all this was kept, in this visit and before.
let told = 0;
let commitment = 0;

// Finding the API, as the ADL says: up through the parents, then the same from whoever opened the window. Windows of
// other origins throw when they are looked into; what is above them may still be ours.

function peek(win) {
  try {
    const found = win[speech.object];
    return typeof found?.[speech.calls.initialize] === 'function' ? found : null;
  } catch {
    return null;
  }
}

function find() {
  const seen = new Set();
  let start = window;
  while (start && !seen.has(start)) {
    let win = start;
    for (let level = 0; level <= speech.levels; level += 1) {
      seen.add(win);
      const found = peek(win);
      if (found) return found;
      // A window that is closed has none.
      if (!win.parent || win.parent === win) break;
      win = win.parent;
    }
    start = start.opener ?? start.top?.opener;
  }
  return null;
}

// Calling it. Every call may throw, or say 'false'.
const FAILED = 'failed';

function call(what, ...values) {
  if (!api || isOver) return '';
  try {
    return String(api[speech.calls[what]](...values) ?? '');
  } catch (error) {
    warn(`${speech.calls[what]} failed`, error?.name);
    return FAILED;
  }
}

function get(key) {
  const answer = call('get', key);
  return answer === FAILED ? '' : answer;
}

// A platform behind another frame may have its answers a moment later; this one is never empty by the standards.
async function known(key) {
  for (let tries = 0; tries < 5 && !get(key); tries += 1) await new Promise(done => { setTimeout(done, 400); });
  return get(key);
}

// What was told since it was last saved, by its keys.
const unsaved = new Map();

function set(key, value) {
  const answer = call('set', key, String(value));
  if (answer === 'true') unsaved.set(key, String(value));
  // Questions are alike in this: one warning is enough for all of them.
  if (answer === 'false') warn(`${key.replace(/\d+/, 'n')} was refused`, call('error'));
  return answer === 'true';
}

// Whether the platform keeps the progress, and has saved what it was told: else the learner is told, until it has.
let isKept = true;
let isSaved = true;
let pause = 1000;
// Whether it was asked to save where nobody learns how that went.
let isBlind = false;
// Whether the page is being left, which some players take seconds for.
let isLeaving = false;
let isEnding = false;

const save = () => !['false', FAILED].includes(call('commit', ''));

// A value that may stand in a key's place for a moment.
function another(key, value) {
  if (key === speech.status) return value === 'incomplete' ? 'browsed' : 'incomplete';
  if (key === speech.exit) return '';
  if (key === speech.spent) return speech.span(0);
  if (key.endsWith('.time')) return value === '00:00:00' ? '00:00:01' : '00:00:00';
  if (key.endsWith('.type')) return value === 'fill-in' ? 'performance' : 'fill-in';
  if (key.endsWith('.result')) return 'unanticipated';
  return `${value}_`;
}

// What the report may lack.
const owed = () => [...unsaved].filter(([key]) => ![SUSPENDED, speech.exit, speech.spent].includes(key));

// With SCORM 1.2 Moodle counts what it could not send as saved, and sends a value again only where it is another. So each
// is told another as soon as one saving has failed, and then what it is: whoever saves next sends that, also where this
// gives up. That of the others may be the last saving that goes well: so what is kept with them says what is owed.
function saveAnother() {
  const tell = how => {
    for (const [key, value] of unsaved) if (key !== SUSPENDED) how(key, value);
    keep(true);
  };
  for (let tries = 1; ; tries += 1) {
    tell((key, value) => call('set', key, another(key, value)));
    const isThere = save();
    tell(set);
    if (!isThere || tries === 3) return false;
    if (save()) return true;
  }
}

function commit() {
  clearTimeout(commitment);
  commitment = 0;
  // Without a line some platforms only seem to save. At the end there is no other chance.
  if (navigator.onLine === false && !isEnding) {
    isSaved = false;
    note('unsaved');
    return;
  }
  // What was refused may be taken now, and has its place then.
  const isLate = missed.size > 0;
  for (const [id, rest] of missed) interact(id, ...rest);
  if (isLate || !isKept || speech.forgets && !isSaved) keep();
  // Where the page is hidden or left, Moodle sends without waiting for an answer, and says that it has saved. What was not
  // saved before is not taken for saved then.
  const isUnseen = document.hidden || isLeaving || isEnding;
  if (isUnseen && !isSaved && !isEnding) {
    save();
    isBlind = true;
    return;
  }
  // Two would go at once there, and nobody knows which comes first.
  const mayTellAnother = speech.forgets && !isUnseen;
  isSaved = !(isBlind && mayTellAnother) && save();
  if (!isSaved && mayTellAnother) isSaved = saveAnother();
  isBlind = isUnseen;
  // Else nobody has learnt how it went.
  if (isSaved && !isUnseen) unsaved.clear();
  if (!isSaved) warn('what was reported was not saved', call('error'));
  pause = isSaved ? 1000 : Math.min(pause * 2, 60_000);
  note('unsaved', !(isKept && isSaved));
  if (!isSaved) commitSoon();
}

// Saving takes a platform a request, often one that stops the page: once for all that happens within a second. After one
// that failed there is a pause that doubles.
function commitSoon() {
  commitment ||= setTimeout(commit, pause);
}

// Reporting.

function keep(isOwing = speech.forgets && !isSaved) {
  // Moodle sends no value again that is as it was when the visit began: so no two of these are alike.
  told += 1;
  const data = `${progress}|${places.join(' ')}|${told}`;
  // For the next visit to tell.
  const whole = isOwing ? `${data}|${JSON.stringify(owed())}` : data;
  isKept = data.length <= speech.room && set(SUSPENDED, whole.length <= speech.room ? whole : data);
}

// Answers that the platform has not taken yet, by their ids.
const missed = new Map();

function interact(id, type, response, about, when) {
  missed.set(id, [type, response, about, when]);
  const at = places.indexOf(id);
  const key = `cmi.interactions.${at < 0 ? places.length : at}.`;
  if (at < 0) {
    if (!set(`${key}id`, id)) return;
    places.push(id);
  }
  // Also for one that is there: without it what comes next would be refused.
  if (!set(`${key}type`, type) && at < 0) return;
  if (speech.description && about) set(key + speech.description, about.slice(0, 250));
  set(key + speech.when, when);
  if (set(key + speech.response, response.slice(0, 250))) missed.delete(id);
  // There is no right answer.
  set(`${key}result`, 'neutral');
}

const now = () => speech.clock(new Date());

function follow(name, act, save = commitSoon) {
  document.addEventListener(`clientele:${name}`, event => {
    if (!isRecording || isOver) return;
    act(event.detail);
    save();
  });
}

// The progress before all was cleared, and how far the learner had come.
let before = null;
let far = null;

function place(answered, total) {
  set(speech.location, `${answered}/${total}`);
  // What is completed is not taken back.
  if (speech.measure) set(speech.measure, isComplete ? 1 : answered / total);
}

follow('progress', detail => {
  // Cleared answers may come back without being given again.
  if (far && detail === before) place(far[1], far[2]);
  before = detail ? null : progress;
  far = detail ? null : /^(\d+)\/(\d+)$/.exec(get(speech.location));
  progress = detail;
  // An empty place is refused by some platforms.
  if (far) place(0, far[2]);
  keep();
});

follow('answered', detail => {
  interact(detail.question, 'choice', speech.option(detail.option), `${detail.title} ${detail.text}`.trim(), now());
  place(detail.answered, detail.total);
  keep();
});

// Whether there is a verdict. A platform that refuses to call it completed is asked once more at the end.
let isDue = false;

function complete() {
  if (isDue && !isComplete) isComplete = set(speech.status, 'completed');
}

follow('result', detail => {
  interact('verdict', 'fill-in', detail.title, '', now());
  place(detail.answered, detail.total);
  isDue ||= detail.verdict !== 'too-few';
  complete();
  keep();
}, commit);

// Beginning and ending.

function finish() {
  if (!api || isOver) return;
  clearTimeout(commitment);
  if (isRecording) {
    complete();
    set(speech.spent, speech.span(Math.round((performance.now() - begun) / 1000)));
    // Also once complete, so that whoever comes back finds the result again.
    set(speech.exit, 'suspend');
    isEnding = true;
    commit();
    clearTimeout(commitment);
    if (speech.forgets && owed().length) keep(true);
  }
  call('terminate', '');
  isOver = true;
}

// Old players cut pages off before `pagehide`. A link to an e-mail fires `beforeunload` too, and so may not end anything.
addEventListener('beforeunload', () => {
  isLeaving = true;
  if (commitment || !isSaved) commit();
});
addEventListener('pagehide', finish);
addEventListener('online', () => { if (isRecording && !isSaved) commit(); });
addEventListener('pageshow', () => { isLeaving = false; });
document.addEventListener('visibilitychange', () => {
  // What is seen again was not left.
  isLeaving &&= document.hidden;
  if (document.hidden ? commitment : isRecording && (!isSaved || isBlind)) commit();
});

// The ids that are at their places on a platform that has so many interactions, if it says. Some begin each visit with an
// empty list: then the answers of earlier visits are theirs already. What one has lost on the way gets its id back at its
// place, or nothing would be taken behind it.
function placed(ids, count) {
  const missing = count > 0 ? ids.slice(count) : [];
  const isBack = isRecording && missing.length && missing.every((id, at) => set(`cmi.interactions.${+count + at}.id`, id));
  return !count || ids.length === +count || isBack ? ids : Array(+count || 0).fill('');
}

// What an earlier visit could not put right any more.
function tellOwed(text) {
  try {
    for (const [key, value] of JSON.parse(text)) {
      if (set(key, value) && key === speech.status) isComplete ||= value === 'completed';
    }
  } catch {
    // It was cut off.
  }
  keep();
  commitSoon();
}

// The progress that the platform keeps. Where there is none, nothing is kept at all: the browser may be shared, and the
// next learner must not find this one's answers.
export async function restore() {
  api = find();
  const answer = call('initialize', '');
  const isAlready = answer === 'false' && call('error') === '103';
  if (answer !== 'true' && !isAlready) {
    if (api) warn('it did not let us begin', call('error'));
    else warn('there is none');
    api = null;
    disconnected();
    return '';
  }
  const status = await known(speech.status);
  const mode = get(speech.mode);
  isRecording = !['browse', 'review'].includes(mode);
  note('reviewing', !isRecording);
  if (speech.browsed && mode === 'browse' && status === 'not attempted') set(speech.status, speech.browsed);
  isComplete = ['completed', 'passed', 'failed'].includes(status);
  // What is not known is not overwritten.
  if (isRecording && !['', 'incomplete'].includes(status) && !isComplete) set(speech.status, 'incomplete');
  // From the beginning: a phone may end a page without a word, and what was kept is lost without this.
  if (isRecording) set(speech.exit, 'suspend');
  const [kept, ids = '', times, ...owed] = get(SUSPENDED).split('|');
  progress = kept;
  told = parseInt(times, 10) || 0;
  places = placed(ids.split(' ').filter(Boolean), get('cmi.interactions._count'));
  if (isRecording && owed.length) tellOwed(owed.join('|'));
  return progress;
}
