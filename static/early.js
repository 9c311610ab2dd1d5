// The page before its app. Before the first frame: nothing is drawn that will not be shown. Then: the start and the
// questions that the page brings along. What is pressed and chosen there counts; the app goes on from it.
(() => {
  const root = document.documentElement;
  const { page, adapter } = root.dataset;
  const isHome = page === 'home';
  const KEPT = 'clientele.progress';

  // Whether the fragment asks for something: what a host appended does not, nor does a place on a page that is one without
  // its app.
  function asks() {
    const fragment = location.hash.slice(1);
    return fragment !== '' && !fragment.startsWith('?') && (isHome || !document.getElementById(fragment));
  }

  function kept() {
    try {
      return localStorage.getItem(KEPT);
    } catch {
      return null;
    }
  }
  const keeps = () => kept() !== null;

  // Which form was begun, and what was chosen: the numbers of options by the ids of their questions.
  let form;
  const chosen = {};
  const said = () => ['0', form, ...Object.entries(chosen).map(answer => answer.join('='))].join(' ');

  // A browser that closes now has kept what there was.
  let mine;
  function keep() {
    const now = said();
    try {
      localStorage.setItem(KEPT, now);
      mine = now;
    } catch {
      // The app says so.
    }
  }

  // A result's code begins with a digit.
  const hasCode = () => /^#\d/.test(location.hash);

  // What the app is made of, on its way before boot.js is there.
  function fetchAhead() {
    const ahead = document.getElementById(isHome && hasCode() ? 'ahead-whole' : 'ahead-');
    if (ahead) document.head.append(ahead.content.cloneNode(true));
  }

  // Rather nothing for a moment than something else than what the app will show; of a shared result, the verdict that the
  // address names (style/9-awaited.css).
  function wait(isWaiting) {
    // What has failed is not on its way any more.
    if (isWaiting && root.dataset.fault) location.reload();
    if (isWaiting) root.dataset.waiting = hasCode() ? 'result' : '';
    else delete root.dataset.waiting;
  }
  // Loads the page again, past whatever the browser keeps of its own files: one that came wrong once may be meant to be kept
  // for a year. What a course's page has asked of others is nobody's to ask again.
  const isHashed = name => /-[0-9a-f]{16}\.\w+$/.test(name);
  async function again() {
    const files = performance.getEntriesByType('resource').map(({ name }) => name).filter(isHashed)
      .map(name => fetch(name, { cache: 'reload' }));
    await Promise.race([Promise.allSettled(files), new Promise(late => { setTimeout(late, 5000); })]);
    location.reload();
  }

  const look = () => form || wait(asks() || isHome && (!!adapter || keeps()));

  // The form's questions, once all of them are there: something stands behind them then.
  const brought = () => {
    const asked = document.getElementById(`asked-${form}`);
    return asked?.nextElementSibling && asked;
  };
  const screens = () => brought().content.querySelectorAll('.screen');
  const count = () => screens().length;
  const choices = () => [...document.querySelectorAll('#main input')];
  // The id of a choice's question.
  const asked = choice => choice.closest('fieldset').name;
  const checked = () => document.querySelector('#main input:checked');
  const next = () => document.querySelector('#main [type=submit]');

  // What another page has kept meanwhile is the visitor's own, too, and may be more: the app goes on from that.
  function givesWay() {
    const now = kept();
    if (now === null || now === mine) return false;
    form = undefined;
    look();
    return true;
  }

  // Where the visitor is, 0 being the start; and the start, as it was.
  let at = 0;
  let start;

  function show(number) {
    at = number;
    // The review is the app's.
    wait(number > count());
    if (number > count()) return;
    const shown = document.querySelector('#main > .screen');
    start ??= shown;
    shown.replaceWith(number ? screens()[number - 1].cloneNode(true) : start);
    for (const choice of choices()) choice.checked = chosen[asked(choice)] === choice.value;
    if (checked()) answered();
    scrollTo(0, 0);
    document.getElementById('heading').focus();
  }

  // The way on is no skipping any more. The last question's leads to the review, answered or not.
  function answered() {
    next().className = 'primary';
    if (at < count()) next().textContent = brought().dataset.next;
  }

  // What the window is called at a place.
  const { title } = document;
  function entitle() {
    const place = document.querySelector('#main .progress-words > :last-child');
    const name = document.querySelector('.wordmark');
    document.title = place ? `${place.textContent} – ${name.textContent.trim()}` : title;
  }

  // The address follows its screen, and the title its address: for a new one a browser brings everything up to date,
  // which takes its time.
  let due;
  function arrive() {
    if (due === undefined) return;
    const here = location.pathname + location.search;
    try {
      history.pushState(null, '', due || here);
    } catch {
      // A frame without a history shows the screen all the same.
    }
    due = undefined;
    entitle();
  }

  function go(number) {
    arrive();
    show(number);
    due = number > count() ? '#review' : number ? `#question-${number}` : '';
    requestAnimationFrame(() => setTimeout(arrive, 1));
    setTimeout(arrive, 100);
  }

  // Looks out for the questions, where a form was begun before they had come.
  let coming;

  function moved() {
    // What failed is tried again; where nobody is left who could, the page is loaded again.
    if (root.dataset.fault) document.getElementById('reload').click();
    if (!document.getElementById('main')) return;
    due = undefined;
    const [, number] = /^#question-(\d+)$/.exec(location.hash) ?? [];
    // Whoever goes elsewhere while the questions are on their way has not begun.
    if (coming) {
      coming.disconnect();
      coming = form = undefined;
    }
    if (!form) look();
    else if (asks() && !number) wait(true);
    else show(+(number ?? 0));
    entitle();
  }

  function begin(name) {
    if (givesWay()) return;
    form = name;
    keep();
    if (brought()) return go(1);
    // On a slow line the questions may be on their way still. The whole page is no sign of them: a browser reads on behind
    // a style sheet only when that has come.
    coming ??= new MutationObserver(() => {
      if (!brought()) return;
      coming.disconnect();
      coming = undefined;
      go(1);
    });
    coming.observe(document.body, { childList: true });
  }

  const ON = {
    click({ target }) {
      const button = target.closest('button');
      if (button?.name === 'form') begin(button.value);
      else if (button?.matches('.actions > .quiet')) go(at - 1);
    },
    change({ target }) {
      chosen[asked(target)] = target.value;
      keep();
      answered();
    },
    submit(event) {
      event.preventDefault();
      go(at + 1);
    },
    // As src/flow/keys.rs has it.
    keydown(event) {
      const { key, target, repeat } = event;
      if (!at || event.ctrlKey || event.altKey || event.metaKey || !target.closest('h1, fieldset')) return;
      const isArrow = key.startsWith('Arrow') && target.id === 'heading';
      const choice = isArrow ? checked() ?? choices()[0] : /^\d$/.test(key) ? choices().at(key - 1) : null;
      if (choice || key === 'Enter') event.preventDefault();
      if (repeat) return;
      choice?.focus();
      if (choice && !isArrow) choice.click();
      if (key === 'Enter' && checked()) go(at + 1);
    },
  };

  function act(event) {
    if (event.target.closest('#app') && !('waiting' in root.dataset)) ON[event.type](event);
  }

  // A double click is one press, before the app as with it: the rest of it means nothing on the screen that its first half
  // brought, nor does it take the focus away there. Nor does it mean the next row's button, where the first took a row out.
  const pressedOn = ({ target }) => document.getElementById('heading')?.textContent
    + target.closest('button')?.outerHTML;
  let seen;
  function once(event) {
    if (event.detail < 2) {
      seen = pressedOn(event);
    } else if (seen !== pressedOn(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }
  for (const name of ['mousedown', 'click']) addEventListener(name, once, true);

  // The app does not take over between a press and its click, which would be lost.
  let isPressed = false;
  let free = () => {};
  const PRESS = {
    // Behind a menu of the browser's, no other button is ever let go.
    pointerdown({ button }) { isPressed = !button; },
    pointerup() {
      isPressed = false;
      setTimeout(free);
    },
    // The space bar presses what has the focus once it is let go.
    keydown({ key }) { if (key === ' ') isPressed = true; },
  };
  PRESS.pointercancel = PRESS.keyup = PRESS.pointerup;

  const heard = () => { if (form) givesWay(); };

  function listen(change) {
    for (const name in ON) document[change](name, act);
    for (const name in PRESS) document[change](name, PRESS[name], true);
    globalThis[change]('popstate', moved);
    for (const name of ['storage', 'pageshow']) globalThis[change](name, heard);
  }
  // A course keeps what there is by itself, so its page waits for that.
  if (isHome && !adapter) listen('addEventListener');

  // A tool's page brings its controls along; boot.js does again what was done there. This is the last button pressed.
  let pressed;
  const press = ({ target }) => { pressed = target.closest('button') ?? pressed; };
  // A file that is let go anywhere on the page is as good as one that was chosen; a browser would leave the page for it.
  // What the app has taken already needs nothing more.
  const drop = event => {
    const { types, files } = event.dataTransfer;
    if (event.defaultPrevented || !types.includes('Files')) return;
    event.preventDefault();
    const chooser = document.querySelector('[type=file]');
    if (!files.length || !chooser) return;
    chooser.files = files;
    chooser.dispatchEvent(new Event('change', { bubbles: true }));
  };
  if (page === 'compare' || page === 'embed') {
    for (const name of ['dragover', 'drop']) document.addEventListener(name, drop);
    for (const name in PRESS) document.addEventListener(name, PRESS[name], true);
    document.addEventListener('click', press);
    document.addEventListener('submit', event => event.preventDefault());
  }

  // What explains a word of one screen has nothing to do with the next.
  addEventListener('popstate', () => {
    if (CSS.supports('selector(:popover-open)')) document.querySelector(':popover-open')?.hidePopover();
  });

  // A verdict's page is itself again once its address asks for nothing any more. What is shown of any other is the app's,
  // once that is there.
  let isOver = false;
  if (page === 'verdict') addEventListener('hashchange', ({ oldURL }) => {
    if (oldURL.includes('#') && !asks()) location.reload();
    else if (!isOver) look();
  });

  // Where boot.js does not come, nobody else would say so. A verdict's page can do without.
  addEventListener('error', ({ target }) => {
    if (target.id !== 'boot') return;
    wait(false);
    if (page === 'verdict' && !asks()) return;
    root.hidden = false;
    root.dataset.fault = 'load';
    const fault = document.getElementById('fault').content;
    fault.querySelector('[data-fault-kind=load]').hidden = false;
    document.getElementById('app').replaceWith(fault);
    document.getElementById('reload').addEventListener('click', again);
    const title = document.querySelector('.fault h1');
    document.title = title.textContent;
    if (parent === window || document.hasFocus()) title.focus();
  }, true);

  document.getElementById('again')?.addEventListener('click', () => location.reload());

  // An embedding page may want another theme. Where that doesn't come, rather none than nothing.
  root.hidden = isHome && !adapter && new URLSearchParams(location.search).has('embed');
  if (root.hidden) setTimeout(() => {
    if (!root.hidden) return;
    root.hidden = false;
    wait(true);
  }, 3000);
  look();
  // The rest of the first page, and what the app is made of.
  function follow() {
    delete root.dataset.top;
    fetchAhead();
  }
  // What is shown already comes first, but for a shared result's verdict: the result is what the visitor came for.
  if ('waiting' in root.dataset) follow();
  else if (page !== 'verdict') requestAnimationFrame(() => setTimeout(follow));

  globalThis.early = {
    again,
    asks,
    keeps,
    look,
    pressed: () => pressed,
    // The app takes over: says what it goes on from, if there is something.
    async end() {
      while (isPressed) await new Promise(done => { free = done; });
      isOver = true;
      listen('removeEventListener');
      document.removeEventListener('click', press);
      arrive();
      return form && said();
    },
  };

  // What was pressed while this was on its way.
  globalThis.onclick = null;
  if (isHome && !adapter) for (const target of globalThis.pressed ?? []) act({ type: 'click', target });
})();
