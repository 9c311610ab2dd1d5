// Every message that reaches this host, and every event of an element, for the tests to read.
window.messages = [];
window.events = [];
addEventListener('message', ({ origin, data }) => messages.push({ origin, data }));
for (const type of ['ready', 'started', 'answered', 'result', 'height', 'error']) {
  addEventListener(`clientele:${type}`, ({ target, detail }) => events.push({ type, id: target.id, detail }));
}
// Heights in the order in which they were told.
window.heights = () => messages.map(({ data }) => data?.clientele).filter(it => it?.type === 'height').map(it => it.height);
window.types = () => [...new Set(messages.map(({ data }) => data?.clientele?.type ?? data?.subject ?? data?.message))].sort();
// Resolves once no message has come for forty frames in a row: what grows for ever never gets there.
window.settled = async () => {
  for (let still = 0, last = -1; still < 40; still++) {
    if (messages.length !== last) still = 0;
    last = messages.length;
    await new Promise(requestAnimationFrame);
  }
  return true;
};
