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
    </style><script type="module" src="/assets/collateral.js"></script>${ratings.join('')}`;
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
      await page.waitForFunction(() =>
        [...document.querySelectorAll('collateral-rating')].every((each) =>
          each.shadowRoot?.querySelector('[part=symbols]'),
        ),
      );
      await page.keyboard.press('Tab');
      await page.evaluate(() => document.getElementById('focused')?.focus());
      const boxes = await page.evaluate(() =>
        [...document.querySelectorAll('collateral-rating')].map((each) => {
          const box = each.shadowRoot?.querySelector('[part=symbols]')?.getBoundingClientRect();
          return {
            x: Math.floor(box?.x ?? 0) - 4,
            y: (box?.y ?? 0) - 4,
            width: Math.ceil(box?.width ?? 0) + 8,
            height: (box?.height ?? 0) + 8,
          };
        }),
      );
      /** @type {string[]} */
      const parts = [];
      for (const clip of boxes) parts.push(await page.screenshot({ clip, encoding: 'base64' }));
      await devtools.detach();
      return page.evaluate(join, parts);
    }

    /** The share of pixels that differ. @param {string} drawn @param {string} stored both PNGs in base64 */
    function difference(drawn, stored) {
      return page.evaluate(compare, drawn, stored, channelTolerance);
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

/** @param {readonly string[]} parts */
async function join(parts) {
  const bitmaps = await Promise.all(
    parts.map(async (part) => createImageBitmap(await (await fetch(`data:image/png;base64,${part}`)).blob())),
  );
  const canvas = new OffscreenCanvas(
    Math.max(...bitmaps.map(({ width }) => width)),
    bitmaps.reduce((sum, { height }) => sum + height, 0),
  );
  let top = 0;
  for (const bitmap of bitmaps) {
    canvas.getContext('2d')?.drawImage(bitmap, 0, top);
    top += bitmap.height;
  }
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
  return btoa(String.fromCharCode(...bytes));
}

/** @param {string} drawn @param {string} stored @param {number} tolerance */
async function compare(drawn, stored, tolerance) {
  const [one, other] = await Promise.all(
    [drawn, stored].map(async (picture) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return context?.getImageData(0, 0, bitmap.width, bitmap.height);
    }),
  );
  if (!one || !other || one.width !== other.width || one.height !== other.height) return 1;
  let others = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    const isOther = [0, 1, 2].some(
      (channel) => Math.abs((one.data[at + channel] ?? 0) - (other.data[at + channel] ?? 0)) > tolerance,
    );
    if (isOther) others += 1;
  }
  return others / (one.data.length / 4);
}
