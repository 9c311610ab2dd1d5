// The runtime of a course platform: scorm-again, with every call written down, what was committed kept until the page is
// opened again, and one thing out of order if the query asks for it.
const query = new URLSearchParams(location.search);
const is12 = query.get('standard') === 'scorm12';
const runtime = is12 ? new Scorm12API() : new Scorm2004API();
const calls = [];

const saved = sessionStorage.getItem(location.search);
if (saved) {
  const state = JSON.parse(saved);
  // By the standard of 2004, an attempt that did not say it was suspended begins anew.
  const isSuspended = is12 || sessionStorage.getItem(`exit${location.search}`) === 'suspend';
  if (!isSuspended) for (const name of ['suspend_data', 'location', 'interactions']) delete state[name];
  // Some platforms begin each visit with an empty list.
  if (query.has('forgets')) delete state.interactions;
  runtime.loadFromJSON(state);
}
if (query.has('review') && is12) runtime.cmi.core.lesson_mode = 'review';
else if (query.has('review')) runtime.cmi.mode = 'review';

let isKilled = false;
// How often that which is out of order still is.
let times = Number(query.get('first') ?? Infinity);
const isIll = (how, name, key) => {
  const what = query.get(how);
  if (!what || ![name, key].includes(what) || times <= 0) return false;
  times -= 1;
  return true;
};
// How many values are still to come late: until then they are empty.
let late = Number(query.get('late'));
const last = key => calls.findLast(call => call[0].endsWith('SetValue') && call[1] === key)?.[2] ?? null;

function run(name, values) {
  // What ends a page without a word ends what it would have said.
  if (isKilled) return 'true';
  calls.push([name, ...values]);
  const [key] = values;
  if (isIll('throws', name, key)) throw new Error('the platform is ill');
  if (isIll('refuses', name, key)) return 'false';
  if (query.has('full') && key === 'cmi.suspend_data') return 'false';
  // As Moodle has it.
  if (query.has('strict') && /response$/.test(key) && /choice/.test(last(key.replace(/\w+$/, 'type'))) && !/^[\w.]{1,250}$/.test(values[1])) return 'false';
  if (late > 0 && name.endsWith('GetValue')) {
    late -= 1;
    return '';
  }
  const answer = runtime[name](...values);
  calls.at(-1).push(answer);
  if (/Commit|Finish|Terminate/.test(name)) {
    sessionStorage.setItem(location.search, JSON.stringify(runtime.cmi));
    sessionStorage.setItem(`exit${location.search}`, last(is12 ? 'cmi.core.exit' : 'cmi.exit') ?? '');
  }
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
  last,
  kill: () => { isKilled = true; },
};
