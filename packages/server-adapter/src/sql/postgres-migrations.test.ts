import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { expectFoldOf, expectFoldOfLog, randomHistory } from '../conformance/aggregate-history.js';
import { sampleVote, suggestionIdsOf } from '../conformance/conversation-samples.js';
import { expectEqual } from '../conformance/expect.js';
import { expectSame, lowStanding } from '../conformance/inbox-samples.js';
import { readAll } from '../conformance/read-all.js';
import { sampleFact, sampleTime } from '../conformance/sample-fact.js';
import { SeededRandom } from '../conformance/seeded-random.js';
import { suggestionOf } from '../store/about-suggestion.js';
import type { Fact } from '../store/fact.js';
import { postgresSteps } from './postgres-schema.js';
import { startPostgres, type PostgresServer } from './postgres-server.fixture.js';
import { writePostgresVersion } from './postgres-versions.fixture.js';
import { createPostgresStore } from './postgres.js';

describe('a PostgreSQL schema of an earlier version', () => {
  let server: PostgresServer;
  let pool: pg.Pool;
  before(async () => {
    server = await startPostgres();
    pool = new pg.Pool({ connectionString: server.connectionString, max: 4 });
    pool.on('error', () => undefined);
    await createPostgresStore({ pool, schema: 'counted' }).append('main', facts);
  });
  after(async () => {
    await pool.end();
    await server.stop();
  });

  const facts: readonly Fact[] = [
    ...randomHistory(new SeededRandom(3), 300),
    sampleFact(2_000, {
      detail: { value: 2, comment: 'Old, but "good"' },
      occurredAt: '2026-05-04T08:00:00Z',
      receivedAt: '2026-07-01T00:00:00.000Z',
      context: null,
    }),
    sampleFact(2_001, { type: 'usage', detail: { action: 'download' }, collateralId: 'ä', day: '2026-05-06', slot: 1 }),
    // Ids that are no UUIDs, one of them of 15 letters, and a view whose detail says more than a view does.
    sampleFact(2_002, { id: 'exactly-15-long', type: 'view', detail: { viewId: 'Ü', activeMs: 1.5, more: [] } }),
    sampleFact(2_003, { id: 'ID', receivedAt: 'some day', detail: { value: 1, scaleId: 'stars' } }),
  ];

  for (const version of postgresSteps.slice(1).map((_, index) => index + 1)) {
    test(`keeps its facts, their places, its documents and its cursors, and counts what it holds (version ${version})`, async () => {
      const schema = `version_${version}`;
      await writePostgresVersion(pool, schema, version, facts);
      const store = createPostgresStore({ pool, schema });
      const read = await readAll(store, 'main');
      expectEqual('facts', read.facts, facts, 'migration');
      await expectFoldOf(store, facts);
      const search = { text: 'price slide', limit: 50 };
      assert.deepEqual(
        await store.search?.('main', search),
        await createPostgresStore({ pool, schema: 'counted' }).search?.('main', search),
      );
      const suggestionIds = suggestionIdsOf(0, 9);
      const about = await readAll(store, 'main', { suggestionIds });
      const named = facts.filter((fact) => suggestionIds.includes(suggestionOf(fact) ?? ''));
      assert.deepEqual(about.facts, named);
      assert.equal((await readAll(store, 'main', {}, '300')).facts.length, 4);
      assert.deepEqual(await store.get('main', 'items', 'deck-42'), {
        key: 'deck-42',
        revision: 3,
        document: { a: 1 },
      });
      await expectSame(store, { type: 'standings', collateralIds: ['deck-99', null] }, [lowStanding]);
      const outcomes = await store.append('main', [
        ...[facts[5]!, facts[300]!, facts[302]!],
        sampleFact(9_001),
        sampleFact(9_000, { effectiveAt: sampleTime(-9_000) }),
        sampleVote(9_002, suggestionIds[0]!, true, { actorId: 'new' }),
      ]);
      assert.deepEqual(outcomes, ['duplicate', 'duplicate', 'duplicate', 'new', 'too-old', 'new']);
      const behind = (await readAll(store, 'main', {}, read.cursor)).facts.map(({ id }) => id);
      assert.deepEqual(behind, [sampleFact(9_001).id, sampleFact(9_002).id]);
      await expectFoldOfLog(store);
    });
  }
});
