import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { startDemo } from './examples/demo/demo-server.js';
import { chromiumFlags, findEngine } from './scripts/engines.mjs';
const folder = await mkdtemp(join(tmpdir(), 'h-periods-shots-'));
const demo = await startDemo({ port: 0, file: join(folder, 'demo.sqlite'), days: 240 });
const browser = await launch({ executablePath: findEngine('chromium') ?? 'chromium', args: chromiumFlags });
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
async function open(who, path, width, scheme) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height: 900, deviceScaleFactor: 1 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(`${demo.url}/demo/sign-in?person=${who}`);
  await page.goto(`${demo.url}${path}`);
  await sleep(4000);
  return page;
}
async function shot(page, selector, name) {
  const el = await page.$(selector);
  await el.screenshot({ path: `/tmp/h-periods-${name}.png` });
}
const inCard = (sel, js) => `(() => { const r = document.querySelector(${JSON.stringify(sel)}).shadowRoot; ${js} })()`;
for (const [width, scheme] of [[360, 'dark'], [1000, 'light']]) {
  const page = await open('manager-1', '/manager.html', width, scheme);
  await page.evaluate(inCard('collateral-scorecard', `const s = r.querySelector('.period select'); s.value='months'; s.dispatchEvent(new Event('change')); r.querySelector('[data-open-targets]')?.click();`));
  await sleep(2500);
  await shot(page, 'collateral-scorecard', `card-${width}`);
  await page.evaluate(inCard('#disputes', `r.querySelector('[data-open]')?.click();`));
  await sleep(800);
  await shot(page, '#disputes', `disputes-${width}`);
  const admin = await open('admin-1', '/manager.html', width, scheme);
  await shot(admin, '#audit', `audit-${width}`);
}
const p = await open('producer-1', '/manager.html?screen=item&collateralId=deck-42', 360, 'dark');
await p.evaluate(inCard('collateral-insights', `r.querySelector('.comments [data-open]')?.click();`));
await sleep(800);
await shot(p, 'collateral-insights', 'comments-360');
await browser.close(); await demo.close(); process.exit(0);
