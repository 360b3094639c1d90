import { launch } from 'puppeteer-core';
import { mkdtemp } from 'node:fs/promises'; import {tmpdir} from 'node:os'; import {join} from 'node:path';
import { startDemo } from './examples/demo/demo-server.js';
import { chromiumFlags, findEngine } from './scripts/engines.mjs';
const demo = await startDemo({ port: 0, file: join(await mkdtemp(join(tmpdir(),'h-screens-demo-')), 'demo.sqlite') });
console.log('demo', demo.url, JSON.stringify(demo.seeded));
const browser = await launch({ executablePath: findEngine('chromium'), args: chromiumFlags });
for (const [name, search, scheme, width] of [['d-ov','','light',1280],['d-ov360','','dark',360],['d-items','?screen=items','light',1280],['d-quad','?screen=quadrant','dark',1280],['d-item','?screen=item&collateralId=deck-42','light',1280]]) {
  const page = await (await browser.createBrowserContext()).newPage();
  page.on('console', (m) => console.log(name, m.text())); page.on('pageerror', (e) => console.log(name, 'ERR', e.message)); page.on('response', (r) => { if (r.status() >= 400) console.log(name, r.status(), r.url()); });
  await page.setViewport({ width, height: 900 }); await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(`${demo.url}/demo/sign-in?person=manager-1&page=manager`);
  await page.goto(`${demo.url}/manager.html${search}`);
  const ok = await page.waitForFunction(`document.querySelector('collateral-insights')?.shadowRoot?.querySelector('.base')?.getAttribute('aria-busy')==='false' && !document.querySelector('collateral-insights').shadowRoot.querySelector('.waiting')`, { timeout: 30000 }).then(() => true, () => false);
  console.log(name, ok, await page.evaluate(`document.querySelector('collateral-insights').shadowRoot.textContent.replace(/\\s+/g,' ').slice(0,300)`));
  await page.evaluate('new Promise(r=>setTimeout(r,300))');
  const h = await page.evaluate('document.documentElement.scrollHeight'); const sw = await page.evaluate('document.documentElement.scrollWidth'); if (sw > width) console.log(name, 'OVERFLOW', sw);
  await page.setViewport({ width, height: Math.min(h, 2200) });
  await page.screenshot({ path: `/tmp/h-screens-s/${name}.png` });
}
await browser.close(); await demo.close(); process.exit(0);
