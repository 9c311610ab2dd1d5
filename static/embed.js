// <clientele-widget>: the widget in somebody's page, as high as it needs to be.
//
//   <script async src="https://…/embed.js"></script>
//   <clientele-widget theme="auto" accent="0a7d55" height="400,3000" events>
//     <a href="https://…/">Do you serve clients or customers?</a>
//   </clientele-widget>
//
// What is inside the element is there without this script, and gives way to the widget. Nothing has to be said about
// addresses: the widget lies beside this file. docs/embedding.md lists attributes and events; embed.d.ts types them.
// One file for both kinds of script: a classic one is what any host may serve, a module from another origin needs the
// host's leave (CORS). `import.meta` would be a mistake in the former; where there is no current script, a stack names it.
{
const HERE = document.currentScript?.src || /\w+:\/\/\S+?(?=:\d+:\d+)/.exec(new Error().stack)[0];
const HOME = new URL('./', HERE);

// Changed while the widget is there, these act at once; `lang` and `events` load it anew.
const LIVE = ['theme', 'accent', 'radius', 'font', 'density', 'length', 'hide'];
const TYPES = ['ready', 'started', 'answered', 'result', 'height', 'error'];

// Languages by the folder that they lie in.
const FOLDERS = new Map([['en', '']]);

class ClienteleWidget extends HTMLElement {
  static observedAttributes = [...LIVE, 'lang', 'events', 'height', 'label'];

  connectedCallback() {
    addEventListener('message', this);
    // What is inside names the frame, so it has to be there first.
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => this.begin(), { once: true });
    else this.begin();
  }

  disconnectedCallback() {
    removeEventListener('message', this);
  }

  attributeChangedCallback(name, before, now) {
    if (!this.frame || before === now) return;
    if (name === 'label') this.frame.title = this.label;
    else if (name === 'height') this.fit(this.told);
    else if (LIVE.includes(name) && location.origin !== 'null') this.update();
    else this.load();
  }

  // A frame that was moved within the document loads anew by itself. The frame takes the place of the words inside.
  begin() {
    // A copy of an element has the frame inside rather than the words.
    this.words ??= this.textContent.trim() || this.querySelector('iframe')?.title;
    if (this.isConnected && this.frame?.parentNode !== this) this.load();
  }

  // Begins the questionnaire anew; the answers that were given are forgotten.
  restart() {
    this.say('restart');
  }

  get label() {
    return this.getAttribute('label') || this.words || 'Clientele';
  }

  load() {
    const frame = document.createElement('iframe');
    const url = new URL(FOLDERS.get(this.lang.split('-')[0]) ?? '', HOME);
    url.search = 'embed';
    this.first = {};
    for (const name of LIVE) {
      this.first[name] = this.getAttribute(name) ?? '';
      if (this.first[name]) url.searchParams.set(name, this.first[name]);
    }
    // A page without an origin of its own (a file, a sandbox) can't be told from any other such page.
    if (location.origin !== 'null') {
      url.searchParams.set('origin', location.origin);
      if (this.hasAttribute('events')) url.searchParams.set('events', '');
    }
    frame.title = this.frame?.title ?? this.label;
    frame.allow = 'clipboard-write; web-share';
    frame.loading = this.getAttribute('loading') === 'eager' ? 'eager' : 'lazy';
    frame.style.cssText = 'display:block;inline-size:100%;border:0';
    frame.src = url;
    // A page that hides the element has its reasons.
    if (getComputedStyle(this).display === 'inline') this.style.display = 'block';
    this.frame = frame;
    this.known = null;
    this.fit(0);
    this.replaceChildren(frame);
  }

  // Within the height that the attribute allows: 'least' or 'least,most'.
  fit(height) {
    const [least, most] = (this.getAttribute('height') ?? '').split(',').map(part => parseInt(part, 10));
    const low = least >= 0 ? least : 320;
    const high = most >= low ? most : 20000;
    this.told = height;
    this.frame.style.blockSize = `${Math.min(Math.max(height, low), high)}px`;
  }

  // Tells the widget what has changed since it was last told, once it can hear.
  update() {
    if (!this.known) return;
    const changed = {};
    for (const name of LIVE) {
      const now = this.getAttribute(name) ?? '';
      if (now !== this.known[name]) changed[name] = this.known[name] = now;
    }
    if (Object.keys(changed).length) this.say('config', changed);
  }

  say(type, detail) {
    if (this.known) this.frame.contentWindow?.postMessage({ clientele: { ...detail, v: 1, type } }, HOME.origin);
  }

  handleEvent({ source, origin, data }) {
    const message = data?.clientele;
    if (!this.frame || source !== this.frame.contentWindow || origin !== HOME.origin) return;
    if (message?.v !== 1 || !TYPES.includes(message.type)) return;
    const { v, type, ...detail } = message;
    if (type === 'height') {
      if (!Number.isInteger(detail.height) || detail.height < 1 || detail.height > 1e5) return;
      if (detail.height !== this.told) this.fit(detail.height);
    }
    if (type === 'ready') {
      this.known = { ...this.first };
      this.update();
    }
    this.dispatchEvent(new CustomEvent(`clientele:${type}`, { detail, bubbles: true, composed: true }));
  }
}

if (!customElements.get('clientele-widget')) customElements.define('clientele-widget', ClienteleWidget);
}
