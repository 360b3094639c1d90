import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { expectFoldOf, randomHistory } from '../conformance/aggregate-history.js';
import { expectEqual } from '../conformance/expect.js';
import { searchFacts } from '../conformance/fold-search.js';
import { expectSame, lowStanding, lowSteps } from '../conformance/inbox-samples.js';
import { readAll } from '../conformance/read-all.js';
import { sampleFact, sampleTime } from '../conformance/sample-fact.js';
import { SeededRandom } from '../conformance/seeded-random.js';
import type { Fact } from '../store/fact.js';
import { countShapes } from './count-shapes.js';
import { migrate } from './migrate.js';
import { schemaSteps } from './schema.js';
import { SqliteConnection } from './sqlite-connection.js';
import { SqliteFile } from './sqlite-file.js';
import { createSqliteStore } from './sqlite.js';

describe('a SQLite file of an earlier schema version', () => {
  const folder = mkdtempSync(join(tmpdir(), 'collateral-migrations-'));
  after(() => rmSync(folder, { recursive: true }));
  const facts: readonly Fact[] = [
    ...randomHistory(new SeededRandom(3), 700),
    sampleFact(2_000, {
      detail: { value: 2, comment: 'Old, but "good"' },
      occurredAt: '2026-05-04T08:00:00Z',
      context: null,
    }),
    sampleFact(2_001, { type: 'usage', detail: { action: 'download' }, collateralId: 'ä', day: '2026-05-06', slot: 1 }),
  ];

  for (const version of [1, 2, 3, 4, 6]) {
    test(`keeps its facts, their places, its documents and its cursors, and counts what it holds (version ${version})`, async () => {
      const path = join(folder, `${version}.sqlite`);
      writeVersionOne(path, facts);
      if (version === 2) bringToVersionTwo(path);
      if (version === 3) bringToVersionThree(path, facts);
      if (version === 4) bringToVersionFour(path);
      if (version === 6) bringToVersionSix(path);
      const store = createSqliteStore({ path });
      const read = await readAll(store, 'main');
      expectEqual('facts', read.facts, facts, 'migration');
      await expectFoldOf(store, facts);
      for (const text of ['price slide', 'roi st']) {
        const query = { text, limit: 200 };
        assert.deepEqual(await store.search?.('main', query), searchFacts(facts, query));
      }
      assert.equal((await readAll(store, 'main', {}, '700')).facts.length, 2);
      assert.deepEqual(await store.get('main', 'items', 'deck-42'), {
        key: 'deck-42',
        revision: 3,
        document: { a: 1 },
      });
      await expectSame(store, { type: 'standings', collateralIds: ['deck-99', null] }, [lowStanding]);
      const outcomes = await store.append('main', [
        facts[5]!,
        facts[701]!,
        sampleFact(9_001),
        sampleFact(9_000, { effectiveAt: sampleTime(-9_000) }),
      ]);
      assert.deepEqual(outcomes, ['duplicate', 'duplicate', 'new', 'too-old']);
      assert.deepEqual(
        (await readAll(store, 'main', {}, read.cursor)).facts.map(({ id }) => id),
        [sampleFact(9_001).id],
      );
      await store.close();
    });
  }
});

/** Writes a file as the first release of the tables did. */
function writeVersionOne(path: string, facts: readonly Fact[]): void {
  const connection = new SqliteConnection(path, 100);
  migrate(connection, schemaSteps.slice(0, 1));
  connection.write(() => {
    connection.prepare('INSERT INTO tenant_log VALUES (?, ?, ?)').run('main', facts.length, sampleTime(-1_000));
    const addDocument = connection.prepare('INSERT INTO document VALUES (?, ?, ?, ?, ?)');
    addDocument.run('main', 'items', 'deck-42', 3, '{"a":1}');
    addDocument.run('main', 'suggestions', 'item deck-99', 1, JSON.stringify(lowSteps));
    addDocument.run('main', 'suggestions', 'pseudonym-key', 1, '{"key":"x"}');
    facts.forEach((fact, index) => {
      connection
        .prepare(`INSERT INTO fact VALUES (${Array.from({ length: 16 }, () => '?').join(', ')})`)
        .run(
          'main',
          index + 1,
          fact.actorId,
          fact.id,
          fact.type,
          fact.collateralId,
          fact.version,
          fact.occurredAt,
          fact.receivedAt,
          fact.effectiveAt,
          fact.day,
          fact.slot,
          fact.team,
          fact.excluded,
          fact.context === null ? null : JSON.stringify(fact.context),
          JSON.stringify(fact.detail),
        );
    });
  });
  connection.close();
}

