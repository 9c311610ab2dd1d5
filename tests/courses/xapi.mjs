// What docs/packages.md promises of record stores, held to by `static/xapi.js` in a world of its own. `tests/courses.rs`
// runs this.
import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import test from 'node:test';
import { answer, page, pauses, result, shown } from './world.mjs';

const ACTIVITY = 'https://lms.example.org/activity/1';
const WORDS = {
  language: 'en-GB', verdict: 'The verdict', verbs: { answered: 'answered' },
  questions: { scope: { 1: 'Fixed', 2: 'Open', 'does-not-apply': 'Doesn’t apply' } },
};
const NEVER = new Promise(() => {});

// A record store that keeps documents and writes down every request. `ill` may answer in its place: with a status, or with
// a promise that never ends or fails.
class Store {
  requests = [];
  taken = [];
  ill = () => undefined;

  constructor(clock, documents) {
    Object.assign(this, { clock, documents });
  }

  async fetch(url, { method = 'GET', body, keepalive, signal } = {}) {
    const { origin, pathname, searchParams } = new URL(url);
    const request = { method, path: pathname, id: searchParams.get('stateId'), body: body && JSON.parse(body), bytes: Buffer.byteLength(body ?? ''), keepalive, at: this.clock.now };
    this.requests.push(request);
    const cut = new Promise((_, no) => signal?.onAbort(() => no(new DOMException('late', 'TimeoutError'))));
    const status = await Promise.race([this.ill(request), cut].slice(0, signal ? 2 : 1)) ?? 200;
    const said = status === 200 ? this.take(origin, request) : null;
    return { ok: status === 200, status, json: async () => structuredClone(said) };
  }

  take(origin, { method, path, id, body }) {
    if (origin === 'https://course.example') return WORDS;
    if (path === '/token') return { 'auth-token': 'c2VjcmV0' };
    if (path.endsWith('/statements')) this.taken.push(...body);
    if (path.endsWith('/profile')) return [];
    if (method === 'PUT') this.documents[id] = body;
    return id ? this.documents[id] : Object.keys(this.documents);
  }

  posts = () => this.requests.filter(it => it.method === 'POST' && it.path.endsWith('/statements'));
  puts = () => this.requests.filter(it => it.method === 'PUT');
  verbs = () => this.taken.map(verb);
}

const verb = statement => statement.verb.id.split('/').pop();

// A course that a platform has launched by cmi5, with what its store holds; it has begun once `restored` has come.
async function launched(data = {}, documents = {}, ill) {
  const query = new URLSearchParams({
    endpoint: 'https://lrs.example/xapi/', fetch: 'https://lrs.example/token', registration: 'r-1', activityId: ACTIVITY,
    actor: JSON.stringify({ account: { homePage: 'https://lms.example.org', name: '7' } }),
  });
  const open = await page('xapi.js', (clock, document, lines) => {
    const store = new Store(clock, { 'LMS.LaunchData': { launchMode: 'Normal', moveOn: 'Completed', ...data }, ...documents });
    if (ill) store.ill = ill;
    const way = { hidden: true, link: { addEventListener: (_, act) => { way.press = () => act({ preventDefault() {} }); } }, querySelector: () => way.link };
    const left = [];
    const within = document.getElementById;
    document.getElementById = id => id === 'return' ? way : within(id);
    const globals = {
      location: { search: `?${query}`, hash: '', pathname: '/', assign: url => left.push(url) },
      history: { replaceState() {} },
      crypto: webcrypto,
      fetch: (...request) => store.fetch(...request),
      structuredClone,
      Blob,
      AbortSignal: { timeout: delay => ({ onAbort: act => clock.set(act, delay) }) },
    };
    return { globals, store, way, left };
  });
  open.restored = open.restore();
  return open;
}

async function begun(...with_) {
  const open = await launched(...with_);
  await open.clock.pass(0);
  open.progress = await open.restored;
  return open;
}

