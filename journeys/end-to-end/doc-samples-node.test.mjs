// Every sample of the documents that is meant for a server runs in a process of its own, as it is printed.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { isForNode, readSamples } from '../../scripts/doc-samples.mjs';

const forNode = (await readSamples()).filter((sample) => sample.language === 'js' && isForNode(sample));
const folder = resolve('.cache', 'doc-samples');
const run = promisify(execFile);

describe('samples of the documents in Node', () => {
  before(async () => {
    await rm(folder, { recursive: true, force: true });
    for (const sample of forNode) {
      await mkdir(placeOf(sample), { recursive: true });
      await writeFile(join(placeOf(sample), sample.file), sample.code);
    }
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const sample of forNode.filter(({ file }) => file !== 'my-store.js'))
    it(`run: ${sample.page}, line ${sample.line}`, async () => {
      const cwd = placeOf(sample);
      const store = 'examples/my-store/my-store.js';
      if (sample.code.includes('./my-store.js') || sample.code.includes('./conform.js'))
        await copyFile(store, join(cwd, 'my-store.js'));
      const { stdout } = await run(
        process.execPath,
        [resolve('journeys/end-to-end/run-node-sample.mjs'), sample.file],
        {
          cwd,
          timeout: 60_000,
        },
      );
      const { cases, servers, status } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
      assert.equal(cases > 0, sample.code.includes('test('), 'cases of a kit');
      assert.equal(servers > 0, sample.code.includes('.listen('), 'servers');
      if (sample.code.includes('// 200')) assert.equal(status, 200);
    });

  it('lead from the empty store to a list of what it does not keep yet', async () => {
    const page = forNode.filter((sample) => sample.page === 'docs/implement-a-store.md');
    const empty = page.find(({ file }) => file === 'my-store.js');
    assert.ok(empty);
    const cwd = join(folder, 'empty-store');
    await mkdir(cwd, { recursive: true });
    for (const { file, code } of page) await writeFile(join(cwd, file), code);
    const command = resolve('packages/server-adapter/dist/node/collateral-conform.js');
    const args = [command, './conform.js', '--only', 'append.', '--json', 'report.json'];
    /** @type {any} */
    const outcome = await run(process.execPath, args, { cwd }).catch((/** @type {unknown} */ error) => error);
    assert.equal(outcome.code, 1);
    assert.match(outcome.stdout, /✗ append\.duplicate-later .* See Store\.append in store\/store\.ts\./);
    assert.ok(JSON.parse(await readFile(join(cwd, 'report.json'), 'utf8')).failed > 20);
  });
});

/** @param {import('../../scripts/doc-samples.mjs').Sample} sample */
function placeOf(sample) {
  return join(folder, sample.page.replaceAll(/[/.]/g, '-'));
}
