// The runtime of a course platform: scorm-again, with every call written down, what was committed kept until the page is
// opened again, and one thing out of order if the query asks for it.
const query = new URLSearchParams(location.search);
const is12 = query.get('standard') === 'scorm12';
const runtime = is12 ? new Scorm12API() : new Scorm2004API();
const calls = [];

const saved = sessionStorage.getItem(location.search);
if (saved) {
  const state = JSON.parse(saved);
  // Some platforms begin each visit with an empty list.
  if (query.has('forgets')) delete state.interactions;
  runtime.loadFromJSON(state);
}
if (query.has('review') && is12) runtime.cmi.core.lesson_mode = 'review';
else if (query.has('review')) runtime.cmi.mode = 'review';

function run(name, values) {
  calls.push([name, ...values]);
  if (query.get('throws') === name) throw new Error('the platform is ill');
  if (query.get('refuses') === name) return 'false';
  if (query.has('full') && values[0] === 'cmi.suspend_data') return 'false';
  const answer = runtime[name](...values);
  calls.at(-1).push(answer);
  if (/Commit|Finish|Terminate/.test(name)) sessionStorage.setItem(location.search, JSON.stringify(runtime.cmi));
  return answer;
}

const names = is12
  ? ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSGetLastError', 'LMSGetErrorString', 'LMSGetDiagnostic']
  : ['Initialize', 'Terminate', 'GetValue', 'SetValue', 'Commit', 'GetLastError', 'GetErrorString', 'GetDiagnostic'];
const api = Object.fromEntries(names.map(name => [name, (...values) => run(name, values)]));
if (!query.has('absent')) window[is12 ? 'API' : 'API_1484_11'] = api;

// For tests: what the course called, and what it left.
window.platform = {
  calls,
  state: () => JSON.parse(JSON.stringify(runtime.cmi)),
  times: name => calls.filter(call => call[0] === name).length,
  last: key => calls.findLast(call => call[0].endsWith('SetValue') && call[1] === key)?.[2] ?? null,
};