// What somebody does who answers one question and sees a result.
async function answerAll(open, verdict = 'client') {
  open.tell('progress', '1 short 1 0 1abc');
  open.tell('answered', answer('scope'));
  open.tell('result', result(verdict));
  await open.clock.pass(2000);
}

test('the pause before it is asked again doubles up to a minute, and statements keep their ids', async () => {
  for (const fault of [500, 503, 408, 429, new TypeError('no connection')]) {
    const open = await begun();
    const { store } = open;
    store.ill = ({ path }) => path.endsWith('/statements') ? (fault instanceof Error ? Promise.reject(fault) : fault) : undefined;
    const before = store.posts().length;
    open.tell('answered', answer('scope'));
    await open.clock.pass(184_000);
    const posts = store.posts().slice(before);
    assert.deepEqual(posts.map(it => it.at / 1000), [1, 3, 7, 15, 31, 63, 123, 183]);
    assert.deepEqual(shown(open), ['unsaved']);
    // One line in the console for however often it fails, and no address in it.
    assert.equal(open.warnings.length, 1);
    assert.ok(!open.warnings[0].includes('://'), open.warnings[0]);
    assert.equal(new Set(posts.map(({ body }) => body.map(it => it.id).join())).size, 1);
    // Back on the line it is asked at once, and where that fails after a short pause again.
    open.happen('online');
    await open.clock.pass(30_000);
    const since = store.posts().slice(before + posts.length).map(it => it.at / 1000 - 184);
    assert.deepEqual(since, [0, 2, 6, 14, 30]);
    store.ill = () => undefined;
    await open.clock.pass(60_000);
    assert.deepEqual(shown(open), []);
    assert.deepEqual(store.verbs(), ['initialized', 'answered']);
    const last = store.posts().length;
    await open.clock.pass(600_000);
    assert.equal(store.posts().length, last, 'what is taken is not told again');
    open.tell('answered', answer('price'));
    await open.clock.pass(1000);
    assert.deepEqual(store.verbs(), ['initialized', 'answered', 'answered'], 'and the next time there is no pause');
  }
});

test('progress that is not kept is given to it again after a pause, too', async () => {
  const open = await begun();
  const { store } = open;
  store.ill = ({ method }) => method === 'PUT' ? 503 : undefined;
  open.tell('progress', '1 short 1 0 1abc');
  await open.clock.pass(8000);
  assert.deepEqual(pauses(store.puts().map(it => it.at)), [2, 4]);
  assert.deepEqual(shown(open), ['unsaved']);
  store.ill = () => undefined;
  await open.clock.pass(8000);
  assert.deepEqual(shown(open), []);
  assert.equal(store.documents['clientele.progress'].progress, '1 short 1 0 1abc');
});

test('a store that refuses the token is not asked again, and the line says so', async () => {
  for (const status of [401, 403]) {
    for (const what of ['/statements', '/state']) {
      const open = await begun();
      const { store } = open;
      store.ill = ({ path }) => path.endsWith(what) ? status : undefined;
      await answerAll(open);
      assert.deepEqual(shown(open), ['disconnected']);
      const asked = store.requests.length;
      open.tell('answered', answer('price'));
      await open.clock.pass(600_000);
      open.happen('online');
      open.hide();
      open.happen('pagehide');
      await open.clock.pass(600_000);
      assert.equal(store.requests.length, asked, `${status} for ${what}`);
    }
  }
});

test('what a store has already counts as told, and what it refuses does not', async () => {
  for (const [status, isTold] of [[409, true], [400, false], [413, false]]) {
    const open = await begun();
    const { store } = open;
    // One that is among others takes none of them along.
    store.ill = ({ body }) => body?.some?.(it => verb(it) === 'completed') ? status : undefined;
    await answerAll(open);
    assert.deepEqual(store.verbs(), ['initialized', 'answered'], `${status}`);
    const completed = store.posts().filter(({ body }) => body.some(it => verb(it) === 'completed'));
    assert.deepEqual(completed.map(({ body }) => body.length), [2, 1]);
    assert.equal(store.documents['clientele.progress'].completed, isTold, `${status}`);
    assert.deepEqual(shown(open), []);
    const asked = store.requests.length;
    await open.clock.pass(600_000);
    assert.equal(store.requests.length, asked);
  }
});

