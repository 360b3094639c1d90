// Makes a fresh machine ready: installs the locked packages and goes on in the project's own Node.
// Uses nothing but Node 20, because it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'node_modules', '.collateral-installed');
const ownNode = join(root, 'node_modules', '.bin');

/**
 * Runs a script of this folder in the project's Node, after installing what the lock file says if that has changed.
 * Ends this process with the script's exit code, and passes signals on to it.
 *
 * @param {string} script file name in this folder
 * @param {readonly string[]} parameters
 */
export function runInstalled(script, parameters) {
  install();
  const child = spawn('node', [join(import.meta.dirname, script), ...parameters], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${ownNode}${delimiter}${process.env['PATH'] ?? ''}` },
  });
  // Whoever ends npm ends what it started; Ctrl+C reaches the child by itself, and a second signal changes nothing.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  // npm does not hand a SIGTERM on to what it runs; it just goes.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
  child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing packages …');
  // What the lock file says, and unlike `npm ci` it forgives a registry mirror that lacks optional packages of other systems.
  const result = spawnSync(
    'npm',
    ['install', '--include=dev', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' },
    },
  );
  if (result.status !== 0 || !existsSync(join(ownNode, 'wireit'))) {
    console.error(
      'npm install failed; its message is above. Check that the npm registry can be reached, then run this again.',
    );
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
