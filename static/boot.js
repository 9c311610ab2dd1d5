// Fetches the app and the pack side by side, begins, and says so when something fails.
const root = document.documentElement;
const holder = document.getElementById('app');
// What it fetches lies beside this file, however deep the page.
const at = name => new URL(root.dataset[name], import.meta.url);

// Whether the fragment asks for something: what a host appended and a place on this page do not.
function asks() {
  const fragment = location.hash.slice(1);
  return fragment !== '' && !fragment.startsWith('?') && !document.getElementById(fragment);
}

function keeps() {
  try {
    return localStorage.getItem('clientele.progress') !== null;
  } catch {
    return false;
  }
}

function fail(kind) {
  if (root.dataset.fault) return;
  document.dispatchEvent(new CustomEvent('clientele:error', { detail: { kind } }));
  root.dataset.fault = kind;
  delete root.dataset.waiting;
  const fault = document.getElementById('fault').content;
  for (const part of fault.querySelectorAll('[data-fault-kind]')) part.hidden = part.dataset.faultKind !== kind;
  holder.hidden = true;
  holder.after(fault);
  document.getElementById('reload').addEventListener('click', () => location.reload());
  document.querySelector('.fault h1').focus();
}

// A panic ends as a trap of the wasm. Nothing of it is safe to go on with.
addEventListener('error', event => { if (event.error instanceof WebAssembly.RuntimeError) fail('panic'); });

// What stands between the app and a course, or a page that embeds this one: a module that nobody else loads.
const isHome = root.dataset.page === 'home';
const guest = root.dataset.adapter ? 'adapter' : isHome && new URLSearchParams(location.search).has('embed') ? 'frame' : '';
if (guest === 'frame') root.dataset.embed = '';

async function start() {
  // The app will not show what the page shows: rather nothing for a moment than something else.
  if (asks() || isHome && (guest === 'adapter' || keeps())) root.dataset.waiting = '';
  const arriving = fetch(at('pack')).then(answer => {
    if (!answer.ok) throw new Error(`the pack: ${answer.status}`);
    return answer.arrayBuffer();
  });
  // Said below, once the app is there too.
  arriving.catch(() => {});

  // Before the app can answer.
  let pressed;
  const note = event => { pressed = event.target.closest('button:not([popovertarget])')?.textContent ?? pressed; };
  holder.addEventListener('click', note);

  let kind = 'load';
  try {
    // The progress that the guest keeps, if it does; without one, the browser's storage holds it.
    const kept = guest ? import(at(guest)).then(it => it.restore()) : undefined;
    const app = await import(at('app'));
    await app.default({ module_or_path: at('wasm') });
    const progress = await kept;
    const pack = new Uint8Array(await arriving);
    kind = 'pack';
    const focused = holder.contains(document.activeElement) ? document.activeElement.textContent : '';
    app.begin(pack, progress);
    holder.removeEventListener('click', note);
    delete root.dataset.waiting;
    if (!pressed && !focused) return;
    await new Promise(drawn => setTimeout(drawn));
    const again = words => words && [...holder.querySelectorAll('a, button, summary')].find(it => it.textContent === words);
    if (focused) again(focused)?.focus();
    if (pressed) again(pressed)?.click();
  } catch (error) {
    console.error(error);
    fail(error instanceof WebAssembly.RuntimeError ? 'panic' : kind);
  }
}

// A verdict's page says what it has to say by itself, until a link brings a result to it.
function wake() {
  if (!asks()) return;
  removeEventListener('hashchange', wake);
  start();
}

if (root.dataset.page === 'verdict') {
  addEventListener('hashchange', wake);
  wake();
} else {
  start();
}
