// Fetches the app and the pack side by side, begins, and says so when something fails.
const root = document.documentElement;
const holder = document.getElementById('app');
// What stands in the page itself and has been at work since; missing where a host's own policy refuses it.
const early = globalThis.early;
// What it fetches lies beside this file, however deep the page.
const at = name => new URL(root.dataset[name], import.meta.url);

// A host's own policy may refuse what stands within the page: then the same comes as a file.
if (!document.querySelector('style').sheet) {
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = at('sheet');
  document.head.append(sheet);
}

// `anew` tries again what failed, without loading the page again: answers may be nowhere but in its memory. A host that has
// another version by now has it for a page that is loaded again alone: that is the second try, or the third where nothing is kept.
let tries = 0;
function fail(kind, anew) {
  if (root.dataset.fault) return;
  document.dispatchEvent(new CustomEvent('clientele:error', { detail: { kind } }));
  root.dataset.fault = kind;
  delete root.dataset.waiting;
  root.hidden = false;
  const fault = document.getElementById('fault').content.cloneNode(true);
  for (const part of fault.querySelectorAll('[data-fault-kind]')) part.hidden = part.dataset.faultKind !== kind;
  holder.hidden = true;
  holder.after(fault);
  const { title } = document;
  document.getElementById('reload').addEventListener('click', () => {
    if (!anew || tries++ > +(isTool || !early?.keeps())) return early ? early.again() : location.reload();
    mend(title);
    anew();
  });
  const heading = document.querySelector('.fault h1');
  document.title = heading.textContent;
  if (isSeen()) heading.focus();
}

// Takes back the fault, and whatever note that something is on its way.
function mend(title) {
  delete root.dataset.waiting;
  delete root.dataset.fault;
  document.querySelector('.fault')?.remove();
  document.title = title;
  holder.hidden = false;
}

// What a browser cut off because the page was left is no fault of the line, when Back brings the page back.
addEventListener('pageshow', ({ persisted }) => { if (persisted && root.dataset.fault) location.reload(); });

// In a frame that nobody is in, a focus would be taken from the page round it, which would scroll.
const isSeen = () => parent === window || document.hasFocus();

// Whether the smallest wasm that there is runs here: not in browsers that don't know it, nor where it is forbidden.
function knowsWasm() {
  try {
    return !!new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    return false;
  }
}

// A panic ends as a trap of the wasm. Nothing of it is safe to go on with.
const isTrap = error => error?.name === 'RuntimeError';
addEventListener('error', event => { if (isTrap(event.error)) fail('panic'); });

// What stands between the app and a course, or a page that embeds this one: a module that nobody else loads.
const isHome = root.dataset.page === 'home';
const isTool = /^(compare|embed)$/.test(root.dataset.page);
const guest = root.dataset.adapter ? 'adapter' : isHome && new URLSearchParams(location.search).has('embed') ? 'frame' : '';

// Fetches the parts of an app and its pack side by side: `named` is '' for the page's own, 'whole' for the whole widget.
// What fails on the way is asked for once more, past whatever the browser keeps of it.
const fetched = {};
let retries = 0;
function arrive(named) {
  return fetched[named] ??= part(named).catch(error => {
    if (isTrap(error) || !knowsWasm()) throw error;
    return part(named, { cache: 'reload' });
  }).catch(error => {
    // The next time the line may be better.
    delete fetched[named];
    throw error;
  });
}

// The style that results alone have is linked at the end of the page: what hasn't come is asked for under another name.
// Of a sheet that failed there is nothing to read, or it may not be read.
const dress = () => new Promise((done, refuse) => {
  const link = document.querySelector('link[rel=stylesheet]');
  try {
    if (!link || link.sheet.cssRules.length) return done();
  } catch {
    // It failed.
  }
  const again = Object.assign(link.cloneNode(), { onload: done, onerror: refuse });
  again.href += `?again=${++retries}`;
  link.replaceWith(again);
});

async function part(named, how) {
  const asset = name => at(named ? named + name : name.toLowerCase());
  let script = asset('App');
  // A name of its own each time: under the old one, browsers may remember that the script failed, and not ask anew.
  if (how) {
    await fetch(script, how);
    script += `?again=${++retries}`;
  }
  // What has not been asked for ahead need not be any more, but for the script: the page says what that has to be.
  const ahead = document.getElementById(`ahead-${named}`).content;
  ahead.replaceChildren(ahead.firstElementChild);
  ahead.firstElementChild.href = script;
  document.head.append(ahead.cloneNode(true));
  const packing = fetch(asset('Pack'), how).then(answer => {
    if (!answer.ok) throw new Error(`the pack: ${answer.status}`);
    return answer.arrayBuffer();
  });
  // Said below, once the app is there too.
  packing.catch(() => {});
  const wasm = fetch(asset('Wasm'), how);
  wasm.catch(() => {});
  const app = await import(script);
  await app.default({ module_or_path: wasm });
  const pack = new Uint8Array(await packing);
  try {
    app.read(pack);
  } catch (error) {
    throw Object.assign(error, { kind: 'pack' });
  }
  if (named) await dress();
  return app;
}

