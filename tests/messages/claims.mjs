// Thousands of messages, from friends, strangers and madmen, to the two scripts that read them. `tests/messages.rs`
// runs this with a seed, and with the settings that `src/embed` has let in: a line `name value` each, in JSON.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { frame, host } from './page.mjs';

const [seed, rounds] = process.argv.slice(2).map(Number);

// Mulberry32: the same seed, the same messages.
let state = seed;
function chance() {
  state = state + 0x6d2b79f5 | 0;
  let mixed = Math.imul(state ^ state >>> 15, 1 | state);
  mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
  return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
}
const below = most => Math.floor(chance() * most);
const one = (...of) => of[below(of.length)];

// By setting: what it may be, and what only looks like it.
const SETTINGS = {
  theme: ['light', 'dark', 'auto', '', 'Dark'],
  accent: ['0a7d55', '#FF0000', 'ffff00', '', 'red', '#12345'],
  radius: ['0', '24', 7, '', '25', '-1'],
  font: ['Georgia, serif', 'Ubuntu', 'Noto Sans 2', '', 'x;y', '"'],
  density: ['compact', 'comfortable', '', 'dense'],
  length: ['full', 'short', 'both', '', '3'],
  hide: ['poles', 'share, areas', 'poles nothing', '', 'constructor'],
};
const NAMES = Object.keys(SETTINGS);
const KNOWN = Object.values(SETTINGS).flat();
const CHARACTERS = [...'abz019 ,-#"\'<>{}();:/\\%&é\u202e\u0000\n—😀'];
const text = () => Array.from({ length: below(12) }, () => one(...CHARACTERS)).join('');
const thing = depth => one(
  () => one(...KNOWN), text, () => one(0, 1, -1, 1e5, 1e5 + 1, 480, 480.5, NaN, Infinity, -0, 1e21), () => below(2000),
  () => null, () => undefined, () => true, () => [], () => 10n, () => new Date(0), () => new Map(), () => 'x'.repeat(1e4),
  () => depth ? { [one('v', 'type', 'toString', '__proto__', 'length')]: thing(depth - 1) } : {},
)();

function message() {
  const members = { v: one(1, 1, 1, 1, thing(0)), type: one('config', 'config', 'config', 'config', 'config', 'config', 'height', 'restart', 'ready', 'height', 'result', thing(1)) };
  for (let at = below(4); at > 0; at--) {
    const name = one(...NAMES);
    members[name] = one(...SETTINGS[name], thing(1));
    members[one('height', 'height', 'constructor', 'code', text())] = one(below(2000), thing(1));
  }
  const named = one(members, members, members, members, thing(2));
  return one({ clientele: named }, { clientele: named }, { clientele: named }, thing(2));
}

// A copy such as the other page gets: what can't be copied is never sent.
const sent = data => {
  try {
    return structuredClone(data);
  } catch {
    return null;
  }
};

const COLOUR = '#[0-9a-f]{6}';
const ACCENT = new RegExp(`^var\\(--light, ${COLOUR}\\) var\\(--dark, ${COLOUR}\\)$`);
const FONT = /^("[\p{L}\d][\p{L}\d -]*"|[a-z-]+)(, ("[\p{L}\d][\p{L}\d -]*"|[a-z-]+))*$/u;
const PARTS = /^((actions|profile|weighed|tensions|sturdiness|flips|target|examples|areas|share|parts|poles|promises)( |$))*$/;

// Whatever was said, only values by the rules are in the page.
function assertSafe({ root, warned }) {
  const { theme, accent, density, length, hide, embed, told, ...others } = root.dataset;
  assert.deepEqual(others, {});
  assert.ok(['light', 'dark', 'auto'].includes(theme), theme);
  assert.ok(accent === undefined || /^[0-9a-f]{6}$/i.test(accent), accent);
  assert.ok([undefined, 'comfortable', 'compact'].includes(density), density);
  assert.ok([undefined, 'full', 'short', 'both'].includes(length), length);
  assert.ok(hide === undefined || PARTS.test(hide), hide);
  const { '--radius': radius, '--sans': sans, '--serif': serif, '--accent': ink, '--accent-mark': mark, ...styles } = root.style.values;
  assert.deepEqual(styles, {});
  assert.ok(radius === undefined || /^\d{1,2}px$/.test(radius), radius);
  assert.ok(sans === undefined || FONT.test(sans), sans);
  assert.equal(serif, sans);
  assert.equal(ink === undefined, accent === undefined);
  assert.ok(ink === undefined || ACCENT.test(ink) && ACCENT.test(mark), ink);
  assert.ok(warned <= 50, `${warned} warnings`);
}

const looks = page => JSON.stringify([page.root.dataset, page.root.style.values, page.reloads]);