test('a registration is completed once, and another verdict is an answer', async () => {
  const open = await begun();
  const { store } = open;
  await answerAll(open, 'too-few');
  assert.deepEqual(store.verbs(), ['initialized', 'answered']);
  for (const verdict of ['client', 'client', 'customer', 'client']) {
    open.tell('result', result(verdict));
    await open.clock.pass(1000);
  }
  const told = it => [verb(it), it.object.id.split('#')[1], it.result.response, it.result.completion];
  assert.deepEqual(store.taken.slice(2).map(told), [
    ['completed', undefined, 'You serve clients', true],
    ['answered', 'verdict', 'You serve customers', undefined],
    ['answered', 'verdict', 'You serve clients', undefined],
  ]);
  const again = await begun({}, store.documents);
  assert.equal(again.progress, '1 short 1 0 1abc');
  await answerAll(again, 'client');
  assert.deepEqual(again.store.verbs(), ['initialized', 'answered']);
});

test('an answer names the question, all its options and how far one has come', async () => {
  const open = await begun();
  open.tell('answered', answer('scope', { option: 'does-not-apply', answered: 2, total: 6 }));
  await open.clock.pass(1000);
  const { object: { id, definition }, result: { response, extensions } } = open.store.taken[1];
  assert.equal(id, `${ACTIVITY}#scope`);
  assert.deepEqual([definition.interactionType, definition.name, response], ['choice', { 'en-GB': 'What is sold?' }, 'does-not-apply']);
  assert.deepEqual(definition.choices, Object.entries(WORDS.questions.scope).map(([option, text]) => ({ id: option, description: { 'en-GB': text } })));
  assert.deepEqual(extensions, { 'https://w3id.org/xapi/cmi5/result/extensions/progress': 33 });
});

test('in a preview and in a review it is begun and ended, and no more', async () => {
  for (const launchMode of ['Normal', 'Browse', 'Review']) {
    const open = await begun({ launchMode });
    const { store } = open;
    await answerAll(open);
    open.happen('pagehide');
    await open.clock.pass(0);
    const isNormal = launchMode === 'Normal';
    assert.deepEqual(shown(open), isNormal ? [] : ['reviewing']);
    const between = isNormal ? ['answered', 'completed'] : [];
    assert.deepEqual(store.verbs(), ['initialized', ...between, 'terminated'], launchMode);
    assert.equal(store.puts().length > 0, isNormal);
  }
});

test('a mastery score changes nothing', async () => {
  const said = [];
  for (const data of [{}, { masteryScore: 0.9 }, { masteryScore: 0 }]) {
    const open = await begun(data);
    await answerAll(open);
    open.happen('pagehide');
    await open.clock.pass(0);
    const { taken } = open.store;
    assert.ok(taken.every(({ result: of = {} }) => !('score' in of || 'success' in of)));
    said.push(taken.map(({ id, timestamp, ...rest }) => rest));
  }
  assert.equal(said[0].length, 4);
  assert.deepEqual(said[1], said[0]);
  assert.deepEqual(said[2], said[0]);
});

test('where the platform names a way back there is a link, which ends the session first', async () => {
  const back = await begun({ returnURL: 'https://lms.example.org/back' });
  assert.equal(back.way.hidden, false);
  assert.equal(back.way.link.href, 'https://lms.example.org/back');
  back.way.press();
  assert.deepEqual(back.left, ['https://lms.example.org/back']);
  await back.clock.pass(0);
  assert.deepEqual(back.store.verbs(), ['initialized', 'terminated']);
  back.happen('pagehide');
  await back.clock.pass(0);
  assert.deepEqual(back.store.verbs(), ['initialized', 'terminated']);
  for (const returnURL of [undefined, '', 'javascript:alert(1)', '/back']) {
    const open = await begun({ returnURL });
    assert.equal(open.way.hidden, true, returnURL);
    assert.deepEqual(open.store.verbs(), ['initialized']);
  }
});

