// A Chromium with a profile on disk that can be killed and started again.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { launch } from 'puppeteer-core';
import { chromiumFlags, findEngine } from '../../scripts/engines.mjs';

/**
 * @typedef {object} Chromium
 * @property {() => Promise<ChromiumTab>} newTab
 * @property {() => Promise<void>} kill SIGKILL to the browser and all its processes
 * @property {() => Promise<void>} restart
 * @property {(isOffline: boolean) => Promise<void>} setOffline
 * @property {(method: string, parameters: object) => Promise<unknown>} tell a DevTools command to the newest tab
 * @property {() => Promise<void>} close
 */

/** @typedef {import('./rig.mjs').Tab & {page: import('puppeteer-core').Page, crash(): Promise<void>}} ChromiumTab */

/** Starts a Chromium with an empty profile. @returns {Promise<Chromium>} */
export async function openChromium() {
  const userDataDir = await mkdtemp(join(tmpdir(), 'collateral-chaos-'));
  // Before anything is recorded, a busy machine may be too slow for a browser to start in.
  let browser = await start().catch(start);
  let isOffline = false;
  /** @type {import('puppeteer-core').Page[]} */
  let pages = [];

  function start() {
    return launch({
      executablePath: findEngine('chromium') ?? 'chromium',
      userDataDir,
      // Left to the run itself: the driver's own handlers wait for a browser that may be dead.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      // Some senders take a headless browser for a robot and are silent.
      args: [
        ...chromiumFlags,
        '--user-agent=Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
      ],
    });
  }

  return {
    async newTab() {
      const page = await browser.newPage();
      pages.push(page);
      if (isOffline) await page.setOfflineMode(true);
      return {
        page,
        goTo: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
        read: (expression) => page.evaluate(expression),
        async crash() {
          const session = await page.createCDPSession();
          session.send('Page.crash').catch(() => undefined);
          // The answer never comes, but the crash is told.
          await Promise.race([new Promise((resolve) => page.once('error', resolve)), wait(2_000)]);
          pages = pages.filter((other) => other !== page);
        },
        async close() {
          pages = pages.filter((other) => other !== page);
          await page.close();
        },
      };
    },
    async kill() {
      const pid = browser.process()?.pid;
      const gone = new Promise((resolve) => browser.process()?.once('exit', resolve));
      // Its processes are a group of their own.
      if (pid) process.kill(-pid, 'SIGKILL');
      await gone;
      pages = [];
    },
    async restart() {
      browser = await start();
    },
    async setOffline(next) {
      isOffline = next;
      for (const page of pages) await page.setOfflineMode(next).catch(() => undefined);
    },
    async tell(method, parameters) {
      const session = await pages.at(-1)?.createCDPSession();
      return session?.send(/** @type {any} */ (method), /** @type {any} */ (parameters));
    },
    async close() {
      await browser.close().catch(() => undefined);
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