// From whoever embeds: settings by the rules, and nothing else. From anybody else: nothing.
async function messages() {
  const HOST = 'https://host.example';
  let changes = 0;
  for (let round = 0; round < rounds; round++) {
    const origin = one('', 'nonsense', '*', 'null', HOST, HOST, HOST, HOST);
    const search = `?embed&theme=${encodeURIComponent(text())}` + (origin && `&origin=${origin}`) + one('', '&events');
    const page = await frame(search);
    const isNamed = origin === HOST;
    for (let at = 0; at < 25; at++) {
      const before = looks(page);
      const data = sent(message());
      const stranger = one({}, {}, {}, {}, {}, {}, { source: {} }, { origin: 'https://evil.example' }, { origin: 'null' });
      page.hear({ origin: HOST, data, ...stranger });
      page.draw();
      assertSafe(page);
      const after = looks(page);
      const mayChange = isNamed && !('source' in stranger) && !('origin' in stranger) && data?.clientele?.v === 1;
      if (!mayChange) assert.equal(after, before);
      if (data?.clientele?.type !== 'restart') assert.equal(JSON.parse(after)[2], JSON.parse(before)[2]);
      changes += after !== before;
    }
    page.tell('ready', { total: 15 });
    for (const type of ['started', 'answered', 'result', 'progress']) page.tell(type, { code: '1secret' });
    const isTold = isNamed && search.endsWith('&events');
    for (const { message, to } of page.said) {
      assert.equal(to, isNamed ? HOST : '*');
      assert.ok(isTold || !JSON.stringify(message).includes('1secret'), 'an answer went to somebody who may not hear it');
      assert.ok(!message.clientele || message.clientele.v === 1 && message.clientele.type !== 'progress');
    }
    const heard = page.said.filter(({ message }) => message.clientele?.code === '1secret');
    assert.deepEqual(heard.map(({ message }) => message.clientele.type), isTold ? ['started', 'answered', 'result'] : []);
    assert.ok(page.said.some(({ message }) => message.clientele?.type === 'ready' && message.clientele.total === 15));
  }
  return changes;
}

// Whatever is said between two frames is one change of the picture, and the last of it counts.
async function flood() {
  const HOST = 'https://host.example';
  const page = await frame(`?embed&origin=${HOST}`);
  const before = looks(page);
  for (let radius = 0; radius <= 20; radius++) {
    page.hear({ origin: HOST, data: { clientele: { v: 1, type: 'config', radius } } });
  }
  assert.equal(page.frames.length, 1);
  assert.equal(looks(page), before);
  page.draw();
  assert.equal(page.root.style.values['--radius'], '20px');
}

// The element: heights within what its attribute allows, events of known names, and nothing from strangers.
function element() {
  let heard = 0;
  for (let round = 0; round < rounds; round++) {
    const height = one('', '400', '300,900', '900,300', text());
    const { widget, contentWindow } = host(height ? { height } : {});
    const [least, high] = height.split(',').map(part => parseInt(part, 10));
    const low = least >= 0 ? least : 320;
    for (let at = 0; at < 25; at++) {
      const data = sent(message());
      const from = one({}, {}, {}, {}, { source: {} }, { origin: 'https://evil.example' });
      const before = widget.heard.length;
      widget.handleEvent({ source: contentWindow, origin: 'https://widget.example', data, ...from });
      const [, size] = /^(\d+)px$/.exec(widget.frame.style.blockSize) ?? assert.fail(widget.frame.style.blockSize);
      assert.ok(+size >= low && +size <= (high >= low ? high : 20000), `${size} for ${height}`);
      const events = widget.heard.slice(before);
      if (Object.keys(from).length) assert.equal(events.length, 0);
      assert.ok(events.length <= 1);
      for (const { type, detail } of events) {
        assert.ok(/^clientele:(ready|started|answered|result|height|error)$/.test(type), type);
        assert.equal(data.clientele.v, 1);
        if (type === 'clientele:height') assert.ok(Number.isInteger(detail.height) && detail.height >= 1 && detail.height <= 1e5);
      }
      heard += events.length;
    }
  }
  return heard;
}

// Where what the page that makes the lines lets in is to be seen in the frame.
const shown = (name, { root, said }) => name === 'origin' ? said[0].to
  : name === 'radius' ? root.style.values['--radius'].replace(/px$/, '')
    : name === 'hide' ? root.dataset.hide.replaceAll(' ', ',') : root.dataset[name];

// Whatever that page lets in, the frame takes, too: nobody pastes a setting that is then ignored.
async function settings() {
  const given = readFileSync(0, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line));
  for (const [name, value] of given) {
    const page = await frame(`?embed&${name}=${encodeURIComponent(value)}`);
    assert.equal(page.ignored, 0, `the frame ignores ${name}=${value}`);
    page.tell('ready', {});
    assert.equal(shown(name, page), value, name);
    if (name !== 'origin') assertSafe(page);
  }
  return given.length;
}

await flood();
const [changes, heard, taken] = [await messages(), element(), await settings()];
assert.ok(changes * 2 > rounds && heard > rounds, `most messages came to nothing: ${changes}, ${heard}`);
assert.ok(taken > 100, `hardly a setting was given: ${taken}`);
console.log(`${rounds * 50} messages, ${changes} changes, ${heard} events, ${taken} settings`);