test('what is unsent at the end goes out with it in one; of more than 60 kB the oldest are left out', async () => {
  for (const [count, length, letter] of [[15, 10, 'x'], [90, 1000, 'x'], [90, 500, 'é']]) {
    const open = await begun();
    const { store } = open;
    store.ill = ({ path }) => path.endsWith('/statements') ? 503 : undefined;
    const ids = Array.from({ length: count }, (_, at) => `question-${at}`);
    for (const id of ids) open.tell('answered', answer(id, { title: letter.repeat(length) }));
    await open.clock.pass(1500);
    const posts = store.posts().length;
    open.happen('pagehide');
    await open.clock.pass(0);
    const [{ body, bytes, keepalive }, ...more] = store.posts().slice(posts);
    assert.deepEqual([more.length, keepalive], [0, true]);
    assert.equal(verb(body.at(-1)), 'terminated');
    const kept = body.slice(0, -1).map(it => it.object.id.split('#')[1]);
    assert.deepEqual(kept, ids.slice(ids.length - kept.length), 'the newest, in order');
    assert.equal(kept.length < ids.length, count > 15);
    // As many as there is room for, with the marks between them.
    const one = Buffer.byteLength(JSON.stringify(body[0]));
    assert.ok(bytes <= 60_000 && (count === 15 || bytes + one + 1 > 60_000), `${bytes}`);
  }
});

test('saving waits a second for what follows an answer, and for nothing behind a result, or once the page is hidden', async () => {
  const open = await begun();
  const { store } = open;
  const times = () => store.posts().slice(1).map(it => it.at);
  for (const id of ['scope', 'price', 'scope']) {
    open.tell('answered', answer(id, { option: id === 'scope' ? 1 : 2 }));
    await open.clock.pass(300);
  }
  await open.clock.pass(5000);
  assert.deepEqual(times(), [1000]);
  assert.deepEqual(store.taken.slice(1).map(it => it.object.id.split('#')[1]), ['price', 'scope'], 'what was changed is sent once');
  open.tell('result', result('client'));
  await open.clock.pass(0);
  assert.deepEqual(times().slice(1), [5900]);
  await open.clock.pass(1000);
  open.tell('answered', answer('contract'));
  open.hide();
  await open.clock.pass(0);
  assert.deepEqual(times().slice(2), [6900]);
});

test('each request is waited for 5 seconds at the beginning, and all of them 15', async () => {
  const slow = delay => function ill() { return new Promise(done => { this.clock.set(done, delay); }); };
  const words = ({ path }) => path === '/course.json' ? NEVER : undefined;
  for (const [ill, begins, isThere] of [
    [slow(4900), 14_700, true],
    [slow(5100), 5000, false],
    [({ path }) => path === '/token' ? NEVER : undefined, 5000, false],
    [({ id }) => id === 'LMS.LaunchData' ? NEVER : undefined, 5000, false],
    // What comes with the package is not the store's.
    [words, 15_000, false],
  ]) {
    const open = await launched({}, {}, ill);
    let isBegun = false;
    open.restored.then(() => { isBegun = true; });
    await open.clock.pass(begins - 1);
    assert.equal(isBegun, false, `before ${begins}`);
    await open.clock.pass(1);
    assert.equal(isBegun, true, `at ${begins}`);
    assert.deepEqual(shown(open), isThere ? [] : ['disconnected']);
    await open.clock.pass(60_000);
    assert.equal(open.store.posts().length > 0, isThere, 'and it is not told later');
  }
});
