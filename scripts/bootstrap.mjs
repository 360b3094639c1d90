// Makes a fresh machine ready: installs the locked packages and goes on in the project's own Node.
// Uses nothing but Node 20, because it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'node_modules', '.collateral-installed');
const ownNode = join(root, 'node_modules', '.bin');

/**
 * Runs a script of this folder in the project's Node, after installing what the lock file says if that has changed.
 * Ends this process with the script's exit code.
 *
 * @param {string} script file name in this folder
 * @param {readonly string[]} parameters
 */
export function runInstalled(script, parameters) {
  install();
  const result = spawnSync('node', [join(import.meta.dirname, script), ...parameters], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${ownNode}${delimiter}${process.env['PATH'] ?? ''}` },
  });
  process.exit(result.status ?? 1);
}

function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing packages …');
  // What the lock file says, and unlike `npm ci` it forgives a registry mirror that lacks optional packages of other systems.
  const result = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' },
  });
  if (result.status !== 0) {
    console.error(
      'npm install failed; its message is above. Check that the npm registry can be reached, then run this again.',
    );
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
