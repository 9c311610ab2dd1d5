// In place of sw.js: gives back what it kept, and is gone. docs/hosting.md says when.
async function leave() {
  for (const name of await caches.keys()) {
    if (name.startsWith(`clientele ${registration.scope} `)) await caches.delete(name);
  }
  // Open pages go on as they are: this answers for nothing.
  await registration.unregister();
}

addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(leave()));
