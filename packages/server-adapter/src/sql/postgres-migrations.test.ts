import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { expectFoldOf, expectFoldOfLog, randomHistory } from '../conformance/aggregate-history.js';
import { sampleVote, suggestionIdsOf } from '../conformance/conversation-samples.js';
import { expectEqual } from '../conformance/expect.js';
import { readAll } from '../conformance/read-all.js';
import { sampleFact, sampleTime } from '../conformance/sample-fact.js';
import { SeededRandom } from '../conformance/seeded-random.js';
import { suggestionOf } from '../store/about-suggestion.js';
import type { Fact } from '../store/fact.js';
import { countShapes } from './count-shapes.js';
import { runOn } from './postgres-client.js';
import { idTextOf } from './postgres-ids.js';
import { migratePostgres, postgresSteps } from './postgres-schema.js';
import { startPostgres, type PostgresServer } from './postgres-server.fixture.js';
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
      await writeVersion(pool, schema, version, facts);
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

/** Writes a schema as an earlier release left it; what it counts comes from the schema `counted`. */
async function writeVersion(pool: pg.Pool, schema: string, version: number, facts: readonly Fact[]): Promise<void> {
  const client = await pool.connect();
  const run = runOn(client, false);
  await migratePostgres(run, schema, postgresSteps.slice(0, 1));
  await run(`INSERT INTO ${schema}.tenant_log VALUES ('main', $1, $2)`, [facts.length, sampleTime(-1_000)]);
  await run(`INSERT INTO ${schema}.document VALUES ('main', 'items', 'deck-42', 3, '{"a":1}')`);
  const rows = facts.map((fact, index) => ({
    ...{ sequence: index + 1, actor_id: fact.actorId, id: fact.id, type: fact.type, collateral_id: fact.collateralId },
    ...{ version: fact.version, occurred_at: fact.occurredAt, received_at: fact.receivedAt, day: fact.day },
    ...{ effective_at: fact.effectiveAt, slot: fact.slot, team: fact.team, excluded: fact.excluded },
    context: fact.context === null ? null : JSON.stringify(fact.context),
    detail: JSON.stringify(fact.detail),
    tenant: 'main',
  }));
  await run(
    `INSERT INTO ${schema}.fact SELECT (jsonb_populate_record(NULL::${schema}.fact, row)).* FROM jsonb_array_elements($1::jsonb) AS row`,
    [JSON.stringify(rows)],
  );
  // What was counted stands in these tables up to version 4. Later steps are taken from there.
  const filled = Math.min(version, 4);
  await migratePostgres(run, schema, postgresSteps.slice(0, filled));
  const names = Object.values(countShapes).map(({ name }) => name);
  const said = ['search_day', 'suggestion', 'live_vote', 'suggestion_word'];
  const engaged = ['engaged_day', 'rating_day', 'participation_day', 'participant'];
  const counted = ['item_span', ...names.filter((name) => ![...said, ...engaged].includes(name))];
  const copied = [counted, said, engaged].slice(0, filled - 1).flat();
  for (const table of copied) await run(`INSERT INTO ${schema}.${table} SELECT * FROM counted.${table}`);
  if (filled >= 4) await run(firstRatings.replaceAll('$schema', schema));
  if (filled > 1)
    await run(
      `INSERT INTO ${schema}.view SELECT tenant, item, actor, ${idTextOf('view_id')}, ${idTextOf('first_id')},
         effective_at, day, slot, version, team, excluded, active_ms FROM counted.view;
       INSERT INTO ${schema}.live_rating SELECT tenant, item, actor, version, ${idTextOf('id')},
         effective_at, day, team, excluded, scale, value, after_use ${filled >= 4 ? ', says_why' : ''} FROM counted.live_rating`,
    );
  await migratePostgres(run, schema, postgresSteps.slice(0, version));
  client.release();
}

// Up to version 6 the first day of a rating was all that was kept, and a rating of any age counted.
const firstRatings = `
  CREATE TABLE $schema.first_rating (
    tenant text COLLATE "C" NOT NULL,
    item text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, item, actor)
  );
  INSERT INTO $schema.first_rating SELECT tenant, item, actor, min(day) FROM $schema.rating_day GROUP BY 1, 2, 3;
  DROP TABLE $schema.rating_day;
  UPDATE $schema.participation_day SET rated = 7;
  DELETE FROM $schema.participation_day WHERE pairs = 0;`;
