// The three browser engines the tests run in: where each may be found.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox' | 'webkit'} EngineName */

/** @type {Record<EngineName, {executables: string[], variable: string}>} */
const engines = {
  chromium: {
    executables: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    variable: 'CHROMIUM_PATH',
  },
  firefox: {
    executables: ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    variable: 'FIREFOX_PATH',
  },
  webkit: { executables: ['WebKitWebDriver'], variable: 'WEBKIT_DRIVER_PATH' },
};

/** @type {readonly EngineName[]} */
export const engineNames = /** @type {EngineName[]} */ (Object.keys(engines));

/** Chromium flags for a machine without a desktop: four of them keep it from calling home. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The pages under test play people, and what a program does counts in no figure.
  '--disable-blink-features=AutomationControlled',
];

/**
 * Returns the path of an engine's executable, or null when it isn't installed.
 *
 * @param {EngineName} name
 * @returns {string | null}
 */
export function findEngine(name) {
  const { executables, variable } = engines[name];
  const given = process.env[variable];
  if (given) return given;
  for (const executable of executables) {
    const found = onPath(executable);
    if (found) return found;
  }
  return null;
}

/**
 * Tells whether the tests can run in an engine on this machine.
 *
 * @param {EngineName} name
 */
export function isReady(name) {
  if (name !== 'webkit') return findEngine(name) !== null;
  return findEngine('webkit') !== null && (Boolean(process.env['DISPLAY']) || isOnPath('Xvfb'));
}

/** @param {string} program */
export function isOnPath(program) {
  return onPath(program) !== null;
}

/**
 * Reads the BROWSERS variable.
 *
 * @param {string | undefined} value comma-separated engine names; undefined means all
 * @returns {EngineName[]}
 */
export function chosenEngines(value) {
  if (!value) return [...engineNames];
  return value.split(',').map((part) => {
    const name = engineNames.find((engine) => engine === part.trim());
    if (!name) throw new Error(`BROWSERS: there is no engine "${part}". Valid names: ${engineNames.join(', ')}.`);
    return name;
  });
}

/** @param {string} executable a path or a name to look up on the PATH */
function onPath(executable) {
  if (executable.includes('/')) return existsSync(executable) ? executable : null;
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const candidate = join(folder, executable);
    if (folder && existsSync(candidate)) return candidate;
  }
  return null;
}
