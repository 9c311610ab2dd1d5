// Reports to an LRS what the app tells its page, for launches by cmi5 and by Tin Can: initialized, answered, completed
// with the verdict as the response, terminated; never passed, failed or a score. An LRS that fails costs the report, not
// the questionnaire. What the launch hands over stays in this module's memory: not in the address, storage or the console.
import { disconnected, note, warn } from './course.js';

const VERB = 'http://adlnet.gov/expapi/verbs/';
const CMI5 = 'https://w3id.org/xapi/cmi5/context/categories/';
const PROGRESS = 'https://w3id.org/xapi/cmi5/result/extensions/progress';
const INTERACTION = 'http://adlnet.gov/expapi/activities/cmi.interaction';
// The document in the State API that holds the progress.
const STATE = 'clientele.progress';
// How long one request may take.
const PATIENCE = 5000;
// How long the questionnaire waits for all of them before it begins without: three follow one another.
const LONGEST_WAIT = 3 * PATIENCE;
// How many statements are posted together, and how many bytes at the end: what outlives a page may be 64 KiB at the most.
const MOST = 8;
const MOST_BYTES = 60_000;
const LAUNCH = ['endpoint', 'fetch', 'auth', 'actor', 'registration', 'activityId', 'activity_id', 'activity_platform',
  'Accept-Language', 'content_endpoint', 'content_token', 'externalRegistration', 'externalConfiguration', 'grouping'];

// Not by the clock, which may be set right meanwhile.
const begun = performance.now();
let isOver = false;
// Whether there is an LRS that has taken us so far.
let isConnected = false;
let isNormal = true;
let token = '';
let template = {};
let returnTo = '';
let words = {};
// What the State API holds.
let kept = { progress: '', completed: false, verdict: '' };
let isKept = true;
// What of a result the LRS has been told, and what each statement of one tells.
let taken = { completed: false, verdict: '' };
const results = new Map();
// Statements that the LRS has not taken yet, in order.
let queue = [];
// Those of them that are under way.
let sending = [];
let isSending = false;
let pause = 1000;
let timer = 0;

const launch = read();

// The launch, taken out of the address before anything else can see it: the app's links, other requests, the history.

function read() {
  const query = new URLSearchParams(location.search);
  const given = Object.fromEntries(LAUNCH.map(name => [name, query.get(name) ?? '']));
  for (const name of LAUNCH) query.delete(name);
  const rest = query.toString();
  try {
    history.replaceState(null, '', location.pathname + (rest && `?${rest}`) + location.hash);
  } catch (error) {
    warn('the launch stays in the address', error.name);
  }
  const activity = given.activityId || given.activity_id;
  const actor = agent(given.actor);
  const { fetch, auth, registration } = given;
  if (!isWeb(given.endpoint) || !activity || !actor || !(fetch ? isWeb(fetch) : auth)) return null;
  return { endpoint: given.endpoint.replace(/\/?$/, '/'), fetch, auth, registration, activity, actor };
}

function isWeb(url) {
  try {
    return /^https?:$/.test(new URL(url).protocol);
  } catch {
    return false;
  }
}

// Early Tin Can players write each part as a list, and accounts by other names.
function agent(text) {
  const first = value => Array.isArray(value) ? value[0] : value;
  try {
    const given = JSON.parse(text);
    const clean = { objectType: 'Agent' };
    for (const key of ['name', 'mbox', 'mbox_sha1sum', 'openid', 'account']) {
      if (first(given[key])) clean[key] = first(given[key]);
    }
    if (clean.account?.accountName) {
      clean.account = { homePage: clean.account.accountServiceHomePage, name: clean.account.accountName };
    }
    return clean.mbox || clean.mbox_sha1sum || clean.openid || clean.account ? clean : null;
  } catch {
    return null;
  }
}

// Requests.

class Refused extends Error {
  constructor(why) {
    super();
    this.name = String(why);
    this.status = Number(why);
  }
}

async function ask(path, query, options = {}) {
  const url = new URL(path, launch.endpoint);
  for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value);
  const headers = { Authorization: token, 'X-Experience-API-Version': '1.0.3' };
  if (options.body) headers['Content-Type'] = 'application/json';
  const answer = await fetch(url, {
    ...options, headers, cache: 'no-store', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) throw new Refused(answer.status);
  return answer;
}

const mine = () => ({ activityId: launch.activity, agent: JSON.stringify(launch.actor), registration: launch.registration });

