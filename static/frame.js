// The widget in somebody's page: what its address asks for (?embed&theme=dark…), and the talk with that page.
// `boot.js` imports this where the query has `embed`; a visitor of the site itself never loads it.
// docs/embedding.md tells embedders what is here.
const root = document.documentElement;
const query = new URLSearchParams(location.search);
const host = parent === window ? null : parent;
const secret = /^#\?secret=([A-Za-z0-9]+)$/.exec(location.hash)?.[1];

const PARTS = ['actions', 'profile', 'weighed', 'tensions', 'sturdiness', 'flips', 'target', 'examples', 'areas', 'share', 'parts', 'poles', 'promises'];
const GENERIC = ['serif', 'sans-serif', 'monospace', 'system-ui', 'ui-serif', 'ui-sans-serif', 'ui-monospace', 'ui-rounded'];

// Embedders read the console, visitors don't. A flood of messages shall not drown it.
let warnings = 0;
function warn(name, value, why) {
  if (++warnings <= 50) console.warn(`clientele: ${name}="${value}" ${why}`);
}

const among = (...allowed) => [allowed.join(', '), text => allowed.includes(text) ? text : null];

function readOrigin(text) {
  try {
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash ? url.origin : null;
  } catch {
    return null;
  }
}

// What each setting may be, how it is read (null: it may not be so), and how it is applied ('': as if it weren't there).
const SETTINGS = {
  theme: [...among('light', 'dark', 'auto'), value => { root.dataset.theme = value || 'auto'; }],
  accent: ['six hexadecimal digits', text => /^#?([0-9a-f]{6})$/i.exec(text)?.[1] ?? null, paint],
  radius: ['0 to 24', text => /^\d{1,2}$/.test(text) && +text <= 24 ? text : null, value => style('--radius', value && `${value}px`)],
  font: ['names of fonts, 100 letters, digits, spaces, hyphens and commas at most', readFont, value => {
    style('--sans', value);
    style('--serif', value);
  }],
  density: [...among('comfortable', 'compact'), value => data('density', value)],
  length: [...among('full', 'short', 'both'), value => data('length', value)],
  hide: [PARTS.join(', '), readParts, value => data('hide', value)],
};

function style(name, value) {
  // Through the CSSOM, which a strict content security policy lets pass.
  if (value) root.style.setProperty(name, value);
  else root.style.removeProperty(name);
}

function data(name, value) {
  if (value) root.dataset[name] = value;
  else delete root.dataset[name];
}

function readFont(text) {
  const names = text.split(',').map(name => name.trim());
  if (text.length > 100 || !names.every(name => /^[\p{L}\d][\p{L}\d -]*$/u.test(name))) return null;
  return names.map(name => GENERIC.includes(name) ? name : `"${name}"`).join(', ');
}

// A part that isn't known is said, and the others are hidden all the same.
function readParts(text) {
  const parts = text.split(/[\s,]+/).filter(Boolean);
  for (const part of parts) if (!PARTS.includes(part)) warn('hide', part, `is ignored; allowed: ${PARTS.join(', ')}`);
  return parts.filter(part => PARTS.includes(part)).join(' ');
}

function set(name, text) {
  const [allowed, read, apply] = SETTINGS[name];
  const value = text === '' ? '' : read(text);
  if (value === null) warn(name, text.slice(0, 100), `is ignored; allowed: ${allowed}`);
  else apply(value);
}

// Colours: relative luminance as WCAG has it, of #rrggbb or of the sheet's own oklch().
function luminance(colour) {
  const oklch = /oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/.exec(colour);
  if (!oklch) {
    const [r, g, b] = [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16) / 255)
      .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
  const [light, chroma, hue] = oklch.slice(1).map(Number);
  const a = chroma * Math.cos(hue * Math.PI / 180);
  const b = chroma * Math.sin(hue * Math.PI / 180);
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return 0.2126 * (4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
    + 0.7152 * (-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
    + 0.0722 * (-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
}

function contrast(one, other) {
  const [less, more] = [one, other].sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
}

// The colour itself, or as little darker (on a light ground) or lighter as it takes to reach the contrast on all grounds.
function legible(colour, grounds, goal) {
  const to = grounds[0] > 0.2 ? 0 : 255;
  for (let step = 0; step <= 50; step++) {
    const mixed = '#' + [1, 3, 5].map(at => {
      const part = parseInt(colour.slice(at, at + 2), 16);
      return Math.round(part + (to - part) * step / 50).toString(16).padStart(2, '0');
    }).join('');
    if (grounds.every(ground => contrast(luminance(mixed), ground) >= goal)) return mixed;
  }
  return to ? '#ffffff' : '#000000';
}

function paint(value) {
  data('accent', value);
  if (!value) {
    style('--accent');
    style('--accent-mark');
    return;
  }
  const colour = `#${value.toLowerCase()}`;
  const chosen = root.dataset.theme;
  const tones = {};
  for (const theme of ['light', 'dark']) {
    // Only to read the theme's own paper and panels; nothing is drawn in between.
    root.dataset.theme = theme;
    const drawn = getComputedStyle(root);
    const grounds = ['--paper', '--panel'].map(name => luminance(drawn.getPropertyValue(name).trim()));
    tones[theme] = [legible(colour, grounds, 7), legible(colour, grounds, 3)];
    const [text, mark] = tones[theme];
    if (text !== colour) warn('accent', value, `becomes ${text} for text and ${mark} for marks in the ${theme} theme, for a contrast of 7:1 and 3:1`);
  }
  root.dataset.theme = chosen;
  const both = at => `var(--light, ${tones.light[at]}) var(--dark, ${tones.dark[at]})`;
  style('--accent', both(0));
  style('--accent-mark', both(1));
}

// The talk. What says nothing about the visitor goes to whoever embeds the page; the rest to one named origin alone.
const named = query.get('origin');
const origin = named === null ? null : readOrigin(named);
if (named !== null && !origin) warn('origin', named.slice(0, 100), 'is ignored; allowed: one origin, such as https://host.example');
const asked = query.has('events');
if (asked && !origin) warn('events', query.get('events'), 'is ignored; it needs an origin, such as origin=https://host.example');

function say(type, detail = {}) {
  host?.postMessage({ clientele: { ...detail, v: 1, type } }, origin ?? '*');
}

function restart() {
  try {
    for (const kept of ['progress', 'set-aside']) localStorage.removeItem(`clientele.${kept}`);
  } catch {
    // Nothing was kept.
  }
  history.replaceState(null, '', location.pathname + location.search + (secret ? `#?secret=${secret}` : ''));
  location.reload();
}

// A thousand settings in a moment are one change of the picture.
let waiting = null;
function hear({ source, origin: from, data: heard }) {
  // WordPress asks for the height where what listens for it came after it was told.
  if (host && secret && source === host && heard?.message === 'ready' && heard.secret === secret) {
    height = 0;
    measure();
  }
  const message = heard?.clientele;
  if (!host || !origin || source !== host || from !== origin || message?.v !== 1) return;
  if (message.type === 'restart') restart();
  if (message.type !== 'config') return;
  if (!waiting) {
    waiting = {};
    requestAnimationFrame(() => {
      const settings = waiting;
      waiting = null;
      for (const name in settings) set(name, settings[name]);
    });
  }
  for (const name in SETTINGS) {
    if (!Object.hasOwn(message, name)) continue;
    const value = message[name];
    if (typeof value === 'string' || typeof value === 'number') waiting[name] = String(value).slice(0, 200);
    else warn(name, typeof value, 'is ignored; it has to be a text or a number');
  }
}

// The height of what is there, which never depends on the height of the frame: it can't grow by being told.
let height = 0;
function measure() {
  const now = Math.ceil(document.body.getBoundingClientRect().height);
  // A frame that isn't shown, or has no width, has no height worth telling.
  if (!now || !innerWidth || now === height) return;
  height = now;
  say('height', { height });
  if (secret) host?.postMessage({ message: 'height', value: height, secret }, origin ?? '*');
  host?.postMessage({ subject: 'lti.frameResize', height }, origin ?? '*');
}

// What sticks to the lower edge of the screen has to stick to the lower edge of what can be seen of the frame, whether
// the frame scrolls or the page round it, or both. Only an observer knows that of another origin's window, and it tells of
// changes in how much of an element is seen: so there are many small ones, one below the other, which stay where they are.
let below = 0;
let seen = innerHeight;
const knowsPopovers = globalThis.CSS?.supports('selector(:popover-open)');
function stick(opened) {
  for (const bar of document.querySelectorAll('.trial-status, .question .actions')) bar.style.insetBlockEnd = below ? `${below}px` : '';
  const open = opened ?? (knowsPopovers ? document.querySelector('.explanation:popover-open') : null);
  if (!open) return;
  open.style.insetBlockEnd = `${below + 16}px`;
  open.style.maxBlockSize = `${Math.max(seen - 32, 120)}px`;
}

const strips = document.createElement('div');
strips.className = 'embed-strips';
const edges = new Map();
const lookout = new IntersectionObserver(entries => {
  for (const { target, isIntersecting, intersectionRect: { top, bottom } } of entries) {
    if (isIntersecting) edges.set(target, [top, bottom]);
    else edges.delete(target);
  }
  const shown = [...edges.values()];
  if (!shown.length) return;
  const lower = Math.max(...shown.map(([, bottom]) => bottom));
  below = Math.max(0, Math.round(innerHeight - lower));
  seen = Math.round(lower - Math.min(...shown.map(([top]) => top)));
  stick();
}, { threshold: [...Array(21).keys()].map(step => step / 20) });

function rule() {
  lookout.disconnect();
  edges.clear();
  strips.replaceChildren();
  below = 0;
  seen = innerHeight;
  strips.style.blockSize = `${innerHeight}px`;
  for (let at = 0; at < Math.ceil(innerHeight / 100); at++) {
    const strip = document.createElement('div');
    strips.append(strip);
    lookout.observe(strip);
  }
}

function watch() {
  document.body.append(strips);
  new ResizeObserver(() => {
    measure();
    stick();
  }).observe(document.body);
  // The next question has a bar of its own, and may be as high as the one before.
  new MutationObserver(() => stick()).observe(document.getElementById('main'), { childList: true });
  addEventListener('resize', rule);
  rule();
  measure();
  document.addEventListener('beforetoggle', ({ target, newState }) => {
    if (newState === 'open' && target.matches('.explanation')) stick(target);
  }, true);
}

// The way to the whole page, and where the embedder is told of answers, a word about that.
function foot() {
  const foot = document.createElement('footer');
  foot.className = 'embed-foot';
  if (asked && origin && host) {
    root.dataset.told = '';
    foot.append(document.getElementById('told').content);
  }
  const link = document.createElement('a');
  link.href = location.pathname;
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = document.querySelector('meta[property="og:site_name"]').content;
  foot.append(link);
  document.body.append(foot);
}

root.dataset.embed = '';
root.dataset.theme = 'auto';
for (const name in SETTINGS) if (query.has(name)) set(name, query.get(name));
foot();

// A sandbox without allow-forms sends no form, and doesn't even say that it was to be sent. This one goes nowhere anyway.
document.addEventListener('click', event => {
  const button = event.target.closest('[type=submit]');
  if (!button || event.defaultPrevented) return;
  event.preventDefault();
  button.form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter: button }));
});
// Some browsers put what starts another program in place of the frame, where the page round it allows that no address.
document.addEventListener('click', ({ target }) => {
  const mail = target.closest('a[href^="mailto:"]');
  if (mail) mail.target = '_blank';
}, true);
addEventListener('message', hear);
document.addEventListener('clientele:ready', event => {
  say('ready', event.detail);
  // A frame out of sight is drawn later, or never, but can be measured.
  measure();
});
document.addEventListener('clientele:error', event => say('error', event.detail));
if (root.dataset.fault) say('error', { kind: root.dataset.fault });
if (asked && origin) {
  for (const type of ['started', 'answered', 'result']) document.addEventListener(`clientele:${type}`, event => say(type, event.detail));
}

const dress = new URL('frame.css', import.meta.url);
const dressed = () => new Promise((done, failed) => {
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = dress;
  sheet.onload = done;
  sheet.onerror = () => failed(new Error('the sheet of the frame'));
  // One that stands still fails, too: undressed, a frame would grow with its height for good.
  setTimeout(sheet.onerror, 10000);
  // Behind the page's own, which stands at the end of the body: of two rules that weigh the same, the later one counts.
  document.body.append(sheet);
});
// What fails is asked for once more, past whatever the browser keeps of it.
const styled = dressed().catch(() => fetch(dress, { cache: 'reload', signal: AbortSignal.timeout?.(10000) }).then(dressed)).then(() => {
  root.hidden = false;
  watch();
});

// The browser keeps the answers here too, where it does so in a frame; `boot.js` asks before it begins.
export async function restore() {
  await styled;
}
