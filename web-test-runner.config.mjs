// Browser tests in real engines. BROWSERS=firefox,webkit chooses engines, PARTS=rating,outbox chooses parts.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { chosenEngines, chromiumFlags, findEngine } from './scripts/engines.mjs';
import { chosenFiles, namedParts } from './scripts/parts.mjs';
import { lookPlugin } from './scripts/look-plugin.mjs';
import { freePort, startWebKitDriver, webkitCapabilities } from './scripts/webkit-driver.mjs';

const require = createRequire(import.meta.url);
const engines = chosenEngines(process.env['BROWSERS']);
const webkit = engines.includes('webkit') ? await startWebKitDriver() : null;

const launchers = {
  chromium: () =>
    chromeLauncher({
      concurrency: 2,
      launchOptions: { executablePath: findEngine('chromium'), args: chromiumFlags },
      // A tab behind another is hidden, and nothing is in view there; a window of its own is not.
      createPage: async ({ context }) => focused(await context.newPage({ type: 'window' })),
    }),
  firefox: () =>
    chromeLauncher({
      concurrency: 1,
      launchOptions: { browser: 'firefox', executablePath: findEngine('firefox'), args: [] },
    }),
  webkit: () =>
    webdriverLauncher({
      hostname: '127.0.0.1',
      port: webkit.port,
      logLevel: 'error',
      capabilities: webkitCapabilities,
    }),
};

export default {
  rootDir: import.meta.dirname,
  // Of two runs that begin at the same moment, both would find the runner's first choice free.
  port: await freePort(),
  files: chosenFiles(namedParts(process.env['PARTS'])).browser,
  nodeResolve: { browser: true, exportConditions: ['browser', 'development'] },
  browsers: engines.map((engine) => named(engine, launchers[engine]())),
  // More than one, and the WebDriver launcher puts pages into frames, where WebKit loses the focus.
  concurrency: 1,
  testFramework: { config: { timeout: 10_000 } },
  testsFinishTimeout: 300_000,
  // Lit says once per page that it runs in development mode.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  middleware: [serveWorker],
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: process.stdout.isTTY }), countReporter()],
  plugins: [lookPlugin(), { name: 'stop-webkit', serverStop: () => webkit?.stop() }],
};

/**
 * Lets a window behave as if it had the focus for as long as it lives: two of them run at once, and the system gives it to one only. In
 * the other an element that gets the focus would hear nothing of it.
 */
async function focused(page) {
  const devtools = await page.createCDPSession();
  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  return page;
}

/** Launchers name themselves after their protocol, which says nothing of the engine. */
function named(engine, launcher) {
  return Object.defineProperty(launcher, 'name', { get: () => engine, set: () => undefined });
}

/** msw's worker has to come from the root to see every request of a test page. */
async function serveWorker(context, next) {
  if (context.path !== '/mockServiceWorker.js') return next();
  context.type = 'text/javascript';
  context.body = await readFile(require.resolve('msw/mockServiceWorker.js'), 'utf8');
}

/** Writes how many tests passed and failed to the file named by COUNTS, for the one closing line of the test command. */
function countReporter() {
  return {
    async onTestRunFinished({ sessions }) {
      if (!process.env['COUNTS']) return;
      const counts = {};
      for (const { browser, testResults, errors } of sessions) {
        const count = (counts[browser.name] ??= { passed: 0, failed: 0, skipped: 0 });
        count.failed += errors.length;
        addSuite(testResults, count);
      }
      await writeFile(process.env['COUNTS'], JSON.stringify(counts));
    },
  };
}

function addSuite(suite, count) {
  if (!suite) return;
  for (const test of suite.tests) {
    if (test.skipped) count.skipped += 1;
    else if (test.passed) count.passed += 1;
    else count.failed += 1;
  }
  for (const child of suite.suites) addSuite(child, count);
}