// A document, if it is among those that there are. Asking for one that isn't there would be an error to the browser, which
// writes the whole address into its console, with the learner in it.
async function stored(path, query, key, id) {
  const ids = await (await ask(path, query)).json();
  return ids.includes(id) ? (await ask(path, { ...query, [key]: id })).json() : null;
}

async function authorise() {
  if (!launch.fetch) return launch.auth;
  // It can be asked once, so this is never tried again.
  const answer = await fetch(launch.fetch, {
    method: 'POST', cache: 'no-store', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) throw new Refused(answer.status);
  const given = (await answer.json())['auth-token'];
  if (!given) throw new Refused('without a token');
  return `Basic ${given}`;
}

// Statements.

// Also on pages that came over plain HTTP, where `randomUUID` is missing.
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 15 | 64;
  bytes[8] = bytes[8] & 63 | 128;
  const digits = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const spent = () => `PT${((performance.now() - begun) / 1000).toFixed(2)}S`;
const list = value => value === undefined ? [] : [value].flat();

// The template's context, with nothing in it overwritten.
function context(name, ids) {
  const context = structuredClone(template);
  if (launch.registration) context.registration = launch.registration;
  if (ids.length) {
    context.contextActivities ??= {};
    context.contextActivities[name] = [...list(context.contextActivities[name]), ...ids.map(id => ({ objectType: 'Activity', id }))];
  }
  return context;
}

function statement(verb, object, context, result) {
  const named = words.verbs?.[verb] && { display: { [words.language]: words.verbs[verb] } };
  return {
    id: uuid(),
    timestamp: new Date().toISOString(),
    actor: launch.actor,
    verb: { id: VERB + verb, ...named },
    object: { objectType: 'Activity', ...object },
    ...result && { result },
    context,
  };
}

// About the questionnaire as a whole: the statements that cmi5 defines, and marks as its own.
function whole(verb, result) {
  const categories = launch.fetch ? [`${CMI5}cmi5`, ...result?.completion ? [`${CMI5}moveon`] : []] : [];
  return statement(verb, { id: launch.activity }, context('category', categories), result);
}

// About one part of it: a question, or the verdict.
function part(id, definition, result) {
  const object = {
    id: `${launch.activity}${launch.activity.includes('#') ? '/' : '#'}${id}`,
    definition: { type: INTERACTION, ...definition },
  };
  return statement('answered', object, context('parent', [launch.activity]), result);
}

const worded = text => ({ [words.language ?? document.documentElement.lang]: text });

function answered({ question, title, option, answered, total }) {
  const options = words.questions?.[question];
  const choices = options && Object.entries(options).map(([id, text]) => ({ id, description: worded(text) }));
  const definition = { interactionType: 'choice', name: worded(title), ...choices && { choices } };
  const extensions = kept.completed ? {} : { extensions: { [PROGRESS]: Math.round(100 * answered / total) } };
  const told = part(question, definition, { response: String(option), ...extensions });
  // An answer that is changed before it was sent is sent once.
  queue = queue.filter(it => sending.includes(it) || it.object.id !== told.object.id);
  queue.push(told);
}

function resulted({ verdict, title }) {
  if (verdict === 'too-few' || kept.completed && kept.verdict === verdict) return;
  const told = kept.completed
    // A registration is completed once; another verdict later on is an answer like others.
    ? part('verdict', { interactionType: 'other', ...words.verdict && { name: worded(words.verdict) } }, { response: title })
    : whole('completed', { completion: true, response: title, duration: spent() });
  const news = { completed: true, verdict };
  results.set(told, news);
  queue.push(told);
  keep(news);
}

function keep(news) {
  kept = { ...kept, ...news };
  isKept = false;
}

// Sending: in order, a second after the first news, again after a pause that doubles when the LRS is away.

function sendSoon() {
  timer ||= setTimeout(() => { timer = 0; send(); }, pause);
}

async function send() {
  if (!isConnected || isSending || isOver) return;
  isSending = true;
  // What is told meanwhile goes out the next time.
  let isLate = queue.length > 0 && await deliver(queue.slice(0, MOST)) === 'later';
  sending = [];
  if (!isKept && isConnected && !isOver) {
    isKept = true;
    if (await tried(save) === 'later') {
      isKept = false;
      isLate = true;
    }
  }
  isSending = false;
  pause = isLate ? Math.min(pause * 2, 60_000) : 1000;
  note('unsaved', isLate);
  if (queue.length || !isKept) sendSoon();
}

// What is posted together is taken together or not at all: what is refused among others is found by posting each alone.
async function deliver(statements) {
  sending = statements;
  const fate = await tried(() => post(statements));
  if (['refused', 'there'].includes(fate) && statements.length > 1) {
    for (const one of statements) {
      // Nothing may follow what has been terminated meanwhile.
      if (isOver || !isConnected) return fate;
      if (queue.includes(one) && await deliver([one]) === 'later') return 'later';
    }
  } else if (fate !== 'later') {
    queue = queue.filter(it => !statements.includes(it));
    const result = fate !== 'refused' && statements.filter(it => results.has(it)).pop();
    if (result) {
      taken = results.get(result);
      isKept = false;
    }
  }
  return fate;
}

// What becomes of a request: the LRS has taken it, has it already, never will, or may later.
async function tried(request) {
  try {
    await request();
    return 'taken';
  } catch (error) {
    const { name, status } = error;
    warn('a request failed', name);
    if ([401, 403].includes(status)) {
      isConnected = false;
      disconnected();
    }
    if (status === 409) return 'there';
    return status >= 400 && status < 500 && ![408, 429].includes(status) ? 'refused' : 'later';
  }
}

// That it is completed is kept for later sessions once the LRS has been told: or none of them would tell it again.
const save = () => ask('activities/state', { ...mine(), stateId: STATE }, {
  method: 'PUT', keepalive: true, body: JSON.stringify({ ...kept, ...taken }),
});
const post = statements => ask('statements', {}, { method: 'POST', keepalive: true, body: JSON.stringify(statements) });

function follow(name, act) {
  document.addEventListener(`clientele:${name}`, event => {
    if (!isConnected || !isNormal || isOver) return;
    act(event.detail);
    sendSoon();
  });
}

follow('progress', detail => keep({ progress: detail }));
follow('answered', detail => { if (detail.option !== null) answered(detail); });
follow('result', detail => { resulted(detail); send(); });

function finish() {
  if (!isConnected || isOver) return;
  isOver = true;
  // These outlive the page, as does what is under way.
  if (!isKept) save().catch(() => {});
  const unsent = queue.filter(it => !sending.includes(it));
  unsent.push(whole('terminated', { duration: spent() }));
  // In one, or the end might arrive first. What is too much costs the oldest.
  while (unsent.length > 1 && new Blob([JSON.stringify(unsent)]).size > MOST_BYTES) unsent.shift();
  post(unsent).catch(() => {});
}

addEventListener('pagehide', finish);
addEventListener('online', () => {
  clearTimeout(timer);
  timer = 0;
  pause = 1000;
  send();
});
document.addEventListener('visibilitychange', () => { if (document.hidden) send(); });

// A platform that wants its learner back gets a link to it.
function offerReturn() {
  const way = document.getElementById('return');
  if (!way || !isWeb(returnTo)) return;
  way.hidden = false;
  const link = way.querySelector('a');
  link.href = returnTo;
  link.addEventListener('click', event => {
    event.preventDefault();
    finish();
    location.assign(returnTo);
  });
}

// The package's own words; without them ids have to do.
async function readWords() {
  const answer = await fetch(new URL('course.json', import.meta.url));
  words = await answer.json();
}

async function connect() {
  token = await authorise();
  const state = id => stored('activities/state', mine(), 'stateId', id);
  // cmi5 has the preferences asked for; there is one language here, and no sound.
  const preferences = () => stored('agents/profile', { agent: JSON.stringify(launch.actor) }, 'profileId', 'cmi5LearnerPreferences');
  const [data, progress] = await Promise.all([
    launch.fetch && state('LMS.LaunchData'),
    state(STATE),
    readWords().catch(error => warn('the words did not arrive', error.name)),
    launch.fetch && preferences().catch(() => {}),
  ]);
  template = data?.contextTemplate ?? {};
  isNormal = (data?.launchMode ?? 'Normal') === 'Normal';
  returnTo = data?.returnURL ?? '';
  kept = { ...kept, ...progress };
  taken = { completed: kept.completed, verdict: kept.verdict };
}

// The progress that the LRS keeps. Where there is none, nothing is kept at all: the browser may be shared, and the next
// learner must not find this one's answers.
export async function restore() {
  let late;
  try {
    if (!launch) throw new Refused('without a launch');
    await Promise.race([
      connect(),
      new Promise((_, no) => { late = setTimeout(() => no(new Refused('too late')), LONGEST_WAIT); }),
    ]);
    isConnected = true;
    note('reviewing', !isNormal);
    queue.push(whole('initialized'));
    send();
    offerReturn();
  } catch (error) {
    warn('the connection failed', error.name);
    disconnected();
  }
  clearTimeout(late);
  return String(kept.progress);
}
