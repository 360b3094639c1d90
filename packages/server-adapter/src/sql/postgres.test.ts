import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { aggregateCases } from '../conformance/aggregate-cases.js';
import { expectFoldOf, expectFoldOfLog, randomHistory } from '../conformance/aggregate-history.js';
import {
  sampleReply,
  sampleSearch,
  sampleSuggestion,
  sampleVote,
  suggestionIdsOf,
} from '../conformance/conversation-samples.js';
import { readAll, readIds } from '../conformance/read-all.js';
import { sampleFact, sampleId } from '../conformance/sample-fact.js';
import { numbersFrom } from '../conformance/sample-list.js';
import { searchCases } from '../conformance/search-cases.js';
import { storeCases } from '../conformance/store-cases.js';
import type { StoreSubject } from '../conformance/store-case.js';
import { SeededRandom } from '../conformance/seeded-random.js';
import { testsOf } from '../conformance/tests-of.fixture.js';
import { doEverythingAtOnce } from './at-once.fixture.js';
import { suggestionOf } from '../store/about-suggestion.js';
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

  const ofVersionFour = 'ALTER TABLE $schema.tenant_log DROP COLUMN pruned_types;';
  const ofVersionThree = `${ofVersionFour}
    DROP TABLE $schema.engaged_day, $schema.first_rating, $schema.participation_day, $schema.participant;
    DROP INDEX $schema.live_rating_low_day; ALTER TABLE $schema.live_rating DROP COLUMN says_why;`;
  const ofVersionTwo = `${ofVersionThree}
    DROP INDEX $schema.fact_about, $schema.live_rating_low; ALTER TABLE $schema.fact DROP COLUMN about;
    DROP TABLE $schema.suggestion, $schema.live_vote, $schema.suggestion_word, $schema.search_day;`;
  const ofVersionOne = `${ofVersionTwo}
    DROP TABLE $schema.view, $schema.live_rating, $schema.item_span, $schema.viewer_day, $schema.person_day, $schema.item_day,
      $schema.day_pairs, $schema.item_last, $schema.team_last, $schema.action_day, $schema.arrival_day;`;
  for (const [version, steps] of [ofVersionOne, ofVersionTwo, ofVersionThree, ofVersionFour].entries()) {
    test(`counts what a schema of version ${version + 1} holds`, async () => {
      const schema = `version_${version + 1}`;
      const facts = randomHistory(new SeededRandom(3), 300);
      const first = createPostgresStore({ pool, schema });
      await first.append('main', facts);
      const hits = await first.search?.('main', { text: 'price slide', limit: 50 });
      await pool.query(
        `DELETE FROM ${schema}.schema_version WHERE version > ${version + 1}; ${steps.replaceAll('$schema', schema)}`,
      );
      const store = createPostgresStore({ pool, schema });
      await expectFoldOf(store, facts);
      assert.deepEqual(await store.search?.('main', { text: 'price slide', limit: 50 }), hits);
      const suggestionIds = suggestionIdsOf(0, 9);
      const about = await readAll(store, 'main', { suggestionIds });
      const named = facts.filter((fact) => suggestionIds.includes(suggestionOf(fact) ?? ''));
      assert.deepEqual(about.facts, named);
      await store.append('main', [sampleVote(9_000, suggestionIds[0]!, true, { actorId: 'new' })]);
      await expectFoldOfLog(store);
    });
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
