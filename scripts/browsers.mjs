// npm run browsers: installs the engines the tests need on Debian, and says elsewhere what to install.
import { pathToFileURL } from 'node:url';
import { spawnSync } from 'node:child_process';
import { chosenEngines, isReady } from './engines.mjs';
import { aptPackages, installAdvice, thisSystem } from './install-advice.mjs';
import { run } from './processes.mjs';

/**
 * Installs what the engines lack, or ends the process with what to do by hand.
 *
 * @param {readonly import('./engines.mjs').EngineName[]} engines
 */
export async function ensureBrowsers(engines) {
  const missing = engines.filter((engine) => !isReady(engine));
  if (missing.length === 0) return;
  const system = thisSystem();
  const packages = aptPackages(missing, system);
  if (packages === null || !(system.isRoot || spawnSync('sudo', ['-n', 'true']).status === 0))
    stop(installAdvice(missing, system));
  console.log(`Installing ${packages.join(', ')} …`);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  const prefix = system.isRoot ? [] : ['sudo', '-n', 'env', 'DEBIAN_FRONTEND=noninteractive'];
  const call = (/** @type {string[]} */ words) => run(words[0] ?? '', words.slice(1), quiet);
  await call([...prefix, 'apt-get', 'update', '-qq']);
  const code = await call([...prefix, 'apt-get', 'install', '-qq', '-y', '--no-install-recommends', ...packages]);
  const still = missing.filter((engine) => !isReady(engine));
  if (code !== 0 || still.length > 0)
    stop(`The installation failed. ${installAdvice(still.length > 0 ? still : missing, system)}`);
}

/**
 * @param {string} message
 * @returns {never}
 */
function stop(message) {
  console.error(message);
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureBrowsers(chosenEngines(process.env['BROWSERS']));
}
