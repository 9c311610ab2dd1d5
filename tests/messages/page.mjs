// A page without a browser: just what `static/frame.js` and `static/embed.js` touch, so that thousands of messages can
// be tried in a second. Whatever they touch besides fails.
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

const source = name => readFileSync(new URL(`../../static/${name}`, import.meta.url), 'utf8');
const FRAME = source('frame.js');
const EMBED = source('embed.js');

class Style {
  values = {};
  setProperty(name, value) { this.values[name] = value; }
  removeProperty(name) { delete this.values[name]; }
}

function element() {
  return { style: new Style(), dataset: {}, append() {}, replaceChildren() {}, textContent: '' };
}

// The page in the frame, with an address: what it was told to be, what it said, and a way to tell it more.
export async function frame(search, hash = '') {
  const root = Object.assign(element(), { hidden: true });
  const listeners = { window: {}, document: {} };
  const page = { root, said: [], reloads: 0, warned: 0, ignored: 0, frames: [] };
  const parent = { postMessage: (message, to) => page.said.push({ message, to }) };
  const on = where => (type, listener) => { (listeners[where][type] ??= []).push(listener); };
  const window = {};
  const globals = {
    window,
    parent,
    URL,
    URLSearchParams,
    console: {
      warn: words => {
        page.warned += 1;
        page.ignored += words.includes(' is ignored; ');
      },
    },
    location: { search, hash, pathname: '/', reload: () => { page.reloads += 1; } },
    history: { replaceState() {} },
    localStorage: { removeItem() {} },
    innerWidth: 600,
    innerHeight: 800,
    addEventListener: on('window'),
    requestAnimationFrame: step => page.frames.push(step),
    // No sheet is late here.
    setTimeout() {},
    getComputedStyle: () => ({
      getPropertyValue: name => root.dataset.theme === 'dark'
        ? (name === '--paper' ? 'oklch(0.2 0.01 80)' : 'oklch(0.24 0.01 80)')
        : (name === '--paper' ? 'oklch(0.985 0.006 85)' : 'oklch(0.96 0.01 85)'),
    }),
    IntersectionObserver: class { observe() {} disconnect() {} },
    ResizeObserver: class { observe() {} },
    MutationObserver: class { observe() {} },
    document: {
      documentElement: root,
      // The sheet is there at once; nothing else waits to be loaded.
      body: Object.assign(element(), { append: it => it.onload?.(), getBoundingClientRect: () => ({ height: 700 }) }),
      addEventListener: on('document'),
      createElement: element,
      getElementById: () => ({ content: '' }),
      querySelector: choice => choice.startsWith('meta') ? { content: 'Clientele' } : null,
      querySelectorAll: () => [],
    },
  };
  const context = vm.createContext(globals);
  const module = new vm.SourceTextModule(FRAME, {
    context,
    initializeImportMeta: meta => { meta.url = 'https://widget.example/frame.js'; },
  });
  await module.link(() => { throw new Error('it imports nothing'); });
  await module.evaluate();
  await module.namespace.restore();
  page.hear = event => listeners.window.message.forEach(listener => listener({ source: parent, ...event }));
  page.tell = (type, detail) => listeners.document[`clientele:${type}`]?.forEach(listener => listener({ detail }));
  page.draw = () => page.frames.splice(0).forEach(step => step());
  return page;
}

// The element in somebody's page: what it told that page and its frames, and ways to tell it more and to change it.
export function host(attributes, origin = 'https://host.example') {
  let Widget;
  const said = [];
  const globals = {
    URL,
    Error,
    location: { origin },
    addEventListener() {},
    removeEventListener() {},
    getComputedStyle: () => ({ display: 'inline' }),
    HTMLElement: class {
      style = {};
      heard = [];
      isConnected = true;
      textContent = 'What are you?';
      get lang() { return this.getAttribute('lang') ?? ''; }
      getAttribute(name) { return this.attributes[name] ?? null; }
      hasAttribute(name) { return name in this.attributes; }
      replaceChildren(frame) { frame.parentNode = this; }
      dispatchEvent(event) { this.heard.push(event); }
    },
    CustomEvent: class { constructor(type, { detail }) { Object.assign(this, { type, detail }); } },
    customElements: { get: () => undefined, define: (_, made) => { Widget = made; } },
    document: {
      readyState: 'complete',
      currentScript: { src: 'https://widget.example/embed.js' },
      createElement: () => ({ style: {}, contentWindow: { postMessage: (message, to) => said.push({ message, to }) } }),
    },
  };
  vm.runInContext(EMBED, vm.createContext(globals));
  const widget = new Widget();
  widget.attributes = { ...attributes };
  widget.connectedCallback();
  return {
    widget,
    said,
    contentWindow: widget.frame.contentWindow,
    // As browsers tell an element of the attributes that it asked for; without a value it is taken away.
    set(name, value) {
      const before = widget.getAttribute(name);
      if (value === undefined) delete widget.attributes[name];
      else widget.attributes[name] = value;
      if (Widget.observedAttributes.includes(name)) widget.attributeChangedCallback(name, before, value ?? null);
    },
    // What the widget in the frame says.
    hear: message => widget.handleEvent({
      source: widget.frame.contentWindow, origin: 'https://widget.example', data: { clientele: { v: 1, ...message } },
    }),
  };
}
