// When SCORM platforms are asked to save, and what comes of it where they don't: the promises of docs/packages.md, held to by
// `static/scorm.js` in a world of its own. `tests/courses.rs` runs this.
import assert from 'node:assert/strict';
import test from 'node:test';
import { begun, both, forgetful, platform, VERSIONS } from './platform.mjs';
import { answer, result, shown } from './world.mjs';

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

// Which of eight savings fail, all the ways there are.
const patterns = Array.from({ length: 256 }, (_, at) => [...at.toString(2).padStart(8, '0')].map(it => it === '1'));

// A visit with one answer that is still to be saved, and of its savings these fail.
async function answeredOnce(pattern) {
  const api = forgetful(VERSIONS.scorm12);
  const open = await begun('scorm12', api);
  open.tell('answered', answer('scope', { option: 3 }));
  api.fails = [...pattern];
  return { api, open };
}

test('whichever savings fail, what is told comes last', async () => {
  const version = VERSIONS.scorm12;
  for (const pattern of patterns) {
    for (const isLater of [false, true]) {
      const { api, open } = await answeredOnce(pattern);
      open.tell('result', result('client'));
      if (isLater) {
        await open.clock.pass(600_000);
        assert.deepEqual(shown(open), []);
      } else {
        api.fails = [];
        open.happen('pagehide');
      }
      assert.deepEqual({ ...api.values, ...api.table }, api.values, pattern.join());
      assert.equal(api.table[version.status], 'completed');
      assert.equal(api.table['cmi.interactions.0.student_response'], '3');
    }
  }
});

// What a next visit of so many milliseconds, whose savings go well, leaves behind: of interactions nothing but what was told
// last in this one, and how many parts of them.
async function nextVisit({ table, values }, time) {
  const next = forgetful(VERSIONS.scorm12, table);
  const again = await begun('scorm12', next);
  await again.clock.pass(time);
  again.happen('pagehide');
  const ofInteractions = Object.keys(next.table).filter(key => key.includes('.interactions.'));
  for (const key of ofInteractions) assert.equal(next.table[key], values[key], key);
  return { table: next.table, ofInteractions: ofInteractions.length };
}

test('where nothing goes well any more until the end, the next visit puts right what was told in its place', async () => {
  const version = VERSIONS.scorm12;
  for (const pattern of patterns) {
    const { api, open } = await answeredOnce(pattern);
    api.isIll = true;
    open.tell('result', result('client'));
    open.happen('pagehide');
    const isAnyKept = 'cmi.suspend_data' in api.table;
    const { table, ofInteractions } = await nextVisit(api, 1000);
    assert.equal(table[version.status], isAnyKept ? 'completed' : 'incomplete', pattern.join());
    assert.equal(ofInteractions, isAnyKept ? 10 : 0);
    if (isAnyKept) assert.match(table['cmi.suspend_data'], /^\|scope verdict\|\d+$/);
  }
});

test('what is lost while a slow player leaves is told by the next visit', async () => {
  const version = VERSIONS.scorm12;
  for (const pattern of patterns) {
    const api = forgetful(version);
    const open = await begun('scorm12', api);
    api.fails = [...pattern];
    open.tell('answered', answer('scope', { option: 3 }));
    await open.clock.pass(1000);
    api.isBlind = true;
    open.happen('beforeunload');
    open.tell('answered', answer('price', { option: 4 }));
    await open.clock.pass(1000);
    open.tell('result', result('client'));
    open.happen('pagehide');
    // Only where the very last saving was lost, what it held is nowhere.
    const isWhole = api.table['cmi.suspend_data'] === api.values['cmi.suspend_data'];
    const { table, ofInteractions } = await nextVisit(api, 0);
    if (isWhole) assert.equal(ofInteractions, 15, pattern.join());
    if (isWhole) assert.equal(table[version.status], 'completed', pattern.join());
  }
});

test('what is lost while the page is hidden is told once it is seen again', async () => {
  const version = VERSIONS.scorm12;
  for (const pattern of patterns) {
    const { api, open } = await answeredOnce(pattern);
    api.isBlind = true;
    open.hide();
    await open.clock.pass(5000);
    api.isBlind = false;
    open.show();
    await open.clock.pass(600_000);
    assert.deepEqual(shown(open), []);
    open.tell('result', result('client'));
    await open.clock.pass(600_000);
    assert.deepEqual({ ...api.values, ...api.table }, api.values, pattern.join());
    assert.equal(api.table['cmi.interactions.0.student_response'], '3', pattern.join());
    assert.equal(api.table[version.status], 'completed');
  }
});

test('what it is owed may be anything, and is told only as far as it can be read', async () => {
  for (const owed of ['', '_', 'null', '[1]', '[["cmi.core.lesson_location","3/6"],7]', '{"a":1}']) {
    const api = platform(VERSIONS.scorm12);
    api.values['cmi.suspend_data'] = `1 short 1 0 1abc|scope|4|${owed}`;
    const open = await begun('scorm12', api);
    assert.equal(open.progress, '1 short 1 0 1abc');
    assert.equal(api.values['cmi.suspend_data'], '1 short 1 0 1abc|scope|5');
    assert.equal(api.values['cmi.core.lesson_location'], owed.includes('3/6') ? '3/6' : undefined);
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
      // Nor is what is answered while a slow player leaves: and it goes alone, for two at once may come in either order.
      open.tell('answered', answer('price', { option: 4 }));
      await open.clock.pass(60_000);
      assert.deepEqual([api.all('commit').length, shown(open)], [before + 1, ['unsaved']]);
      api.isIll = api.isBlind = false;
      open.show();
      await open.clock.pass(60_000);
      assert.deepEqual(shown(open), []);
      if (standard === 'scorm12') assert.equal(api.table['cmi.interactions.0.student_response'], '3');
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
