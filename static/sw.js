// Keeps the pages and apps of one version, all or none, so that they are there without a network. `site finish` writes
// two lines above these: VERSION, and FILES, each with its path below the scope and its digest. ARCHITECTURE.md says why
// pages ask the network first; docs/hosting.md says how to be rid of all this.
const SCOPE = registration.scope;
const CACHE = `clientele ${SCOPE} ${VERSION}`;
// How long a line may keep a visitor waiting for a page that is here.
const PATIENCE = 3000;

// Under such a name lie the same bytes in every version.
const isHashed = path => /-[0-9a-f]{16}\.\w+$/.test(path);
// Browsers have been known to fail in reading what they keep: the network is there all the same.
const find = (url, where) => caches.match(url, { ignoreVary: true, ...where }).catch(() => {});

async function keep(cache, [path, integrity]) {
  const url = SCOPE + path;
  const kept = isHashed(path) && await find(url);
  if (kept) return cache.put(url, kept);
  // The browser refuses what is cut short, or of another version.
  const answer = await fetch(url, { integrity, cache: isHashed(path) ? 'default' : 'no-cache' });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  // What was redirected may not answer for a page.
  return cache.put(url, answer.redirected ? new Response(await answer.blob(), { headers: answer.headers }) : answer);
}

async function install() {
  const isNew = !await caches.has(CACHE);
  const cache = await caches.open(CACHE);
  const kept = await Promise.allSettled(FILES.map(file => keep(cache, file)));
  const failed = kept.find(it => it.status === 'rejected');
  // A version that begins its work meanwhile takes away what is not its own: the browser tries again at the next visit.
  const isThere = async () => await caches.has(CACHE) && (await (await caches.open(CACHE)).keys()).length >= FILES.length;
  if (!failed && await isThere()) return;
  if (isNew) await caches.delete(CACHE);
  throw failed?.reason ?? new Error('taken away meanwhile');
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(`clientele ${SCOPE} `) && name !== CACHE) await caches.delete(name);
  }
  await clients.claim();
}

// The host's page if it comes in time, else the one that is kept: at its own address, or its links would lead elsewhere.
async function page(request, url, here) {
  const asked = fetch(request);
  const late = new Promise((_, refuse) => setTimeout(refuse, PATIENCE));
  try {
    const answer = await Promise.race([asked, late]);
    if (answer.status < 500) return answer;
  } catch {
    // No line, or a slow one.
  }
  asked.catch(() => {});
  const kept = await find(url, { cacheName: CACHE });
  return kept && here ? Response.redirect(here) : kept ?? asked;
}

// Another site on the same origin may have taken away all that is kept there.
let filling;
function refill() {
  filling ??= caches.has(CACHE).then(isThere => isThere || install()).catch(() => {}).then(() => { filling = null; });
  return filling;
}

// It takes over once no page is open that an older version serves.
addEventListener('install', event => event.waitUntil(install()));
addEventListener('activate', event => event.waitUntil(activate()));
addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !url.href.startsWith(SCOPE)) return;
  const path = url.href.slice(SCOPE.length).split(/[?#]/)[0].replace(/(^|\/)index\.html$/, '$1');
  if (request.mode !== 'navigate') {
    if (isHashed(path)) event.respondWith(find(SCOPE + path).then(kept => kept ?? fetch(request)));
    return;
  }
  event.waitUntil(refill());
  const isKnown = path => FILES.some(([known]) => known === path);
  if (isKnown(path)) event.respondWith(page(request, SCOPE + path));
  // As hosts do with a folder that is asked for without its slash.
  else if (isKnown(`${path}/`)) event.respondWith(page(request, `${SCOPE}${path}/`, `${SCOPE}${path}/${url.search}`));
});
