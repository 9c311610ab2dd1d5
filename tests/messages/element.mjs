// What docs/embedding.md promises of `<clientele-widget>`'s attributes and of `restart()`. `tests/embedding_element.rs`
// runs this.
import assert from 'node:assert/strict';
import test from 'node:test';
import { host } from './page.mjs';

const HOME = 'https://widget.example';
const SETTINGS = { theme: 'dark', accent: '0a7d55', radius: '4', font: 'Georgia', density: 'compact', length: 'short', hide: 'poles' };

// Objects of another world are none of this one's, even where they are alike.
const same = (one, other, why) => assert.deepEqual(JSON.parse(JSON.stringify(one)), other, why);

// What the frame's address says.
const asked = ({ widget: { frame } }) => Object.fromEntries(new URL(frame.src).searchParams);

test('its attributes are in the address of the frame, and what is not set is not', () => {
  same(asked(host({})), { embed: '', origin: 'https://host.example' });
  same(asked(host({ ...SETTINGS, events: '', label: 'A', height: '400' })), { embed: '', ...SETTINGS, origin: 'https://host.example', events: '' });
});

test('a setting that is changed later acts at once', () => {
  for (const [name, value] of Object.entries(SETTINGS)) {
    const page = host({});
    const { frame } = page.widget;
    page.hear({ type: 'ready' });
    page.set(name, value);
    page.set(name, value);
    page.set(name, undefined);
    same(page.said, [value, ''].map(now => ({ message: { clientele: { [name]: now, v: 1, type: 'config' } }, to: HOME })), name);
    assert.equal(page.widget.frame, frame, `${name} loads nothing anew`);
  }
});

test('what is changed before the widget can hear is told once it can', () => {
  const page = host({ theme: 'dark' });
  page.set('theme', 'light');
  page.set('radius', '4');
  page.widget.restart();
  same(page.said, []);
  page.hear({ type: 'ready' });
  same(page.said, [{ message: { clientele: { theme: 'light', radius: '4', v: 1, type: 'config' } }, to: HOME }]);
});

test('its label and its height act at once, too', () => {
  const page = host({});
  const { frame } = page.widget;
  assert.equal(frame.title, 'What are you?');
  page.set('label', 'Quiz');
  assert.equal(frame.title, 'Quiz');
  page.set('label', undefined);
  assert.equal(frame.title, 'What are you?');
  page.hear({ type: 'height', height: 700 });
  for (const [height, size] of [['800', '800px'], ['100,500', '500px'], [undefined, '700px']]) {
    page.set('height', height);
    assert.equal(frame.style.blockSize, size);
  }
  assert.equal(page.widget.frame, frame);
});

test('another language and the wish for events load the widget anew', () => {
  for (const [name, value, events] of [['lang', 'en-GB', undefined], ['events', '', '']]) {
    const page = host({ theme: 'dark' });
    let { frame } = page.widget;
    page.hear({ type: 'ready' });
    const loadsAnew = (now, told) => {
      page.set(name, now);
      assert.notEqual(page.widget.frame, frame, name);
      assert.equal(page.widget.frame.parentNode, page.widget);
      same(asked(page), { embed: '', theme: 'dark', origin: 'https://host.example', ...told !== undefined && { events: told } });
      frame = page.widget.frame;
    };
    loadsAnew(value, events);
    loadsAnew(undefined, undefined);
    // The new one can't hear yet, and says so itself once it can.
    page.set('theme', 'light');
    same(page.said, []);
    page.hear({ type: 'ready' });
    assert.equal(page.said.length, 1);
  }
});

test('what the frame before still says is not heard', () => {
  const page = host({});
  const source = page.widget.frame.contentWindow;
  page.set('events', '');
  page.widget.handleEvent({ source, origin: HOME, data: { clientele: { v: 1, type: 'ready' } } });
  same(page.widget.heard, []);
});

test('it is fetched once it comes near, or at once', () => {
  for (const [loading, wanted] of [[undefined, 'lazy'], ['lazy', 'lazy'], ['eager', 'eager'], ['soon', 'lazy']]) {
    assert.equal(host(loading ? { loading } : {}).widget.frame.loading, wanted, loading);
  }
});

test('a restart is asked of the widget, and of it alone', () => {
  const page = host({});
  page.hear({ type: 'ready' });
  page.widget.restart();
  same(page.said, [{ message: { clientele: { v: 1, type: 'restart' } }, to: HOME }]);
});

test('a page without an origin is told nothing, and its settings are those of the address', () => {
  const page = host({ events: '' }, 'null');
  const { frame } = page.widget;
  same(asked(page), { embed: '' });
  page.hear({ type: 'ready' });
  page.set('theme', 'dark');
  assert.notEqual(page.widget.frame, frame, 'it can hear nothing, so it is loaded anew');
  same(asked(page), { embed: '', theme: 'dark' });
  same(page.said, []);
});