/** Brings a file to the second version, whose tables of counts were others. */
function bringToVersionTwo(path: string): void {
  const connection = new SqliteConnection(path, 100);
  migrate(connection, schemaSteps.slice(0, 2));
  connection.run(`
    INSERT INTO usage_day VALUES (1, 2, 20000, 0, 0, 0, 7, 7, 7);
    INSERT INTO live_rating VALUES (1, 2, 0, 3, 1, 0, 0, 0, 0, 5);
    INSERT INTO view VALUES (1, 2, 3, 'x', 1, 0, 20000, 0, 0, 0, 0, 9000);`);
  connection.close();
}

const newTables = ['search_day', 'participation_day', 'participant'];

/** Brings a file to the third version, which knew nothing of what people said to each other: everything else is counted. */
function bringToVersionThree(path: string, facts: readonly Fact[]): void {
  const counted = `${path}-counted`;
  new SqliteFile({ path: counted, busyTimeoutMs: 100 }).run([{ method: 'append', parameters: ['main', facts] }]);
  const connection = new SqliteConnection(path, 100);
  migrate(connection, schemaSteps.slice(0, 3));
  connection.run(`ATTACH '${counted}' AS counted`);
  connection.write(() => {
    const tables = ['view', 'live_rating', ...Object.values(countShapes).map(({ name }) => name), 'item_span', 'name'];
    for (const table of tables.filter((name) => !newTables.includes(name))) {
      const columns = connection
        .prepare(`SELECT group_concat(name) AS names FROM pragma_table_info('${table}')`)
        .get()?.['names'];
      connection.run(
        `DELETE FROM main.${table}; INSERT INTO main.${table} SELECT ${String(columns)} FROM counted.${table}`,
      );
    }
    connection.run('DELETE FROM main.fact; INSERT INTO main.fact SELECT * FROM counted.fact');
    connection.run('UPDATE main.tenant SET last_name = (SELECT last_name FROM counted.tenant)');
  });
  connection.close();
}

/** Brings a file to the fourth version, which knew nothing of who really used what: everything else is counted. */
function bringToVersionFour(path: string): void {
  new SqliteFile({ path, busyTimeoutMs: 100 }).close();
  const connection = new SqliteConnection(path, 100);
  connection.run(`
    DELETE FROM schema_version WHERE version > 4;
    DROP TABLE prune_mark; ${withoutStandings} ${withoutPages}
    DROP TABLE engaged_day; DROP TABLE rating_day; DROP TABLE participation_day; DROP TABLE participant;
    DROP INDEX live_rating_low_day; DROP INDEX live_rating_why; ALTER TABLE live_rating DROP COLUMN says_why;`);
  connection.close();
}

/** Brings a file to the sixth version, which knew of each rated item the first day only, and took a rating of any age for one in time. */
function bringToVersionSix(path: string): void {
  new SqliteFile({ path, busyTimeoutMs: 100 }).close();
  const connection = new SqliteConnection(path, 100);
  connection.run(`
    DELETE FROM schema_version WHERE version > 6; ${withoutStandings} ${withoutPages} DROP INDEX live_rating_why;
    CREATE TABLE first_rating (
      tenant INTEGER NOT NULL, item INTEGER NOT NULL, actor INTEGER NOT NULL, day INTEGER NOT NULL,
      PRIMARY KEY (tenant, item, actor)
    ) WITHOUT ROWID;
    INSERT INTO first_rating SELECT tenant, item, actor, min(day) FROM rating_day GROUP BY 1, 2, 3;
    DROP TABLE rating_day;
    UPDATE participation_day SET rated = 7;
    DELETE FROM participation_day WHERE pairs = 0;`);
  connection.close();
}

const withoutStandings = `
  DROP TRIGGER suggestion_new; DROP TABLE standing;
  ${['part', 'oldest', 'due', 'doubtful'].map((name) => `DROP INDEX suggestion_${name};`).join(' ')}
  ${['part', 'due_at', 'assignee'].map((name) => `ALTER TABLE suggestion DROP COLUMN ${name};`).join(' ')}`;
const withoutPages = ['voters', 'made', 'changed', 'fallen'].map((name) => `DROP INDEX suggestion_${name};`).join(' ');
