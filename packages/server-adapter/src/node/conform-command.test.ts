import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { ConformanceReport } from '../conformance/index.js';
import { runConformCommand } from './conform-command.js';

const memoryStore = JSON.stringify(new URL('../store/memory-store.js', import.meta.url).href);

describe('collateral-conform', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'collateral-command-'));
  });
  after(() => rm(folder, { recursive: true }));

  async function run(
    code: string,
    ...more: readonly string[]
  ): Promise<{ readonly exit: number; readonly text: string }> {
    const path = join(folder, `${crypto.randomUUID()}.mjs`);
    await writeFile(path, code);
    let text = '';
    const exit = await runConformCommand([path, ...more], (part) => (text += part));
    return { exit, text };
  }

  test('prints a line per case, the sum and what was skipped, and ends with 0', async () => {
    const { exit, text } = await run(
      `export { createMemoryStore as createStore } from ${memoryStore};`,
      '--only',
      're',
    );
    assert.equal(exit, 0);
    assert.match(text, /^✓ read\.order .*\(\d+ ms\)$/m);
    assert.match(text, /^- reopen\.facts .* skipped: no ability "reopen"$/m);
    assert.match(text, /skipped without "reopen": 10\nThe contract is kept\./);
  });

  test('names the broken promises, writes them as JSON and ends with 1', async () => {
    const json = join(folder, 'report.json');
    const code = `import { createMemoryStore } from ${memoryStore};
      export function createStore() { return { ...createMemoryStore(), health: async () => { throw new Error('no disk'); } }; }`;
    const { exit, text } = await run(code, '--only', 'health', '--json', json);
    assert.equal(exit, 1);
    assert.match(text, /^✗ health\.resolves .* no disk$/m);
    assert.match(text, /Broken: health\.resolves/);
    const report = JSON.parse(await readFile(json, 'utf8')) as ConformanceReport;
    assert.equal(report.failed, 2);
    assert.equal(report.results[0]?.state, 'failed');
  });

  test('gives each case a path of its own and opens it again where it may', async () => {
    const code = `import { createMemoryStore } from ${memoryStore};
      const stores = new Map();
      export const abilities = ['reopen'];
      export function createStore({ place }) {
        const store = stores.get(place) ?? createMemoryStore();
        stores.set(place, store);
        return { ...store, close: async () => {} };
      }`;
    const { exit, text } = await run(code, '--only', 'reopen');
    assert.equal(exit, 0, text);
    assert.match(text, /must: 10 passed, 0 failed, 0 skipped/);
  });

  test('ends with 2 when no case is called so', async () => {
    const { exit, text } = await run(
      `export { createMemoryStore as createStore } from ${memoryStore};`,
      '--only',
      'apend.',
    );
    assert.equal(exit, 2);
    assert.match(text, /^No case has an id that begins with "apend\."/);
  });

  test('ends with 2 and says what is wrong when there is no store to run', async () => {
    assert.match((await run('export const nothing = 1;')).text, /must export a function createStore/);
    assert.match(
      (await run('export function createStore() {}; export const abilities = ["fly"];')).text,
      /may export abilities/,
    );
    assert.equal((await run('nonsense(')).exit, 2);
    assert.equal(await runConformCommand([], () => undefined), 2);
    assert.equal(await runConformCommand(['a', '--unknown'], () => undefined), 2);
  });
});
