// In place of sw.js: gives back what it kept, and is gone. docs/hosting.md says when.
async function leave() {
  for (const name of await caches.keys()) {
    if (name.startsWith(`clientele ${registration.scope} `)) await caches.delete(name);
  }
  await registration.unregister();
  for (const page of await clients.matchAll({ type: 'window' })) page.navigate(page.url).catch(() => {});
}

addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(leave()));
