// Fetches the app and the pack side by side, begins, and says so when something fails.
const root = document.documentElement;
const at = name => new URL(root.dataset[name], document.baseURI);

function fail(kind) {
  root.dataset.fault = kind;
  document.getElementById('app').hidden = true;
  for (const part of document.querySelectorAll('[data-fault-kind]')) part.hidden = part.dataset.faultKind !== kind;
  const fault = document.getElementById('fault');
  fault.hidden = false;
  fault.querySelector('h1').focus();
}

document.getElementById('reload').addEventListener('click', () => location.reload());
// A panic ends as a trap of the wasm. Nothing of it is safe to go on with.
addEventListener('error', event => { if (event.error instanceof WebAssembly.RuntimeError) fail('panic'); });

const arriving = fetch(at('pack')).then(answer => {
  if (!answer.ok) throw new Error(`the pack: ${answer.status}`);
  return answer.arrayBuffer();
});
arriving.catch(() => {}); // Said below, once the app is there too.

let kind = 'load';
try {
  const app = await import(at('app'));
  await app.default({ module_or_path: at('wasm') });
  const pack = new Uint8Array(await arriving);
  kind = 'pack';
  app.begin(pack);
} catch (error) {
  console.error(error);
  fail(error instanceof WebAssembly.RuntimeError ? 'panic' : kind);
}
