// What docs/embedding.md says that settings may be, to the last character, and that an empty text takes each back.
// `tests/embedding_element.rs` runs this.
import assert from 'node:assert/strict';
import test from 'node:test';
import { frame } from './page.mjs';

const HOST = 'https://host.example';

// What of a page a setting has to do with.
const seen = ({ root: { dataset, style: { values } } }) => JSON.parse(JSON.stringify({ ...dataset, ...values }));

const TAKEN = {
  theme: ['light', 'dark', 'auto'],
  accent: ['0a7d55', 'FFE600'],
  radius: ['0', '10', '24', 7],
  font: ['Inter, sans-serif', 'x'.repeat(100)],
  density: ['comfortable', 'compact'],
  length: ['full', 'short', 'both'],
  hide: ['poles,promises', 'actions profile', 'parts weighed tensions sturdiness flips target examples areas share'],
};
const IGNORED = {
  theme: ['pink'],
  accent: ['red', '0a7d5', '0a7d555'],
  radius: ['25', '-1', '1.5', 2.5],
  font: ['x'.repeat(101), 'url(x)', 'a;b'],
  density: ['dense'],
  length: ['3'],
  hide: ['verdict'],
};

const configured = async () => {
  const page = await frame(`?embed&origin=${HOST}`);
  return Object.assign(page, {
    config(name, value) {
      page.hear({ origin: HOST, data: { clientele: { v: 1, type: 'config', [name]: value } } });
      page.draw();
    },
  });
};

test('what a setting may be is taken, from the address as in a message, and taken back by an empty text', async () => {
  const bare = seen(await configured());
  for (const [name, values] of Object.entries(TAKEN)) {
    for (const value of values) {
      const page = await configured();
      page.config(name, value);
      assert.equal(page.ignored, 0, `${name}=${value}`);
      const inAddress = await frame(`?embed&origin=${HOST}&${name}=${encodeURIComponent(value)}`);
      assert.deepEqual(seen(page), seen(inAddress), `${name}=${value}`);
      const isUsual = name === 'theme' && value === 'auto';
      assert.equal(JSON.stringify(seen(page)) === JSON.stringify(bare), isUsual, `${name}=${value}`);
      page.config(name, '');
      assert.deepEqual(seen(page), bare, `${name}=${value} and nothing`);
    }
  }
});

test('anything else is ignored, and said', async () => {
  for (const [name, values] of Object.entries(IGNORED)) {
    for (const value of values) {
      const page = await configured();
      page.config(name, TAKEN[name][0]);
      const before = seen(page);
      page.config(name, value);
      assert.equal(page.ignored, 1, `${name}=${value}`);
      // Of a list of parts those that are known are hidden: here, none.
      const { hide, ...rest } = before;
      assert.deepEqual(seen(page), name === 'hide' ? rest : before, `${name}=${value}`);
    }
  }
});

test('WordPress is told the height again where it asks by its secret, whatever was told before', async () => {
  const page = await frame('?embed', '#?secret=aB3dE6gH9k');
  const told = () => page.said.filter(({ message }) => message.message === 'height');
  const height = { message: { message: 'height', value: 700, secret: 'aB3dE6gH9k' }, to: '*' };
  assert.deepEqual(JSON.parse(JSON.stringify(told())), [height]);
  const ready = { message: 'ready', secret: 'aB3dE6gH9k' };
  for (const other of [{ data: ready, source: {} }, { data: { ...ready, secret: 'aB3dE6gH9' } }, { data: { secret: ready.secret } }]) {
    page.hear({ origin: HOST, ...other });
    assert.equal(told().length, 1, JSON.stringify(other));
  }
  page.hear({ origin: HOST, data: ready });
  assert.deepEqual(JSON.parse(JSON.stringify(told())), [height, height]);
});
