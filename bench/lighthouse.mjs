// One run of Lighthouse's phone on an address, in a browser of its own: prints its scores as JSON.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const TIMES = {
  'FCP, ms': 'first-contentful-paint', 'LCP, ms': 'largest-contentful-paint', 'TBT, ms': 'total-blocking-time',
  CLS: 'cumulative-layout-shift',
};

const chrome = await launch({
  chromePath: process.env.CHROME_PATH || '/usr/bin/chromium',
  chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
});
try {
  const { lhr } = await lighthouse(process.argv[2], { port: chrome.port, logLevel: 'error', onlyCategories: CATEGORIES });
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  const weighed = CATEGORIES.flatMap(id => lhr.categories[id].auditRefs.filter(part => part.weight > 0));
  const figures = Object.fromEntries([
    ...CATEGORIES.map(id => [id, lhr.categories[id].score * 100]),
    ...Object.entries(TIMES).map(([name, id]) => [name, lhr.audits[id].numericValue]),
  ]);
  const lost = weighed.filter(({ id }) => (lhr.audits[id].score ?? 1) < 0.9).map(({ id }) => `${id}: ${lhr.audits[id].title}`);
  console.log(JSON.stringify({ ...figures, lost }));
} finally {
  chrome.kill();
}
