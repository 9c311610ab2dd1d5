// What the adapters of course packages share: a note when nothing is reported, links that work where no folder has a
// start page, and warnings that are said once. It is in the packages alone.

const said = new Set();

// Quiet, once for each kind, and without any address: addresses of a launch hold credentials.
export function warn(what, why = '') {
  if (said.has(what)) return;
  said.add(what);
  console.warn(`Clientele could not report to the course platform: ${what}${why ? ` (${why})` : ''}`);
}

// Tells the learner what is not reported or kept, so that nobody counts on it: `disconnected`, `reviewing` or `unsaved`.
export function note(what, isSo = true) {
  const line = document.getElementById(what);
  if (line) line.hidden = !isSo;
}

export const disconnected = () => note('disconnected');

// A page that the browser brings back from its memory has ended its session before.
addEventListener('pageshow', event => { if (event.persisted) disconnected(); });

// Leaving this page ends the course's session for good, so other pages open beside it. A platform's file store serves
// files alone, not folders.
function aside(event) {
  const link = event.target.closest?.('a[href]');
  if (!link || !link.protocol.startsWith('http') || link.origin !== location.origin) return;
  if (link.pathname === location.pathname) {
    // A link to this page without a fragment would load it anew.
    if (link.hash || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    location.hash = '';
    return;
  }
  if (link.pathname.endsWith('/')) link.pathname += 'index.html';
  link.target = '_blank';
  link.rel = 'noopener';
}

for (const name of ['click', 'auxclick']) document.addEventListener(name, aside, true);
