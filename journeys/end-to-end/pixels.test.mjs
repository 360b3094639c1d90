// The symbols of a rating, pixel by pixel beside stored pictures, in Chromium: light, dark, forced colours, right to left, three sizes.
//
// Only symbols: they are cut out of boxes and drawn from lines, so that every machine with the same engine draws the same, whatever its
// fonts. What is said in words is tested as text. `UPDATE_PICTURES=1` stores what is drawn now; look at it before you keep it.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { launch } from 'puppeteer-core';
import { chosenEngines, chromiumFlags, findEngine } from '../../scripts/engines.mjs';
import { servePages } from './serve-pages.mjs';

const folder = 'journeys/end-to-end/pictures';
/** How far a channel may be off before a pixel counts as another one: edges are smoothed differently from one engine to the next. */
const channelTolerance = 48;
/** Which share of the pixels may be other ones. One point more or less is three times as many. */
const shareTolerance = 0.002;

const looks = {
  light: { features: { 'prefers-color-scheme': 'light' }, dir: 'ltr' },
  dark: { features: { 'prefers-color-scheme': 'dark' }, dir: 'ltr' },
  forced: { features: { 'forced-colors': 'active' }, dir: 'ltr' },
  'right-to-left': { features: { 'prefers-color-scheme': 'light' }, dir: 'rtl' },
};
const sizes = { small: '1.25rem', usual: '1.75rem', large: '3rem' };
/** One below the other in each picture. The last one gets the focus. */
const states = ['', 'value="2"', 'value="3" disabled', 'value="3.7" readonly', 'value="4" id="focused"'];

/** @param {readonly string[]} attributes @param {string} dir @param {string} size */
function pageOf(attributes, dir, size) {
  const ratings = attributes.map((each) => `<collateral-rating aria-label="Deck" ${each}></collateral-rating>`);
  return `<!doctype html><html lang="en" dir="${dir}"><title>Pixels</title>
    <style>:root { color-scheme: light dark; --collateral-rating-size: ${size} } body { margin: 0; background: Canvas }
    collateral-rating { position: absolute; inset-inline: 16px; } ${attributes.map((_, at) => `collateral-rating:nth-of-type(${at + 1}) { top: ${at * 96 + 16}px }`).join(' ')}
    </style><script type="module" src="/assets/collateral.js"></script><script type="module" src="/tools.js"></script>${ratings.join('')}`;
}

describe(
  'the symbols of a rating',
  { skip: !chosenEngines(process.env['BROWSERS']).includes('chromium'), timeout: 120_000 },
  () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    /** @type {import('puppeteer-core').Page} */
    let page;
    /** @type {Awaited<ReturnType<typeof servePages>>} */
    let server;

    before(async () => {
      /** @type {Record<string, string>} */
      const pages = {
        '/tools.js': `import * as pictures from './pictures.js'; globalThis.pictures = pictures;`,
        '/pictures.js': await readFile('journeys/end-to-end/page-pictures.js', 'utf8'),
        '/planted': pageOf(
          states.map((state) => state.replace('"2"', '"3"')),
          'ltr',
          sizes.usual,
        ),
      };
      for (const [look, { dir }] of Object.entries(looks))
        for (const [size, length] of Object.entries(sizes)) pages[`/${look}-${size}`] = pageOf(states, dir, length);
      server = await servePages(pages);
      browser = await launch({
        executablePath: findEngine('chromium') ?? 'chromium',
        args: [...chromiumFlags, '--force-color-profile=srgb'],
      });
      page = await browser.newPage();
      await page.setViewport({ width: 600, height: 520, deviceScaleFactor: 1 });
      await mkdir(folder, { recursive: true });
    });

    after(async () => {
      await browser?.close();
      await server?.close();
    });

    /** Draws a page and returns the symbols of its ratings, one below the other, as a PNG. @param {string} path @param {Record<string, string>} features */
    async function draw(path, features) {
      const devtools = await page.createCDPSession();
      const list = Object.entries(features).map(([name, value]) => ({ name, value }));
      await devtools.send('Emulation.setEmulatedMedia', { features: list });
      await page.goto(`${server.url}${path}`);
      await page.waitForFunction('globalThis.pictures?.isDrawn()');
      await page.keyboard.press('Tab');
      await page.evaluate(`document.getElementById('focused')?.focus()`);
      const picture = JSON.stringify(await page.screenshot({ encoding: 'base64' }));
      await devtools.detach();
      return /** @type {string} */ (await page.evaluate(`pictures.cut(${picture}, pictures.boxes())`));
    }

    /** The share of pixels that differ. @param {string} drawn @param {string} stored both PNGs in base64 */
    async function difference(drawn, stored) {
      const both = `${JSON.stringify(drawn)}, ${JSON.stringify(stored)}`;
      return /** @type {number} */ (await page.evaluate(`pictures.compare(${both}, ${channelTolerance})`));
    }

    for (const [look, { features }] of Object.entries(looks)) {
      for (const size of Object.keys(sizes)) {
        it(`are drawn as in the stored picture: ${look}, ${size}`, async () => {
          const file = `${folder}/${look}-${size}.png`;
          const drawn = await draw(`/${look}-${size}`, features);
          if (process.env['UPDATE_PICTURES']) await writeFile(file, Buffer.from(drawn, 'base64'));
          const share = await difference(drawn, await readFile(file, 'base64'));
          assert.ok(share <= shareTolerance, `${(share * 100).toFixed(2)} % of the pixels of ${file} are other ones`);
        });
      }
    }

    it('would not pass with one point more', async () => {
      const share = await difference(
        await draw('/planted', looks.light.features),
        await readFile(`${folder}/light-usual.png`, 'base64'),
      );
      assert.ok(share > shareTolerance * 3, `${(share * 100).toFixed(2)} %`);
    });
  },
);
