// node bench/elements-insights/measure.mjs: how fast insights draw, how many elements they are and what they weigh, in Chromium.
// Needs a build (npm run build). Figures are medians; the first run of each warms up and does not count.
import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { launch } from 'puppeteer-core';
import { rollup } from 'rollup';
import { chromiumFlags, findEngine } from '../../scripts/engines.mjs';

const elements = './packages/elements/dist';
const bundle = async (code, external = []) => {
  const entry = {
    name: 'entry',
    resolveId: (id) => (id === 'entry' ? `${process.cwd()}/entry.js` : null),
    load: (id) => (id.endsWith('/entry.js') ? code : null),
  };
  const plugins = [
    entry,
    nodeResolve({ exportConditions: ['production', 'browser', 'default'] }),
    terser({ module: true, compress: { passes: 2 } }),
  ];
  const built = await rollup({ input: 'entry', external, plugins });
  const { output } = await built.generate({ format: 'es', inlineDynamicImports: true });
  return output[0].code;
};

const own = await bundle(`import '${elements}/define/insights.js'`, [
  /^lit/,
  '@lit/context',
  /^@collateral\/sdk/,
  // Loaded when spoken.
  /languages\//,
]);
console.log(`insights without Lit and SDK: ${brotliCompressSync(own).length} bytes brotli`);

const page = await bundle(`
  import '${elements}/define/insights.js';
  import { everything, itemsReply, itemReply } from '${elements}/insights/insights.fixture.js';
  const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
  const day = (index) => new Date(Date.UTC(2025, 4, 28) + index * 86400000).toISOString().slice(0, 10);
  const year = Array.from({ length: 365 }, (_, index) => ({
    firstDay: day(index), lastDay: day(index), value: 100 + Math.round(50 * Math.sin(index / 9)), n: 100, interval: null, state: 'ok',
  }));
  async function time(data, screen, again) {
    const times = [];
    let count = 0;
    for (let run = 0; run < 16; run += 1) {
      const insights = document.createElement('collateral-insights');
      insights.screen = screen;
      insights.collateralId = 'item-0';
      document.body.append(insights);
      await insights.updateComplete;
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (again) { insights.data = data; await insights.updateComplete; await new Promise((resolve) => setTimeout(resolve)); again(insights); await new Promise((resolve) => setTimeout(resolve, 20)); }
      const start = performance.now();
      insights.data = again ? { ...data } : data;
      await insights.updateComplete;
      await null;
      insights.offsetHeight;
      if (run > 0) times.push(performance.now() - start);
      count = insights.shadowRoot.querySelectorAll('*').length;
      insights.remove();
    }
    return { ms: Number(median(times).toFixed(1)), elements: count };
  }
  window.measure = async () => ({
    'table of 10 000 rows, first render': await time({ ...everything, items: itemsReply(10000, 10000) }, 'items'),
    'overview, first render': await time(everything, 'overview'),
    'item with a line of 365 points, first render': await time({ item: { ...itemReply, viewsOverTime: year } }, 'item'),
    'the same again with its table open': await time({ item: { ...itemReply, viewsOverTime: year } }, 'item', (insights) => {
      insights.shadowRoot.querySelectorAll('details')[1].open = true;
    }),
  });
`);
const server = createServer((request, response) => {
  const isScript = request.url === '/page.js';
  response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
  response.end(isScript ? page : '<!doctype html><html lang="en"><body><script type="module" src="/page.js"></script>');
}).listen(0);
const browser = await launch({ executablePath: findEngine('chromium'), args: chromiumFlags });
const tab = await browser.newPage();
await tab.setViewport({ width: 1280, height: 900 });
await tab.goto(`http://localhost:${server.address().port}/`);
await tab.waitForFunction('window.measure');
console.table(await tab.evaluate('window.measure()'));
await browser.close();
server.close();
