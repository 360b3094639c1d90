// node bench/elements/lighthouse.mjs: what Lighthouse says of the accessibility of each page of the demo, wide and narrow. Ends with
// 1 when a page has less than 100. Once before: npm --prefix bench/elements install; npm run build:cdn.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse, { desktopConfig } from 'lighthouse';
import { launch } from 'puppeteer-core';
import { startDemo } from '../../examples/demo/demo-server.js';
import { chromiumFlags, findEngine } from '../../scripts/engines.mjs';

const pages = [
  { path: '/', person: 'rep-1' },
  { path: '/item.html?id=deck-42', person: 'rep-1' },
  { path: '/requests.html', person: 'rep-1' },
  { path: '/producer.html', person: 'producer-1' },
  { path: '/manager.html', person: 'manager-1' },
];
const folder = await mkdtemp(join(tmpdir(), 'collateral-lighthouse-'));
const demo = await startDemo({ port: 0, file: join(folder, 'demo.sqlite'), days: 30 });
const browser = await launch({ executablePath: findEngine('chromium') ?? 'chromium', args: chromiumFlags });
try {
  console.log('| page | width | accessibility | checks passed | failed |\n| --- | --- | --- | --- | --- |');
  for (const { path, person } of pages) {
    for (const width of ['wide', 'narrow']) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.goto(`${demo.url}/demo/sign-in?person=${person}`);
      const flags = { onlyCategories: ['accessibility'], disableStorageReset: true };
      const result = await lighthouse(demo.url + path, flags, width === 'wide' ? desktopConfig : undefined, page);
      const report = result?.lhr;
      const audits = Object.values(report?.audits ?? {});
      const failed = audits.filter(({ score }) => score === 0).map(({ id }) => id);
      const score = Math.round((report?.categories['accessibility']?.score ?? 0) * 100);
      if (score < 100) process.exitCode = 1;
      const passed = audits.filter((audit) => audit.score === 1).length;
      console.log(`| ${path} | ${width} | ${score} | ${passed} | ${failed.join(', ') || 'none'} |`);
      await context.close();
    }
  }
} finally {
  await browser.close();
  await demo.close();
  await rm(folder, { recursive: true, force: true });
}
