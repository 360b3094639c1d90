import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const main = join(import.meta.dirname, 'main.js');
const port = join(import.meta.dirname, 'port.js');

/** @param {string[]} parameters @param {string} value */
function run(parameters, value) {
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, {
    env: { ...process.env, PORT: value },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

describe('the port of the demo', () => {
  for (const value of ['abc', '-1', '65536', '80.5', '1e3'])
    it(`cannot be ${value}`, () => {
      const stderr = `PORT must be a whole number from 0 to 65535, got ${value}.\n`;
      assert.deepEqual(run([main], value), { status: 2, stdout: '', stderr });
    });

  for (const [value, used] of [
    ['0', '0'],
    ['65535', '65535'],
    ['', '4173'],
  ])
    it(`is ${used} for "${value}"`, () => {
      const read = `import(${JSON.stringify(port)}).then(({ portOrStop }) => console.log(portOrStop()))`;
      assert.deepEqual(run(['-e', read], value ?? ''), { status: 0, stdout: `${used}\n`, stderr: '' });
    });
});
