// Running other programs from the scripts.
import { spawn } from 'node:child_process';

/**
 * Runs a program to its end.
 *
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {NodeJS.ProcessEnv} [variables] added to the environment
 * @param {'inherit' | 'ignore'} [output] where its output goes
 * @returns {Promise<number>} the exit code
 */
export function run(command, parameters, variables = {}, output = 'inherit') {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { stdio: output, env: { ...process.env, ...variables } });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs an npm script and ends this process when it fails.
 *
 * @param {string} script
 */
export async function runOrStop(script) {
  const code = await run('npm', ['run', '--silent', script], {
    WIREIT_LOGGER: process.stdout.isTTY ? 'quiet' : 'quiet-ci',
  });
  if (code !== 0) process.exit(code);
}
