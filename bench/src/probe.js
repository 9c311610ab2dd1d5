// Runs in the measured page before any script of its own. `steps` says by selectors what a visitor goes through:
// { start, option, next, done, question, hurry }, where `question` is the text that differs from one step to the next.
(steps => {
  if (window !== top || !location.protocol.startsWith('http')) return;
  const bench = window.bench = { lcp: null, shift: 0, blocking: 0, busyUntil: 0 };

  // What the browser itself tells.
  const watch = (type, see) => new PerformanceObserver(list => list.getEntries().forEach(see)).observe({ type, buffered: true });
  watch('largest-contentful-paint', entry => { bench.lcp = entry.startTime; });
  watch('layout-shift', entry => { if (!entry.hadRecentInput) bench.shift += entry.value; });
  watch('longtask', entry => {
    bench.blocking += Math.max(0, entry.duration - 50);
    bench.busyUntil = entry.startTime + entry.duration;
  });
  bench.paint = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null;
  bench.idleFor = () => performance.now()
    - Math.max(bench.busyUntil, ...performance.getEntriesByType('resource').map(entry => entry.responseEnd));

  // A wasm's memory is no part of the heap.
  const memories = new Set();
  bench.wasm = () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
  if (!steps.hurry) for (const name of ['instantiate', 'instantiateStreaming']) {
    const real = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await real.apply(WebAssembly, given);
      for (const part of Object.values((made.instance ?? made).exports)) if (part instanceof WebAssembly.Memory) memories.add(part);
      return made;
    };
  }

  // A person sees a label rather than its input, and acts on what is visible and enabled.
  const face = element => element.closest('label') ?? element.labels?.[0] ?? element;
  const isThere = element => !element.disabled && !element.closest('[inert]') && face(element).getClientRects().length > 0
    && face(element).checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const all = css => css && document.body ? [...document.querySelectorAll(css)].filter(isThere) : [];
  bench.has = css => all(css).length > 0;
  bench.where = () => {
    if (bench.has(steps.done)) return 'done';
    const words = all(steps.question)[0]?.textContent.trim() ?? '';
    if (bench.has(steps.option)) return `question ${words}`;
    if (bench.has(steps.next)) return `step ${words}`;
    return bench.has(steps.start) ? 'start' : '';
  };
  // Where to click, in the window.
  bench.point = css => {
    const element = all(css)[0];
    if (!element) return null;
    const shown = face(element);
    shown.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = shown.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };

  // The first real event after `arm` is timed: to the frame that follows, and to the one that shows another step.
  let armed = null;
  const drawn = then => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(null);
  });
  bench.arm = () => { armed = { from: bench.where(), began: null, paint: null, next: null }; };
  bench.timed = () => armed;
  for (const type of ['click', 'keydown', 'input', 'change']) addEventListener(type, event => {
    const timing = armed;
    if (!timing || timing.began !== null || !event.isTrusted) return;
    timing.began = event.timeStamp;
    drawn(now => { timing.paint = now - timing.began; });
    const look = () => requestAnimationFrame(() => {
      const here = bench.where();
      if (here === '' || here === timing.from) { if (armed === timing) look(); return; }
      drawn(now => { timing.next = now - timing.began; });
    });
    if (steps.start || steps.option) look();
  }, true);

  if (!steps.hurry) return;
  // In a hurry: clicks from the first moment there is anything to click, until an answer has led to the next question.
  // That alone tells that clicks count: radios tick without any script.
  const loads = Number(window.name || 0) + 1;
  window.name = String(loads);
  let first = null, tries = 0;
  const hurry = setInterval(() => {
    const here = bench.where();
    if (here.startsWith('question')) {
      first ??= here;
      if (here !== first) {
        clearInterval(hurry);
        drawn(now => { bench.ready = { at: now, tries, loads }; });
        return;
      }
      const options = all(steps.option);
      face(options[tries % options.length]).click();
      all(steps.next)[0]?.click();
      tries += 1;
    } else if (here === 'start') {
      all(steps.start)[0].click();
      tries += 1;
    }
  }, 50);
})
