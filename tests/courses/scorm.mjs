// What docs/packages.md promises of SCORM platforms, held to by `static/scorm.js` in a world of its own. `tests/courses.rs`
// runs this.
import assert from 'node:assert/strict';
import test from 'node:test';
import { answer, page, result, shown } from './world.mjs';

const VERSIONS = {
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
const both = Object.entries(VERSIONS);

// A platform that writes down what it is asked, and when. `ill` may answer in its place.
function platform({ names, status, mode, fresh }, ill = () => undefined) {
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
function within(...windows) {
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

const plain = count => Array.from({ length: count }, () => ({}));

// A course in a window; it has begun once `restore` has come back.
async function course(standard, window, api) {
  const open = await page('scorm.js', (clock, document) => {
    document.documentElement.dataset.course = standard;
    if (api) api.clock = clock;
    return { globals: { window } };
  });
  const restored = open.restore();
  return Object.assign(open, { restored });
}

async function begun(standard, api) {
  const open = await course(standard, within({ [VERSIONS[standard].object]: api }), api);
  open.progress = await open.restored;
  return open;
}

const isFound = async (standard, window) => {
  const open = await course(standard, window);
  await open.clock.pass(3000);
  await open.restored;
  return !shown(open).includes('disconnected');
};

test('the API is looked for as many levels up as the standard says, and no further', async () => {
  for (const [standard, version] of both) {
    for (const [levels, wanted] of [[0, true], [1, true], [version.levels, true], [version.levels + 1, false]]) {
      const window = within(...plain(levels), { [version.object]: platform(version) });
      assert.equal(await isFound(standard, window), wanted, `${standard}: ${levels} levels up`);
    }
  }
});

test('frames of another origin are passed over', async () => {
  for (const [standard, version] of both) {
    const window = within({}, { isForeign: true }, {}, { isForeign: true }, { [version.object]: platform(version) });
    assert.equal(await isFound(standard, window), true, standard);
    // What lets itself be looked into, and is no API.
    assert.equal(await isFound(standard, within({ [version.object]: {} })), false, standard);
  }
});

test('behind the parents the search goes on from the window that opened this one', async () => {
  for (const [standard, version] of both) {
    const found = () => within(...plain(version.levels), { [version.object]: platform(version) });
    assert.equal(await isFound(standard, within({ opener: found() })), true, 'opened by it');
    assert.equal(await isFound(standard, within({}, { isForeign: true, opener: found() })), true, 'in a frame of what it opened');
    assert.equal(await isFound(standard, within({ opener: within({ opener: found() }) })), true, 'opened by what it opened');
    // The nearest counts, and windows that opened one another are no way without an end.
    const near = platform(version);
    await isFound(standard, within({}, { [version.object]: near, opener: found() }));
    assert.equal(near.all('initialize').length, 1);
    const [one, other] = [{}, {}];
    within(Object.assign(one, { opener: other }));
    within(Object.assign(other, { opener: one }));
    assert.equal(await isFound(standard, one), false);
  }
});

test('the pause before it is asked to save again doubles up to a minute', async () => {
  for (const [standard, version] of both) {
    for (const how of ['false', new Error('the platform is ill')]) {
      let isIll = true;
      const api = platform(version, kind => {
        if (!isIll || kind !== 'commit') return undefined;
        if (how instanceof Error) throw how;
        return how;
      });
      // With SCORM 1.2 each failure is asked about twice.
      let times = [];
      const commit = api[version.names[2]];
      api[version.names[2]] = (...values) => {
        times = [...new Set([...times, api.clock.now])];
        return commit(...values);
      };
      const open = await begun(standard, api);
      open.tell('answered', answer('scope'));
      assert.deepEqual(shown(open), []);
      await open.clock.pass(184_000);
      assert.deepEqual(times.map(time => time / 1000), [1, 3, 7, 15, 31, 63, 123, 183]);
      assert.deepEqual(shown(open), ['unsaved']);
      assert.equal(new Set(open.warnings).size, open.warnings.length, 'each kind is said once');
      isIll = false;
      await open.clock.pass(60_000);
      assert.deepEqual(shown(open), []);
      await open.clock.pass(600_000);
      assert.equal(times.length, 9, 'what is saved is not saved again');
      open.tell('answered', answer('price'));
      await open.clock.pass(1000);
      assert.equal(times.length, 10, 'and the next time there is no pause');
    }
  }
});

test('what it does not keep is said, and given to it with the next saving', async () => {
  for (const [standard, version] of both) {
    let refusals = 2;
    const api = platform(version, (kind, key) => kind === 'set' && key === 'cmi.suspend_data' && refusals-- > 0 ? 'false' : undefined);
    const open = await begun(standard, api);
    open.tell('progress', '1 short 1 0 1abc');
    await open.clock.pass(600_000);
    assert.deepEqual(shown(open), ['unsaved']);
    assert.equal(api.all('commit').length, 1);
    open.tell('answered', answer('scope'));
    await open.clock.pass(1000);
    assert.deepEqual(shown(open), []);
    assert.match(api.values['cmi.suspend_data'], /^1 short 1 0 1abc\|scope\|\d+$/);
  }
});

// As Moodle does: only what is another value than before is sent, and what could not be sent counts as sent. Where the page
// is hidden or left, nobody learns that it could not.
function forgetful(version) {
  const table = {};
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
  known = all();
  return Object.assign(api, { table });
}

test('a platform that takes what it lost for saved gets it all the same', async () => {
  const version = VERSIONS.scorm12;
  for (const isLater of [true, false]) {
    const api = forgetful(version);
    const open = await begun('scorm12', api);
    open.tell('answered', answer('scope', { option: 3 }));
    await open.clock.pass(1000);
    api.isIll = true;
    open.tell('answered', answer('price', { option: 'does-not-apply' }));
    await open.clock.pass(1000);
    open.tell('result', result('client'));
    assert.equal(api.table[version.status], 'incomplete');
    await open.clock.pass(5000);
    api.isIll = false;
    if (isLater) {
      await open.clock.pass(60_000);
      assert.deepEqual(shown(open), []);
    } else {
      const before = api.all('commit').length;
      open.happen('pagehide');
      assert.equal(api.all('commit').length, before + 1, 'two at once may come in either order');
    }
    const sent = key => assert.equal(api.table[key], api.values[key], key);
    for (const at of [0, 1, 2]) for (const part of version.answer) sent(`cmi.interactions.${at}.${part}`);
    for (const key of [version.location, version.exit, 'cmi.suspend_data']) sent(key);
    assert.equal(api.table[version.status], 'completed');
    assert.equal(api.table['cmi.interactions.1.student_response'], 'n');
    assert.equal(api.table['cmi.interactions.2.type'], 'fill-in');
  }
});

test('whichever savings fail, what is told comes last', async () => {
  const version = VERSIONS.scorm12;
  for (let pattern = 0; pattern < 64; pattern++) {
    const api = forgetful(version);
    const open = await begun('scorm12', api);
    open.tell('answered', answer('scope', { option: 3 }));
    api.fails = [...pattern.toString(2).padStart(6, '0')].map(it => it === '1');
    open.tell('result', result('client'));
    api.fails = [];
    open.happen('pagehide');
    assert.equal(api.table[version.status], 'completed', pattern);
    assert.equal(api.table['cmi.interactions.0.student_response'], '3', pattern);
    assert.equal(api.table['cmi.suspend_data'], api.values['cmi.suspend_data'], pattern);
  }
});

test('what was not saved is not taken for saved where nobody learns how it went', async () => {
  for (const [standard, version] of both) {
    for (const leave of [open => open.hide(), open => open.happen('beforeunload')]) {
      const api = forgetful(version);
      const open = await begun(standard, api);
      api.isIll = true;
      open.tell('answered', answer('scope', { option: 3 }));
      await open.clock.pass(1000);
      api.isBlind = true;
      leave(open);
      const before = api.all('commit').length;
      await open.clock.pass(60_000);
      assert.deepEqual([api.all('commit').length, shown(open)], [before, ['unsaved']]);
      api.isIll = api.isBlind = false;
      open.show();
      await open.clock.pass(60_000);
      assert.deepEqual(shown(open), []);
      if (standard === 'scorm12') assert.equal(api.table['cmi.interactions.0.student_response'], '3');
    }
  }
});

test('an answer goes to no place that another has, whatever the platform has lost', async () => {
  for (const [standard, version] of both) {
    for (const [count, place] of [['', 3], ['0', 0], ['2', 3], ['3', 3], ['5', 5]]) {
      const api = platform(version);
      api.values['cmi.interactions._count'] = count;
      api.values['cmi.suspend_data'] = '1 short 1 0 1abc|scope price contract|4';
      const open = await begun(standard, api);
      open.tell('answered', answer('trust'));
      const ids = api.all('set').filter(it => it.key.endsWith('.id')).map(it => [it.key.split('.')[2], it.value]);
      assert.deepEqual(ids, [...(count === '2' ? [['2', 'contract']] : []), [String(place), 'trust']], count);
    }
  }
});

test('without a line it is not asked to save, but for the end, and with one at once', async () => {
  for (const [standard, version] of both) {
    const api = platform(version);
    const open = await begun(standard, api);
    open.navigator.onLine = false;
    open.tell('answered', answer('scope'));
    await open.clock.pass(600_000);
    assert.deepEqual([api.all('commit').length, shown(open)], [0, ['unsaved']]);
    open.navigator.onLine = true;
    open.happen('online');
    assert.deepEqual([api.all('commit').length, shown(open)], [1, []]);
    open.happen('online');
    open.navigator.onLine = false;
    open.happen('pagehide');
    assert.equal(api.all('commit').length, 2);
  }
});

test('no two of what it keeps are alike, in one visit or the next', async () => {
  for (const [standard, version] of both) {
    const kept = new Set();
    let last;
    for (let visit = 0; visit < 2; visit++) {
      const api = platform(version);
      if (last) api.values['cmi.suspend_data'] = last;
      const open = await begun(standard, api);
      assert.equal(open.progress, last ? '1 short 1 0 1abc' : '');
      for (const progress of ['1 short 1 0 1abc', '', '1 short 1 0 1abc']) {
        open.tell('progress', progress);
        last = api.values['cmi.suspend_data'];
        assert.ok(!kept.has(last), last);
        kept.add(last);
      }
      open.happen('pagehide');
      last = api.values['cmi.suspend_data'];
    }
  }
});

test('what is completed is not taken back', async () => {
  const version = VERSIONS.scorm2004;
  const api = platform(version);
  const open = await begun('scorm2004', api);
  open.tell('answered', answer('scope', { answered: 3, total: 6 }));
  assert.equal(api.values['cmi.progress_measure'], '0.5');
  open.tell('result', result('client'));
  open.tell('answered', answer('price', { answered: 7, total: 15 }));
  open.tell('progress', '');
  assert.equal(api.values['cmi.progress_measure'], '1');
  assert.equal(api.values['cmi.location'], '0/15');
});

test('saving waits a second for what follows an answer, and for nothing behind a result, or once the page is hidden or left', async () => {
  for (const [standard, version] of both) {
    const api = platform(version);
    const open = await begun(standard, api);
    const times = () => api.all('commit').map(it => it.at);
    for (const id of ['scope', 'price', 'contract']) {
      open.tell('answered', answer(id));
      await open.clock.pass(300);
    }
    await open.clock.pass(5000);
    assert.deepEqual(times(), [1000]);
    open.tell('result', result('client'));
    assert.deepEqual(times().slice(1), [5900]);
    open.tell('answered', answer('scope', { option: 3 }));
    open.hide();
    assert.deepEqual(times().slice(2), [5900]);
    open.tell('answered', answer('scope', { option: 4 }));
    open.happen('beforeunload');
    assert.deepEqual(times().slice(3), [5900]);
    open.tell('answered', answer('scope', { option: 5 }));
    open.happen('pagehide');
    open.happen('pagehide');
    open.tell('answered', answer('scope', { option: 1 }));
    await open.clock.pass(600_000);
    assert.deepEqual(times().slice(4), [5900]);
    assert.equal(api.all('terminate').length, 1);
    assert.equal(api.calls.at(-1).kind, 'terminate');
  }
});

test('it is told what the table lists, and nothing else', async () => {
  for (const [standard, version] of both) {
    const api = platform(version);
    const open = await begun(standard, api);
    open.tell('progress', '1 short 1 0 1abc');
    open.tell('started', { length: 'short', total: 6 });
    open.tell('answered', answer('scope', { option: 'does-not-apply' }));
    open.tell('result', result('customer'));
    open.happen('pagehide');
    const keys = new Set(api.all('set').map(it => it.key));
    const ofInteractions = [0, 1].flatMap(at => version.answer.map(part => `cmi.interactions.${at}.${part}`));
    // The verdict is no question.
    const all = [...ofInteractions.filter(key => key !== 'cmi.interactions.1.description'), ...version.further];
    assert.deepEqual(keys, new Set([...all, version.status, version.location, version.exit, version.time, 'cmi.suspend_data']));
    const has = (at, part) => api.values[`cmi.interactions.${at}.${part}`];
    const response = version.answer.find(part => part.endsWith('response'));
    assert.deepEqual([0, 1].map(at => [has(at, 'id'), has(at, 'type'), has(at, response), has(at, 'result')]), [
      ['scope', 'choice', standard === 'scorm12' ? 'n' : 'does_not_apply', 'neutral'],
      ['verdict', 'fill-in', 'You serve customers', 'neutral'],
    ]);
    assert.deepEqual(api.all('set', version.status).map(it => it.value), ['incomplete', 'completed']);
  }
});

test('too few answers complete nothing', async () => {
  for (const [standard, version] of both) {
    const api = platform(version);
    const open = await begun(standard, api);
    open.tell('result', result('too-few'));
    open.happen('pagehide');
    assert.equal(api.values[version.status], 'incomplete');
  }
});

test('a platform that did not take that it is completed is told so once more at the end', async () => {
  for (const [standard, version] of both) {
    let refusals = 1;
    const api = platform(version, (kind, key, value) => kind === 'set' && value === 'completed' && refusals-- > 0 ? 'false' : undefined);
    const open = await begun(standard, api);
    open.tell('result', result('client'));
    assert.equal(api.values[version.status], 'incomplete');
    open.happen('pagehide');
    assert.equal(api.values[version.status], 'completed');
    assert.equal(api.all('set', version.status).filter(it => it.value === 'completed').length, 2);
  }
});

test('a status that is late is waited for, two seconds at the most, and not overwritten while it is not known', async () => {
  for (const [standard, version] of both) {
    for (const [late, ends] of [[2, 800], [1e9, 2000]]) {
      let asked = 0;
      const api = platform(version, (kind, key) => kind === 'get' && key === version.status && asked++ < late ? '' : undefined);
      api.values[version.status] = 'completed';
      const open = await course(standard, within({ [version.object]: api }), api);
      let isBegun = false;
      open.restored.then(() => { isBegun = true; });
      await open.clock.pass(ends - 1);
      assert.equal(isBegun, false);
      await open.clock.pass(1);
      assert.equal(isBegun, true);
      open.tell('answered', answer('scope'));
      open.happen('pagehide');
      assert.equal(api.values[version.status], 'completed');
    }
  }
});

test('in a preview and in a review nothing is recorded but that it was one, and a line says so', async () => {
  for (const [standard, version] of both) {
    for (const mode of ['normal', 'browse', 'review']) {
      const api = platform(version);
      api.values[version.mode] = mode;
      api.values['cmi.suspend_data'] = '1 short 1 0 1abc|scope';
      const open = await begun(standard, api);
      assert.equal(open.progress, '1 short 1 0 1abc');
      open.tell('progress', '1 short 2 0 1abd');
      open.tell('answered', answer('scope'));
      open.tell('result', result('client'));
      await open.clock.pass(5000);
      open.hide();
      open.happen('pagehide');
      const isNormal = mode === 'normal';
      assert.deepEqual(shown(open), isNormal ? [] : ['reviewing'], mode);
      // A session without a status counts as a completed one with Moodle.
      const isSaid = mode === 'browse' && standard === 'scorm12';
      if (!isNormal) assert.deepEqual(api.all('set').map(it => it.value), isSaid ? ['browsed'] : [], mode);
      assert.equal(api.all('commit').length > 0, isNormal, mode);
      assert.equal(api.all('terminate').length, 1);
    }
  }
});
