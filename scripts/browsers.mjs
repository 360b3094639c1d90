// npm run browsers: installs the engines the tests need, where the system's package manager is known.
import { pathToFileURL } from 'node:url';
import { spawnSync } from 'node:child_process';
import { chosenEngines, missingPackages } from './engines.mjs';
import { run } from './processes.mjs';

/**
 * Installs what the engines lack, or ends the process with the one command that does.
 *
 * @param {readonly import('./engines.mjs').EngineName[]} engines
 */
export async function ensureBrowsers(engines) {
  const packages = [...new Set(engines.flatMap(missingPackages))];
  if (packages.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (!isInstalled('apt-get') || (prefix.length > 0 && spawnSync('sudo', ['-n', 'true']).status !== 0)) {
    stop(`Tests need ${packages.join(', ')}. Install them, for example with: sudo ${command}`);
  }
  console.log(`Installing ${packages.join(', ')} …`);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  const environment = prefix.length > 0 ? [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive'] : [];
  const call = (/** @type {string[]} */ words) => run(words[0] ?? '', words.slice(1), quiet);
  await call([...environment, 'apt-get', 'update', '-qq']);
  const code = await call([...environment, ...command.split(' ').toSpliced(1, 0, '-qq')]);
  if (code !== 0 || engines.some((engine) => missingPackages(engine).length > 0)) {
    stop(`The installation failed. Try it by hand: ${prefix.join(' ')} ${command}`);
  }
}

/** @param {string} program */
function isInstalled(program) {
  return spawnSync('which', [program]).status === 0;
}

/** @param {string} message */
function stop(message) {
  console.error(message);
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureBrowsers(chosenEngines(process.env['BROWSERS']));
}
