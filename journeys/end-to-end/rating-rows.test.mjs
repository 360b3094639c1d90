// The 22 things that rating elements are reported to get wrong, asked of the built CDN file. bench/elements asks others as well.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch } from 'puppeteer-core';
import { chosenEngines, chromiumFlags, findEngine } from '../../scripts/engines.mjs';

// The questions are code of pages, which the compiler of scripts doesn't know.
const bench = (/** @type {string} */ file) => import(new URL(`../../bench/elements/${file}.mjs`, import.meta.url).href);
const { rows } = await bench('rows');

describe(
  'the 22 rows',
  { skip: !chosenEngines(process.env['BROWSERS']).includes('chromium'), timeout: 120_000 },
  () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    /** @type {{origin: string, close: () => void}} */
    let server;
    /** @type {any} */
    let ours;
    /** @type {(browser: object, origin: string, peer: object, remember: () => void) => () => Promise<object>} */
    let ratingOpener;

    before(async () => {
      ({ ratingOpener } = await bench('rating-page'));
      [ours] = (await bench('peers-list')).chosenPeers(['Collateral']);
      server = await (await bench('peer-pages')).servePeers([ours]);
      browser = await launch({ executablePath: findEngine('chromium') ?? 'chromium', args: chromiumFlags });
    });

    after(async () => {
      await browser?.close();
      server?.close();
    });

    it('are 22', () => assert.equal(rows.length, 22));

    for (const { name, ask } of rows) {
      it(`row: ${name}`, async () => {
        const { isRight, seen } = await ask(ratingOpener(browser, server.origin, ours, () => undefined));
        assert.ok(isRight, seen);
      });
    }
  },
);
