// What to install where the browsers of the tests are missing: commands that exist there, or plain words.
import { readFileSync } from 'node:fs';
import { isOnPath } from './engines.mjs';

/** @typedef {import('./engines.mjs').EngineName} EngineName */
/** @typedef {{platform: string, distribution: 'debian' | 'ubuntu' | 'other', programs: readonly string[], isRoot: boolean}} System */

/** @type {Record<EngineName, {title: string, variable: string, packages: readonly string[]}>} */
const needs = {
  chromium: { title: 'Chromium', variable: 'CHROMIUM_PATH', packages: ['chromium'] },
  firefox: { title: 'Firefox', variable: 'FIREFOX_PATH', packages: ['firefox-esr'] },
  webkit: {
    title: "WebKitGTK's driver with Xvfb",
    variable: 'WEBKIT_DRIVER_PATH',
    packages: ['webkit2gtk-driver', 'xvfb'],
  },
};

/** @returns {System} the machine this runs on */
export function thisSystem() {
  return {
    platform: process.platform,
    distribution: process.platform === 'linux' ? distributionOf(osRelease()) : 'other',
    programs: ['apt-get', 'brew', 'snap'].filter(isOnPath),
    isRoot: process.getuid?.() === 0,
  };
}

/**
 * Reads which family a distribution belongs to.
 *
 * @param {string} release text of /etc/os-release
 * @returns {System['distribution']}
 */
export function distributionOf(release) {
  const names = [...release.matchAll(/^(?:ID|ID_LIKE)=(.*)$/gm)].flatMap(([, value = '']) =>
    value.replaceAll(/["']/g, '').split(' '),
  );
  if (names.includes('ubuntu')) return 'ubuntu';
  return names.includes('debian') ? 'debian' : 'other';
}

/**
 * Lists the packages apt-get can install for engines, or null where it is missing or its archive lacks one of them.
 *
 * @param {readonly EngineName[]} engines
 * @param {System} system
 * @returns {string[] | null}
 */
export function aptPackages(engines, { distribution, programs }) {
  if (!programs.includes('apt-get') || distribution === 'other') return null;
  // Ubuntu's archive has no firefox-esr, and its chromium is a snap in disguise.
  if (distribution === 'ubuntu' && engines.some((engine) => engine !== 'webkit')) return null;
  return engines.flatMap((engine) => needs[engine].packages);
}

/**
 * Says what to install by hand.
 *
 * @param {readonly EngineName[]} engines those that are missing
 * @param {System} system
 */
export function installAdvice(engines, system) {
  const titles = inWords(engines.map((engine) => needs[engine].title));
  const usable = engines.filter((engine) => engine !== 'webkit' || system.platform === 'linux');
  const variables = inWords(usable.map((engine) => needs[engine].variable));
  return [
    `The tests need ${titles}, not found on this machine.`,
    ...steps(engines, system),
    ...(usable.length > 0 ? [`Where they are in another place, say so in ${variables}.`] : []),
  ].join('\n');
}

/**
 * @param {readonly EngineName[]} engines
 * @param {System} system
 * @returns {string[]}
 */
function steps(engines, system) {
  const packages = aptPackages(engines, system);
  if (packages !== null) return [`Run: ${aptCommand(packages, system)}`];
  if (system.platform === 'darwin') return stepsOnMac(engines, system);
  if (system.distribution === 'ubuntu' && system.programs.includes('apt-get'))
    return engines.map((engine) => stepOnUbuntu(engine, system));
  return ['Install them with the packages of your system.'];
}

/**
 * @param {readonly EngineName[]} engines
 * @param {System} system
 * @returns {string[]}
 */
function stepsOnMac(engines, { programs }) {
  const casks = engines.flatMap((engine) => ({ chromium: 'google-chrome', firefox: 'firefox', webkit: [] })[engine]);
  const browsers = programs.includes('brew')
    ? `Run: brew install --cask ${casks.join(' ')}`
    : `Install ${inWords(casks.map((cask) => (cask === 'firefox' ? 'Firefox (https://www.mozilla.org/firefox/)' : 'Google Chrome (https://www.google.com/chrome/)')))}.`;
  return [
    ...(casks.length > 0 ? [browsers] : []),
    ...(engines.includes('webkit')
      ? ['The WebKit tests need Linux. Without them: BROWSERS=chromium,firefox npm test']
      : []),
  ];
}

/**
 * @param {EngineName} engine
 * @param {System} system
 */
function stepOnUbuntu(engine, system) {
  if (engine === 'webkit') return `WebKitGTK's driver: ${aptCommand(needs.webkit.packages, system)}`;
  if (engine === 'firefox')
    return "Firefox: Ubuntu's archive has a snap only; take Mozilla's package, https://support.mozilla.org/kb/install-firefox-linux";
  return system.programs.includes('snap')
    ? `Chromium: ${system.isRoot ? '' : 'sudo '}snap install chromium`
    : 'Chromium: take Google Chrome, https://www.google.com/chrome/';
}

/**
 * @param {readonly string[]} packages
 * @param {System} system
 */
function aptCommand(packages, { isRoot }) {
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  return isRoot ? command : `sudo sh -c '${command}'`;
}

/** @param {readonly string[]} words */
function inWords(words) {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function osRelease() {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    // A system without the file is none we know the packages of.
    return '';
  }
}
