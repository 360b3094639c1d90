// npm run pictures: takes the screenshots of the documents from the running demo, in light and dark, wide and narrow.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { startDemo } from '../examples/demo/demo-server.js';
import { until } from '../journeys/end-to-end/browser.mjs';
import { chromiumFlags, findEngine } from './engines.mjs';
import './rating-pictures.mjs';

const folder = await mkdtemp(join(tmpdir(), 'collateral-pictures-'));
const demo = await startDemo({ port: 0, file: join(folder, 'demo.sqlite'), days: 730 });
const browser = await launch({ executablePath: findEngine('chromium') ?? 'chromium', args: chromiumFlags });
try {
  for (const scheme of ['light', 'dark']) {
    for (const width of [1280, 360]) await takePicture(scheme, width);
  }
  for (const screen of ['overview', 'items', 'quadrant', 'item']) await takeInsights(screen);
  await takeScorecard();
  await takeDisputes();
  await takeConversation('suggestions', 'rep-1', 'light', 900);
  await takeConversation('suggestions', 'rep-1', 'dark', 360);
  await takeConversation('inbox', 'producer-1', 'light', 900);
  await takeConversation('notices', 'rep-1', 'light', 900);
} finally {
  await browser.close();
  await demo.close();
  await rm(folder, { recursive: true, force: true });
}

/**
 * @param {string} scheme
 * @param {number} width
 */
async function takePicture(scheme, width) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height: width > 600 ? 960 : 780, deviceScaleFactor: 1 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(`${demo.url}/demo/sign-in?person=rep-1`);
  const rating = (/** @type {string} */ id) =>
    `document.querySelector('collateral-rating[collateral-id="${id}"]').shadowRoot`;
  const waitFor = (/** @type {string} */ expression) =>
    until({ read: async (text) => /** @type {any} */ (await page.evaluate(text)) }, expression);
  await waitFor(`/\\d ratings/.test(${rating('deck-42')}.textContent)`);
  await page.evaluate(`${rating('deck-42')}.querySelectorAll('[role=radio]')[3].click()`);
  await waitFor(`/Sent|You rated 4/.test(${rating('deck-42')}.textContent)`);
  await page.evaluate(`document.querySelector('collateral-rating[collateral-id="datasheet-7"]').focus()`);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.evaluate('document.fonts.ready.then(() => scrollTo(0, 0))');
  await page.screenshot({ path: `docs/images/intranet-${scheme}-${width}.png` });
  await context.close();
}

/** @param {string} screen */
async function takeInsights(screen) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 960, deviceScaleFactor: 1 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: screen === 'quadrant' ? 'dark' : 'light' }]);
  await page.goto(`${demo.url}/demo/sign-in?person=manager-1&page=manager`);
  await page.goto(`${demo.url}/manager.html?screen=${screen}${screen === 'item' ? '&collateralId=deck-42' : ''}`);
  const shown = `document.querySelector('collateral-insights').shadowRoot?.querySelector('[data-heading]')`;
  const isBusy = `document.querySelector('collateral-insights').shadowRoot.querySelector('[aria-busy="true"], .waiting')`;
  await until({ read: async (text) => /** @type {any} */ (await page.evaluate(text)) }, `${shown} && !${isBusy}`);
  await page.evaluate(`${shown}.scrollIntoView()`);
  await page.screenshot({ path: `docs/images/insights-${screen}.png` });
  await context.close();
}

async function takeScorecard() {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 960, deviceScaleFactor: 1 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  await page.goto(`${demo.url}/demo/sign-in?person=manager-1&page=manager`);
  const root = `document.querySelector('collateral-scorecard').shadowRoot`;
  const read = async (/** @type {string} */ text) => /** @type {any} */ (await page.evaluate(text));
  await until({ read }, `${root}?.querySelector('.measure .plot .line')`);
  await read(`${root}.querySelector('h2').scrollIntoView()`);
  await page.screenshot({ path: 'docs/images/scorecard.png' });
  await until({ read }, `document.querySelector('#teams').shadowRoot?.querySelector('.plot .likely')`);
  await (await page.$('#teams'))?.screenshot({ path: 'docs/images/scorecard-comparison.png' });
  await context.close();
}

/** Disputes with their forms open: beside the comments of an item, and in the list of the manager. */
async function takeDisputes() {
  const insights = `document.querySelector('collateral-insights').shadowRoot`;
  const list = `document.querySelector('#disputes').shadowRoot`;
  const pictures = /** @type {const} */ ([
    [
      'insights-dispute',
      'producer-1',
      '?screen=item&collateralId=datasheet-7',
      insights,
      `${insights}.querySelector('.comments')`,
    ],
    ['scorecard-disputes', 'manager-1', '', list, `document.querySelector('#disputes')`],
  ]);
  for (const [name, person, search, root, what] of pictures) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width: 960, height: 960, deviceScaleFactor: 1 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
    await page.goto(`${demo.url}/demo/sign-in?person=${person}`);
    await page.goto(`${demo.url}/manager.html${search}`);
    const read = async (/** @type {string} */ text) => /** @type {any} */ (await page.evaluate(text));
    await until({ read }, `${root}?.querySelector('[data-open]')`);
    await read(`${root}.querySelector('[data-open]').click()`);
    await until({ read }, `${root}.querySelector('form.reason')`);
    const picture = /** @type {import('puppeteer-core').ElementHandle<any>} */ (await page.evaluateHandle(what));
    await picture.screenshot({ path: `docs/images/${name}.png` });
    await context.close();
  }
}

/**
 * @param {'suggestions' | 'inbox' | 'notices'} name
 * @param {string} person
 * @param {string} scheme
 * @param {number} width
 */
async function takeConversation(name, person, scheme, width) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height: name === 'notices' ? 480 : 960, deviceScaleFactor: 1 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(`${demo.url}/demo/sign-in?person=${person}`);
  const read = async (/** @type {string} */ text) => /** @type {any} */ (await page.evaluate(text));
  await until({ read }, `document.querySelector('collateral-provider')?.client`);
  await read(`{
    const element = document.createElement('collateral-${name}');
    if (element.localName === 'collateral-suggestions') element.setAttribute('collateral-id', 'deck-42');
    document.querySelector('collateral-provider').replaceChildren(element);
    document.querySelector('main').replaceChildren(document.querySelector('collateral-provider'));
  }`);
  const root = `document.querySelector('collateral-${name}').shadowRoot`;
  await until({ read }, `${root}.querySelector('.base') && !${root}.querySelector('.waiting')`);
  if (name !== 'notices') {
    // The one with most to tell.
    await read(`{
      const buttons = [...${root}.querySelectorAll('[data-open]')];
      (buttons.find((each) => /repl/.test(each.textContent)) ?? buttons[0])?.click();
    }`);
    await until({ read }, `!${root}.querySelector('[data-open]') || ${root}.querySelector('.thread textarea')`);
  }
  if (name === 'inbox') await read(`${root}.querySelector('.moves .chip')?.click()`);
  await page.evaluate('document.fonts.ready.then(() => scrollTo(0, 0))');
  const shape = width > 600 ? '' : `-${scheme}-${width}`;
  await page.screenshot({ path: `docs/images/${name}${shape}.png` });
  await context.close();
}
