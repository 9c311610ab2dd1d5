// Keeps the pages and apps of one version, all or none, so that they are there without a network. `site finish` writes
// two lines above these: VERSION, and FILES, each with its path below the scope and its digest. ARCHITECTURE.md says why
// pages ask the network first; docs/hosting.md says how to be rid of all this.
const SCOPE = registration.scope;
const CACHE = `clientele ${SCOPE} ${VERSION}`;
// How long a line may keep a visitor waiting for a page that is here.
const PATIENCE = 3000;
// What a host says that is too slow or too busy, and not that there is no such page.
const ILL = [408, 425, 429];

// Under such a name lie the same bytes in every version.
const isHashed = path => /-[0-9a-f]{16}\.\w+$/.test(path);
const isOurs = name => name.startsWith(`clientele ${SCOPE} `);

// What is kept of ours: what another site on the same origin keeps has been checked by nobody. Browsers have been known to
// fail in reading what they keep: the network is there all the same.
async function find(url, names = caches.keys()) {
  try {
    for (const cacheName of (await names).filter(isOurs)) {
      const kept = await caches.match(url, { ignoreVary: true, cacheName });
      if (kept) return kept;
    }
  } catch {
    // As if there were nothing.
  }
}

// All of an answer, as one of our own: what was redirected may not answer for a page, and what varies with everything is
// kept by no browser.
async function whole(answer) {
  const headers = new Headers(answer.headers);
  for (const name of ['vary', 'content-encoding', 'content-length']) headers.delete(name);
  return new Response(await answer.blob(), { headers });
}

async function keep(cache, [path, integrity]) {
  const url = SCOPE + path;
  const kept = isHashed(path) && await find(url);
  if (kept) return cache.put(url, kept);
  // The browser refuses what is cut short, or of another version.
  const ask = cache => fetch(url, { integrity, cache });
  let answer = await ask(isHashed(path) ? 'default' : 'no-cache').catch(() => {});
  // What came wrong once may be meant to be kept for a year.
  if (!answer?.ok && isHashed(path)) answer = await ask('reload');
  if (!answer?.ok) throw new Error(`${path}: ${answer?.status}`);
  return cache.put(url, await whole(answer));
}

// Whether all of this version is there.
const isWhole = async () => await caches.has(CACHE) && (await (await caches.open(CACHE)).keys()).length >= FILES.length;

async function install() {
  const isNew = !await caches.has(CACHE);
  const cache = await caches.open(CACHE);
  // A host that changes pages changes this one, too: then nothing can be kept, which one request finds out.
  const [first] = FILES;
  let failed = await keep(cache, first).then(() => {}, reason => ({ reason }));
  if (!failed) {
    const kept = await Promise.allSettled(FILES.map(file => file !== first && keep(cache, file)));
    failed = kept.find(it => it.status === 'rejected');
  }
  // A version that begins its work meanwhile takes away what is not its own: the browser tries again at the next visit.
  if (!failed && await isWhole()) return;
  if (isNew) await caches.delete(CACHE);
  throw failed?.reason ?? new Error('taken away meanwhile');
}

async function activate() {
  for (const name of await caches.keys()) {
    if (isOurs(name) && name !== CACHE) await caches.delete(name);
  }
  await clients.claim();
}

// The host's page if all of it comes in time, else the one that is kept: at its own address, or its links would lead
// elsewhere. Pages are one journey each, and one that is cut short would stay blank.
async function page(request, url, here) {
  const asked = fetch(request).then(answer => answer.status === 200 ? whole(answer) : answer);
  const late = new Promise((_, refuse) => setTimeout(refuse, PATIENCE));
  try {
    const answer = await Promise.race([asked, late]);
    if (answer.status < 500 && !ILL.includes(answer.status)) return answer;
  } catch {
    // No line, or a slow one.
  }
  asked.catch(() => {});
  const kept = await find(url, [CACHE]);
  return kept && here ? Response.redirect(here) : kept ?? asked;
}

// Another site on the same origin may have taken away all that is kept there, and a browser may have closed while it came
// again. What fails is left until the worker begins anew.
let filling;
function refill() {
  filling ??= isWhole().then(is => is || install()).then(() => { filling = null; }, () => {});
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
