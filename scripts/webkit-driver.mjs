// Starts WebKitWebDriver (and a virtual display where there is none) for tests, and stops both.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { findEngine } from './engines.mjs';

const miniBrowsers = ['x86_64', 'aarch64'].map(
  (architecture) => `/usr/lib/${architecture}-linux-gnu/webkit2gtk-4.1/MiniBrowser`,
);

/** What a WebDriver session has to ask for. */
export const webkitCapabilities = {
  'wdio:enforceWebDriverClassic': true,
  browserName: 'MiniBrowser',
  'webkitgtk:browserOptions': {
    binary: miniBrowsers.find((path) => existsSync(path)) ?? 'MiniBrowser',
    args: ['--automation'],
  },
};

/** @returns {Promise<{port: number, stop(): void}>} */
export async function startWebKitDriver() {
  const executable = findEngine('webkit');
  if (!executable) throw new Error('WebKitWebDriver is not installed. Run: npm run browsers');
  const display = process.env['DISPLAY'] ? null : await startDisplay();
  const port = await freePort();
  const driver = spawn(executable, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      ...(display && { DISPLAY: display.name }),
      // WebKitGTK's own sandbox can't start inside a container; the pages under test are ours.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  });
  const stop = () => {
    driver.kill();
    display?.stop();
  };
  process.once('exit', stop);
  await answers(`http://127.0.0.1:${port}/status`);
  return { port, stop };
}

async function startDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = await once(server.stdout, 'data');
  return { name: `:${String(line).trim()}`, stop: () => server.kill() };
}

/** Asks the system for a port nobody listens on. @returns {Promise<number>} */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (typeof address !== 'object' || address === null) throw new Error('No free port.');
  return address.port;
}

/** @param {string} url */
async function answers(url) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      return await fetch(url);
    } catch {
      // The driver is still starting; nothing else can be told from a refused connection.
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`WebKitWebDriver did not answer at ${url} within 10 s.`);
}