// The whole widget goes on where the form's app came to a result. Whoever goes back before it has come, or from the fault
// where it doesn't, is with the form again, until the next time.
let handing;
async function handOver(form, kept) {
  const own = {};
  handing = own;
  const { title } = document;
  // Before the form's app hears of it, which may go elsewhere.
  addEventListener('popstate', () => {
    if (handing !== own) return;
    handing = null;
    mend(title);
    document.getElementById('heading')?.focus();
  }, { capture: true, once: true });
  // One that was expected before it was wanted may fail for what is mended by now.
  const coming = (fetched.whole ?? Promise.reject()).catch(() => arrive('whole'));
  let isThere = false;
  coming.then(() => { isThere = true; }, () => {});
  // What was pressed is seen to be pressed before the work begins. What is off the screen is never drawn.
  await new Promise(done => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 100);
  });
  // On a slow line, so that nobody thinks the button did nothing.
  if (!isThere && handing === own) {
    root.dataset.waiting = '';
    // Heard as well as seen; what had the focus is gone.
    if (isSeen()) document.getElementById('waiting').focus();
  }
  try {
    const whole = await coming;
    if (handing !== own) return;
    whole.begin(kept, form.end());
    handing = null;
    delete root.dataset.waiting;
  } catch (error) {
    if (handing === own) broken(error, () => handOver(form, kept));
  }
}

function broken(error, anew) {
  console.error(error);
  if (isTrap(error)) fail('panic');
  // Short of memory, a page that is loaded again has more of it.
  else if (knowsWasm()) fail(error.kind ?? 'load', error instanceof RangeError ? undefined : anew);
  else fail('wasm');
}

// A tool's page brings its controls along. What was typed, chosen, opened and pressed there counts: it is done again once
// the app is there, on its own controls, which it returns.
const CONTROLS = 'details, input, textarea, button';
function resume(before) {
  const now = [...holder.querySelectorAll(CONTROLS)];
  const pressed = before.indexOf(early?.pressed());
  before.forEach((was, at) => {
    const is = now[at];
    const isTick = /^(checkbox|radio)$/.test(was.type);
    if (is?.localName !== was.localName) return;
    if (was.localName === 'details') is.open = was.open;
    else if (isTick && was.checked !== was.defaultChecked && is.checked !== was.checked) is.click();
    else if (!isTick && was.defaultValue !== undefined && was.value !== was.defaultValue) {
      if (was.files) is.files = was.files;
      else is.value = was.value;
      for (const type of ['input', 'change']) is.dispatchEvent(new Event(type, { bubbles: true }));
    }
  });
  // What was chosen acts once its own frame is drawn, or after as long as src/browser/frame.rs waits for one.
  setTimeout(() => now[pressed]?.click(), 100);
  return now;
}

async function start() {
  // A result's code begins with a digit.
  const named = isHome && /^#\d/.test(location.hash) ? 'whole' : '';

  try {
    // The progress that the guest keeps, if it does; without one, the browser's storage holds it.
    const kept = guest ? import(at(guest)).then(it => it.restore()) : undefined;
    // Said below, once the app is there too.
    kept?.catch(() => {});
    const app = await arrive(named);
    // The browser may do something else between the start of the wasm, with its pack, and the first drawing: each is work enough.
    await new Promise(done => { setTimeout(done); });
    // Another page of a course keeps nothing: the next learner may sit at the same computer.
    const progress = 'unkept' in root.dataset ? '' : await kept;
    const given = await early?.end();
    const focused = holder.contains(document.activeElement) && document.activeElement;
    // Behind a note that it waits, a page can't be touched.
    const before = isTool && !('waiting' in root.dataset) ? [...holder.querySelectorAll(CONTROLS)] : [];
    app.begin(progress, app.end && (() => handOver(app, progress)), given);
    // Whoever has answered something will want a result.
    if (app.end) {
      const expect = () => arrive('whole').catch(() => {});
      if (progress || given || early?.keeps()) expect();
      else document.addEventListener('clientele:answered', expect, { once: true });
    }
    delete root.dataset.waiting;
    if (!focused && !before.length) return;
    await new Promise(drawn => setTimeout(drawn));
    const now = resume(before);
    if (!focused) return;
    const isSame = it => focused.id ? it.id === focused.id : it.textContent === focused.textContent;
    const same = now[before.indexOf(focused)] ?? [...holder.querySelectorAll('a, button, summary, input, h1')].find(isSame);
    same?.focus();
  } catch (error) {
    broken(error, () => {
      early?.look();
      start();
    });
  }
}

// A verdict's page says what it has to say by itself, until a link brings a result to it.
async function wake() {
  if (!(early ? early.asks() : location.hash)) return;
  removeEventListener('hashchange', wake);
  await start();
}

// Keeps the site for when there is no network: only where a page says so, and not in somebody's frame.
async function keep() {
  if (root.dataset.worker && !guest && parent === window) await navigator.serviceWorker?.register(at('worker'));
}

const isVerdict = root.dataset.page === 'verdict';
if (isVerdict) addEventListener('hashchange', wake);
// A place on this page could not be seen before all of it was there.
early?.look();
// Once nothing else is to do: on a slow line the app comes first.
(isVerdict ? wake() : start()).then(() => (window.requestIdleCallback ?? setTimeout)(() => keep().catch(() => {})));
