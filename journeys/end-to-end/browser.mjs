// One way to drive all three engines from a node test: open a profile, look into shadow roots, click and type for real.
import { launch } from 'puppeteer-core';
import { remote } from 'webdriverio';
import { chromiumFlags, findEngine } from '../../scripts/engines.mjs';
import { startWebKitDriver, webkitCapabilities } from '../../scripts/webkit-driver.mjs';

/**
 * @typedef {object} Page
 * @property {(url: string) => Promise<void>} goTo
 * @property {() => Promise<void>} reload
 * @property {<Result>(expression: string) => Promise<Result>} read the value of an expression in the page
 * @property {(expression: string) => Promise<void>} click clicks the middle of the element an expression gives
 * @property {(key: string) => Promise<void>} press presses a key, or `Shift+Tab`
 */

/** @typedef {{x: number, y: number}} Point */

/**
 * @typedef {object} Browser
 * @property {string} name
 * @property {() => Promise<Page>} newProfile a page in a profile of its own
 * @property {() => Promise<void>} close
 */

/**
 * Starts an engine.
 *
 * @param {import('../../scripts/engines.mjs').EngineName} engine
 * @returns {Promise<Browser>}
 */
export function openBrowser(engine) {
  return engine === 'webkit' ? openWebKit() : openWithPuppeteer(engine);
}

/**
 * Waits until an expression in the page is true.
 *
 * @param {Pick<Page, 'read'>} page
 * @param {string} expression
 * @param {number} [limitMs]
 */
export async function until(page, expression, limitMs = 15_000) {
  const deadline = Date.now() + limitMs;
  while (Date.now() < deadline) {
    if (await page.read(`Boolean(${expression})`)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const shown = `[...document.querySelectorAll('collateral-rating')].map((rating) => rating.getAttribute('collateral-id') + ': ' + rating.shadowRoot.textContent.replaceAll(/\\s+/g, ' ')).join('\\n')`;
  throw new Error(
    `Within ${limitMs} ms this did not become true: ${expression}\nShown instead:\n${await page.read(shown)}`,
  );
}

/** @param {'chromium' | 'firefox'} engine @returns {Promise<Browser>} */
async function openWithPuppeteer(engine) {
  const executablePath = findEngine(engine);
  if (!executablePath) throw new Error(`${engine} is not installed. Run: npm run browsers`);
  const browser = await launch({
    browser: engine === 'firefox' ? 'firefox' : 'chrome',
    executablePath,
    args: engine === 'chromium' ? chromiumFlags : [],
  });
  return {
    name: engine,
    close: () => browser.close(),
    async newProfile() {
      const page = await (await browser.createBrowserContext()).newPage();
      await page.evaluateOnNewDocument(playPerson);
      return {
        goTo: async (url) => void (await page.goto(url)),
        reload: async () => void (await page.reload()),
        read: async (expression) => /** @type {any} */ (await page.evaluate(expression)),
        async click(expression) {
          const { x, y } = await atRest(async () => /** @type {Point} */ (await page.evaluate(middleOf(expression))));
          await page.mouse.click(x, y);
        },
        async press(key) {
          // In Firefox a key on a button of a page behind another does nothing.
          if (engine === 'firefox') await page.bringToFront();
          const isBack = key === 'Shift+Tab';
          if (isBack) await page.keyboard.down('Shift');
          await page.keyboard.press(isBack ? 'Tab' : /** @type {import('puppeteer-core').KeyInput} */ (key));
          if (isBack) await page.keyboard.up('Shift');
        },
      };
    },
  };
}

/** @returns {Promise<Browser>} */
async function openWebKit() {
  /** @type {(() => Promise<void>)[]} */
  const closers = [];
  return {
    name: 'webkit',
    async close() {
      for (const close of closers) await close();
    },
    async newProfile() {
      // One WebKitWebDriver holds one session, and each session has a profile of its own.
      const driver = await startWebKitDriver();
      const session = await remote({
        hostname: '127.0.0.1',
        port: driver.port,
        logLevel: 'error',
        capabilities: /** @type {WebdriverIO.Capabilities} */ (webkitCapabilities),
      });
      closers.push(async () => {
        await session.deleteSession();
        driver.stop();
      });
      return {
        async goTo(url) {
          await session.url(url);
          await session.execute(playPerson);
        },
        async reload() {
          await session.refresh();
          await session.execute(playPerson);
        },
        read: async (expression) => /** @type {any} */ (await session.execute(`return (${expression})`)),
        async click(expression) {
          const { x, y } = await atRest(
            async () =>
              /** @type {Point} */ (/** @type {unknown} */ (await session.execute(`return (${middleOf(expression)})`))),
          );
          await session.action('pointer').move({ x, y }).down().up().perform();
        },
        press: (key) => session.keys(key === 'Shift+Tab' ? ['Shift', 'Tab'] : [key]),
      };
    },
  };
}

/** What a program does counts in no figure, and these tests play people. */
const playPerson = "Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false, configurable: true })";

/**
 * Gives a place as soon as it is the same twice: while a page still fills, a click would land on what has moved there.
 *
 * @param {() => Promise<Point>} look
 */
async function atRest(look) {
  let place = await look();
  for (let looks = 0; looks < 100; looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, 40));
    const next = await look();
    if (next.x === place.x && next.y === place.y) break;
    place = next;
  }
  return place;
}

/** @param {string} expression */
function middleOf(expression) {
  return `(() => {
    const element = ${expression};
    element.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
  })()`;
}
