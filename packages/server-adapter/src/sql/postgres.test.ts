import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { aggregateCases } from '../conformance/aggregate-cases.js';
import { expectFoldOfLog, randomHistory } from '../conformance/aggregate-history.js';
import { sampleReply, sampleSearch, sampleSuggestion } from '../conformance/conversation-samples.js';
import { readAll, readIds } from '../conformance/read-all.js';
import { sampleFact, sampleId } from '../conformance/sample-fact.js';
import { numbersFrom } from '../conformance/sample-list.js';
import { searchCases } from '../conformance/search-cases.js';
import { storeCases } from '../conformance/store-cases.js';
import type { StoreSubject } from '../conformance/store-case.js';
import { SeededRandom } from '../conformance/seeded-random.js';
import { testsOf } from '../conformance/tests-of.fixture.js';
import { doEverythingAtOnce } from './at-once.fixture.js';
import type { Fact } from '../store/fact.js';
import { runKillRound } from './kill-round.fixture.js';
import { startPostgres, type PostgresServer } from './postgres-server.fixture.js';
import type { PostgresStatement } from './postgres-client.js';
import { createPostgresStore } from './postgres.js';

describe('the PostgreSQL store', () => {
  let server: PostgresServer;
  let pool: pg.Pool;
  before(async () => {
    server = await startPostgres();
    pool = new pg.Pool({ connectionString: server.connectionString, max: 8 });
    pool.on('error', () => undefined);
  });
  after(async () => {
    await pool.end();
    await server.stop();
  });

  const subject: StoreSubject = {
    createStore: ({ place }) => createPostgresStore({ pool, schema: place.toLowerCase().replaceAll(/\W/g, '_') }),
    abilities: ['reopen', 'crash', 'share'],
  };
  for (const [title, run] of testsOf([...storeCases, ...aggregateCases, ...searchCases], subject)) test(title, run);

  test('is refused with both a pool and an address, with neither, or with a strange schema', () => {
    const { connectionString } = server;
    assert.throws(() => createPostgresStore({}), /either a pool or/);
    assert.throws(() => createPostgresStore({ pool, connectionString }), /either a pool or/);
    assert.throws(() => createPostgresStore({ pool, schema: 'a; DROP SCHEMA public' }), /schema must be/);
  });

  test('keeps suggestions right when two processes do everything to them at once: each person counts once, each step is there once', async () => {
    const { done, refused } = await doEverythingAtOnce(server.connectionString, 2);
    // First, so that what follows finds none of it whatever was found here.
    await pool.query('DROP SCHEMA killed CASCADE');
    assert.ok(done > 30 && refused > 5, `${done} done, ${refused} refused: too little happened to prove anything`);
  });

  test('is refused when a newer release wrote the schema', async () => {
    const store = createPostgresStore({ pool, schema: 'newer' });
    await store.health();
    await pool.query('INSERT INTO newer.schema_version (version) VALUES (99)');
    await assert.rejects(createPostgresStore({ pool, schema: 'newer' }).health(), /schema has version|has version 99/);
  });

  test('moves into the next month by itself, and still knows every id of the months before', async () => {
    const store = createPostgresStore({ pool, schema: 'months' });
    const in2026 = (month: number): string => `2026-${String(month).padStart(2, '0')}-15T08:00:00.000Z`;
    // Ids of both kinds: those that begin with the time, and those that are all over the place.
    const facts = [1, 2, 3, 7, 12].flatMap((month) =>
      ['one', 'two'].map((id, number) => {
        const at = in2026(month);
        const time = Date.parse(at).toString(16).padStart(12, '0');
        const uuid = `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${String(month).padStart(12, '0')}`;
        return sampleFact(0, { id: number === 0 ? uuid : `${id}-${month}`, effectiveAt: at, receivedAt: at });
      }),
    );
    for (const fact of facts) assert.deepEqual(await store.append('main', [fact]), ['new']);
    // Sent again a year later, together with one whose id says another month than it came in.
    const again = facts.map((fact) => ({ ...fact, receivedAt: '2027-02-01T00:00:00.000Z' }));
    const astray = { ...facts[0]!, id: `${facts[4]!.id.slice(0, -1)}f` };
    assert.deepEqual(new Set(await store.append('main', [...again, astray, astray])), new Set(['new', 'duplicate']));
    assert.equal((await readAll(store, 'main')).facts.length, facts.length + 1);
    await expectFoldOfLog(store);
    assert.deepEqual(
      await monthsOf('months'),
      [1, 2, 3, 4, 7, 8, 12]
        .map((month) => 202_600 + month)
        .concat(202_701, 202_702, 202_703)
        .sort(),
    );
  });

  test('gives the space of a month back when everything in it was pruned, also while others write', async () => {
    const store = createPostgresStore({ pool, schema: 'pruned' });
    const other = createPostgresStore({ pool, schema: 'pruned' });
    const inMonth = (month: number, number: number): Fact => {
      const at = `2026-0${month}-10T08:00:00.000Z`;
      return sampleFact(number, { effectiveAt: at, receivedAt: at });
    };
    await other.append('main', [inMonth(1, 1), inMonth(3, 2), inMonth(5, 3)]);
    await store.append('other', [inMonth(1, 4)]);
    const writes = numbersFrom(10, 20).map((number) => other.append('main', [inMonth(5, number)]));
    await store.prune('main', '2026-05-01T00:00:00.000Z');
    await Promise.all(writes);
    // The other tenant has a fact in January.
    assert.deepEqual(await monthsOf('pruned'), [202_601, 202_605, 202_606]);
    await store.prune('other', '2026-05-01T00:00:00.000Z');
    assert.deepEqual(await monthsOf('pruned'), [202_605, 202_606]);
    // This process still believes that January is there.
    assert.deepEqual(await other.append('third', [inMonth(1, 5)]), ['new']);
    assert.deepEqual(await other.append('main', [inMonth(1, 1)]), ['too-old']);
    assert.deepEqual(await readIds(other, 'third'), [sampleId(5)]);
  });

  async function monthsOf(schema: string): Promise<readonly number[]> {
    const { rows } = await pool.query<{ name: string }>(
      'SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = $1::regclass ORDER BY name',
      [`${schema}.fact`],
    );
    return rows.map(({ name }) => Number(name.slice(-6)));
  }

  test('holds no name of an erased person', async () => {
    const store = createPostgresStore({ pool, schema: 'erased' });
    await store.append('main', [
      ...randomHistory(new SeededRandom(4), 100),
      sampleSuggestion(5_000, 'Ana wants prices'),
      sampleReply(5_001, sampleId(5_000), { detail: { suggestionId: sampleId(5_000), body: 'Says ana' } }),
      sampleSearch(5_002, 'who is ana'),
    ]);
    await store.reassign('main', 'ana', 'gone');
    const { rows } = await pool.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'erased'",
    );
    for (const { name } of rows) {
      const { rows: traces } = await pool.query(`SELECT * FROM erased.${name} AS row WHERE row::text ~ '\\mana\\M'`);
      assert.deepEqual(traces, [], name);
    }
  });

  test('goes on when a newer release has changed a table it has prepared statements for', async () => {
    const single = new pg.Pool({ connectionString: server.connectionString, max: 1 });
    const store = createPostgresStore({ pool: single, schema: 'changed' });
    await store.append('main', [sampleSuggestion(1, 'Say the price')]);
    const ask = async (): Promise<number | undefined> =>
      (await store.aggregate?.('main', { type: 'suggestions', suggestionIds: [sampleId(1)] }))?.length;
    assert.equal(await ask(), 1);
    await pool.query('ALTER TABLE changed.suggestion ADD COLUMN later text');
    assert.equal(await ask(), 1);
    await store.close();
    await single.end();
  });

  test('makes its tables once when many processes start at the same time', async () => {
    const stores = numbersFrom(0, 6).map(() =>
      createPostgresStore({ connectionString: server.connectionString, schema: 'rush' }),
    );
    await Promise.all(stores.map((store) => store.append('main', [sampleFact(1)])));
    assert.deepEqual(await readIds(stores[0]!, 'main'), [sampleId(1)]);
    await Promise.all(stores.map((store) => store.close()));
  });

  test('goes on when its connections are cut, and neither loses nor doubles a fact', async () => {
    const store = createPostgresStore({ connectionString: server.connectionString, schema: 'cut' });
    await store.health();
    const outcomes = await Promise.all(
      numbersFrom(0, 200).map(async (number) => {
        const outcome = await store.append('main', [sampleFact(number * 2), sampleFact(number * 2 + 1)]);
        // Cuts one of the connections the others are working on.
        if (number % 10 === 0)
          await pool.query(
            "SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity WHERE query LIKE '%cut.%' AND query NOT LIKE '%terminate%' ORDER BY random() LIMIT 1)",
          );
        return outcome;
      }),
    );
    assert.deepEqual(new Set(outcomes.flat()), new Set(['new']));
    const ids = await readIds(store, 'main');
    assert.deepEqual([...ids].sort(), numbersFrom(0, 400).map(sampleId));
    await store.close();
  });

  test('has every acknowledged event once after two processes were killed while they took events', async () => {
    const known = new Set<string>();
    for (const round of [0, 1, 2]) await runKillRound(server.connectionString, round, known, 2);
  });

  test('asks the server how a commit ended whose answer was lost', async () => {
    let isLost = false;
    const forgetful = {
      async connect() {
        const client = await pool.connect();
        return {
          async query(statement: string | PostgresStatement) {
            const result = await client.query<Record<string, unknown>>(statement);
            if (statement !== 'COMMIT' || !isLost) return result;
            isLost = false;
            throw new Error('Connection terminated unexpectedly');
          },
          release: (destroy?: boolean) => client.release(destroy),
          on: client.on.bind(client),
          off: client.off.bind(client),
        };
      },
      end: async () => undefined,
    };
    const store = createPostgresStore({ pool: forgetful, schema: 'lost' });
    await store.health();
    isLost = true;
    assert.deepEqual(await store.append('main', [sampleFact(1)]), ['new']);
    isLost = true;
    assert.deepEqual(await store.put('main', 'items', 'a', {}, { expectedRevision: 0 }), { ok: true, revision: 1 });
  });
});
