// examples/import-history against a real server: CSV and JSON, stopped and run again, with lines that are wrong.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createHandler, createMemoryStore } from '@collateral/server-adapter';
import { importHistory } from '../../examples/import-history/import-history.js';
import { serve } from '../../examples/mounting/node-http.js';

const header = 'person,team,item,version,time,type,value,activeSeconds,comment';

describe('examples/import-history', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'collateral-import-'));
  });
  after(() => rm(folder, { recursive: true }));

  async function startServer() {
    const store = createMemoryStore();
    const handler = createHandler({
      store,
      publicOrigin: 'https://intranet.example',
      authenticate: (request) =>
        request.headers.get('authorization') === 'Bearer import'
          ? { actorId: 'importer', kind: 'service', roles: [] }
          : null,
    });
    const server = await serve(handler);
    const facts = async () => {
      const all = [];
      for await (const page of store.read('main', {})) all.push(...page.facts);
      return all;
    };
    return { endpoint: `${server.url}/collateral`, close: server.close, facts };
  }

  it('brings in years of CSV, counts nothing twice when run again, and says which lines are wrong', async () => {
    const { endpoint, close, facts } = await startServer();
    const lines = Array.from({ length: 450 }, (_, index) => {
      const time = new Date(Date.UTC(2023, 0, 1) + index * 3_600_000).toISOString();
      return `rep-${index % 9},sales,deck-${index % 4},v1,${time},${index % 3 ? 'view' : 'rating'},${(index % 5) + 1},30,`;
    });
    lines[300] = 'rep-1,sales,deck-1,v1,yesterday,view,,10,';
    lines[302] = 'rep-2,sales,deck-1,v1,2023-02-01T08:00:00Z,rating,7,,"too good, they said"';
    const file = join(folder, 'history.csv');
    await writeFile(file, [header, ...lines].join('\n'));
    /** @type {number[]} */
    const progress = [];
    const options = {
      file,
      endpoint,
      token: 'import',
      onProgress: (/** @type {number} */ done) => progress.push(done),
    };
    const first = await importHistory(options);
    assert.equal(first.accepted, 448);
    assert.deepEqual(
      first.refused.map(({ line, code }) => [line, code]),
      [
        [301, 'invalid-time'],
        [303, 'invalid-value'],
      ],
    );
    assert.deepEqual(progress, [200, 400, 450]);
    const again = await importHistory(options);
    assert.deepEqual([again.accepted, again.duplicates], [0, 448]);
    const stored = await facts();
    assert.equal(stored.length, 448);
    assert.ok(stored.every(({ excluded, team }) => excluded === null && team === 'sales'));
    assert.equal(stored[0]?.day, '2023-01-01');
    await close();
  });

  it('takes a JSON file, also as a command', async () => {
    const { endpoint, close, facts } = await startServer();
    const file = join(folder, 'history.json');
    const line = { person: 'ana', item: 'deck-42', time: '2024-05-01T10:00:00Z', type: 'rating', value: 4 };
    await writeFile(file, JSON.stringify([{ ...line, comment: 'It helped' }, line]));
    const { refused, accepted } = await importHistory({ file, endpoint, token: 'import' });
    assert.deepEqual(refused, []);
    assert.equal(accepted, 2, 'two equal lines are two ratings');
    assert.equal((await facts()).length, 2);
    const script = join(import.meta.dirname, '../../examples/import-history/import-history.js');
    assert.equal(spawnSync(process.execPath, [script], { encoding: 'utf8' }).status, 2, 'says how to call it');
    await assert.rejects(importHistory({ file, endpoint, token: 'wrong' }), /refused with 401/);
    await close();
  });
});
