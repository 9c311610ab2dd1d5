// A course's page without a browser: what `static/scorm.js`, `xapi.js` and `course.js` touch, and a clock that only the
// tests move, so that nobody waits for a pause of a minute. Whatever they touch besides fails.
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

const source = name => readFileSync(new URL(`../../static/${name}`, import.meta.url), 'utf8');
const SOURCES = { './course.js': source('course.js'), 'scorm.js': source('scorm.js'), 'xapi.js': source('xapi.js') };

// Lets everything happen that waits for no time.
const settle = () => new Promise(setImmediate);

export class Clock {
  now = 0;
  timers = new Map();
  last = 0;

  set(act, delay) {
    this.last += 1;
    this.timers.set(this.last, { act, due: this.now + (delay || 0) });
    return this.last;
  }

  // Moves on, timer by timer in the order in which they are due.
  async pass(milliseconds) {
    const end = this.now + milliseconds;
    await settle();
    for (;;) {
      const [next] = [...this.timers].filter(([, { due }]) => due <= end).sort(([, a], [, b]) => a.due - b.due);
      if (!next) break;
      const [id, { act, due }] = next;
      this.timers.delete(id);
      this.now = due;
      act();
      await settle();
    }
    this.now = end;
  }
}

// A page with one of the adapters, which has not been asked for the progress yet.
export async function page(adapter, own) {
  const clock = new Clock();
  const listeners = { window: {}, document: {} };
  const on = where => (type, listener) => { (listeners[where][type] ??= []).push(listener); };
  const act = (where, type, event) => listeners[where][type]?.forEach(listener => listener(event));
  const line = () => ({ hidden: true });
  const lines = { disconnected: line(), reviewing: line(), unsaved: line() };
  const document = {
    documentElement: { dataset: {}, lang: 'en-GB' },
    hidden: false,
    addEventListener: on('document'),
    getElementById: id => lines[id] ?? null,
  };
  const warnings = [];
  const navigator = { onLine: true };
  const { globals = {}, ...more } = own(clock, document, lines);
  const context = vm.createContext({
    document,
    performance: { now: () => clock.now },
    navigator,
    console: { warn: words => warnings.push(words) },
    location: { search: '', hash: '', pathname: '/', origin: 'https://course.example' },
    addEventListener: on('window'),
    setTimeout: (then, delay) => clock.set(then, delay),
    clearTimeout: id => clock.timers.delete(id),
    URL,
    URLSearchParams,
    ...globals,
  });
  const module = name => new vm.SourceTextModule(SOURCES[name], {
    context,
    initializeImportMeta: meta => { meta.url = `https://course.example/${name}`; },
  });
  const main = module(adapter);
  await main.link(module);
  await main.evaluate();
  return {
    clock,
    lines,
    navigator,
    warnings,
    restore: () => main.namespace.restore(),
    // What the app tells its page.
    tell: (type, detail) => act('document', `clientele:${type}`, { detail }),
    hide() {
      document.hidden = true;
      act('document', 'visibilitychange', {});
    },
    show() {
      document.hidden = false;
      act('document', 'visibilitychange', {});
    },
    // What happens to the window.
    happen: type => act('window', type, {}),
    ...more,
  };
}

// Whether each of the lines above the widget is there.
export const shown = ({ lines }) => Object.keys(lines).filter(name => !lines[name].hidden);

// A question that was answered, as the app tells it.
export const answer = (question, more) => ({
  question, number: 1, title: 'What is sold?', option: 2, text: 'Advice', answered: 1, total: 6, code: '1x', ...more,
});

export const result = (verdict, more) => ({
  verdict, title: `You serve ${verdict}s`, score: 50, code: '1x', answered: 6, total: 6, length: 'short', ...more,
});

// How long it took from each to the next, in seconds.
export const pauses = times => times.slice(1).map((time, at) => (time - times[at]) / 1000);
