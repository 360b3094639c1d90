import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { storeCases } from '@collateral/server-adapter/conformance';
import { abilities, createStore } from './conform.js';
import { createMyStore } from './my-store.js';

const folder = mkdtempSync(join(tmpdir(), 'my-store-'));
after(() => rmSync(folder, { recursive: true }));

describe('my store', () => {
  for (const { id, name, run } of storeCases) {
    test(`${id}: ${name}`, async (context) => {
      const outcome = await run({ abilities, createStore: ({ place }) => createStore({ place: join(folder, place) }) });
      if (outcome.state === 'skipped') context.skip(`no ability "${outcome.missing}"`);
    });
  }

  for (const round of [1, 2, 3, 4, 5]) {
    test(`has every acknowledged fact once after it was killed while appending, round ${round}`, async () => {
      const path = join(folder, `killed-${round}`);
      const acknowledged = await appendUntilKilled(path, 20 * round);
      assert.ok(acknowledged.length >= 20 * round);
      const store = createMyStore({ path });
      const stored = [];
      for await (const { facts } of store.read('main', {})) stored.push(...facts.map(({ id }) => id));
      await store.close();
      assert.equal(new Set(stored).size, stored.length, 'a fact is there twice');
      assert.deepEqual(stored.slice(0, acknowledged.length), acknowledged);
      // A batch is whole or not there, also the one the kill came into.
      assert.equal(stored.length % 5, 0);
    });
  }
});

/** Appends batches of five in another process, kills it after some answers, and tells which facts were acknowledged. */
async function appendUntilKilled(/** @type {string} */ path, /** @type {number} */ count) {
  const child = spawn(process.execPath, [new URL('./append-for-ever.js', import.meta.url).pathname, path]);
  let output = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    output += chunk;
    // Goes on reading after the kill: what is in the pipe was acknowledged as well.
    if (output.split('\n').length > count) child.kill('SIGKILL');
  }
  return output.slice(0, output.lastIndexOf('\n')).split('\n');
}
