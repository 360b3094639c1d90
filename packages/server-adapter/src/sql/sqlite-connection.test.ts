import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { numbersFrom } from '../conformance/sample-list.js';

describe('a new SQLite file', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'collateral-connection-'));
  });
  after(() => rm(folder, { recursive: true }));

  test('is made once when several begin with it at the same moment', async () => {
    const openers = 4;
    const barrier = new Int32Array(new SharedArrayBuffer(4));
    const module = new URL('./sqlite-connection.js', import.meta.url).href;
    const script = `
      const { parentPort, workerData: { module, barrier, folder, openers } } = require('node:worker_threads');
      import(module).then(({ SqliteConnection }) => {
        for (let round = 1; round <= 25; round += 1) {
          Atomics.add(barrier, 0, 1);
          const patience = Date.now() + 10_000;
          while (Atomics.load(barrier, 0) < round * openers)
            if (Date.now() > patience) throw new Error('another one stopped in round ' + round);
          new SqliteConnection(folder + '/at-once-' + round + '.sqlite', 5000).close();
        }
      });`;
    const workers = numbersFrom(1, openers).map(
      () => new Worker(script, { eval: true, workerData: { module, barrier, folder, openers } }),
    );
    await Promise.all(workers.map((worker) => once(worker, 'exit')));
  });
});
