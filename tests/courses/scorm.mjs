// What docs/packages.md promises of SCORM platforms, held to by `static/scorm.js` in a world of its own. `tests/courses.rs`
// runs this.
import assert from 'node:assert/strict';
import test from 'node:test';
import { begun, both, course, plain, platform, VERSIONS, within } from './platform.mjs';
import { answer, result, shown } from './world.mjs';

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
