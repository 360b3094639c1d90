import { isCollateralError } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { sampleReply, sampleSearch, sampleSuggestion } from '../conformance/conversation-samples.js';
import { readIds } from '../conformance/read-all.js';
import { sampleFact, sampleId } from '../conformance/sample-fact.js';
import { numbersFrom } from '../conformance/sample-list.js';
import { factQuery } from './fact-query.js';
import { migrate } from './migrate.js';
import { SqliteConnection } from './sqlite-connection.js';
import { SqliteFile } from './sqlite-file.js';
import { createSqliteStore } from './sqlite.js';
import { Tenants } from './tenants.js';

describe('a SQLite file', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'collateral-sqlite-'));
  });
  after(() => rm(folder, { recursive: true }));

  test('keeps what was acknowledged when it is opened again', async () => {
    const path = join(folder, 'reopen.sqlite');
    const first = createSqliteStore({ path });
    await first.append('main', [sampleFact(1)]);
    await first.close();
    const second = createSqliteStore({ path });
    assert.deepEqual(await second.append('main', [sampleFact(1), sampleFact(2)]), ['duplicate', 'new']);
    await second.close();
  });

  test('holds nothing an erased person wrote, nor who they were, once it is closed', async () => {
    const path = join(folder, 'erased.sqlite');
    const store = createSqliteStore({ path });
    const detail = { value: 1, comment: 'Unmistakable words' };
    const context = { url: '/people/unmistakable-page' };
    const facts = [1, 2, 3].map((number) => sampleFact(number, { actorId: 'unmistakable-ana', detail, context }));
    const said = [
      sampleSuggestion(11, 'Show unmistakable prices', { context }),
      sampleReply(12, sampleId(11), { detail: { suggestionId: sampleId(11), body: 'Unmistakably so' } }),
      sampleSearch(13, 'unmistakable deck'),
    ].map((fact) => ({ ...fact, actorId: 'unmistakable-ana' }));
    await store.append('main', [...facts, ...said, sampleFact(9, { actorId: 'ben' })]);
    // Erased in another life than the one that wrote, and with other words around them.
    await store.append(
      'main',
      numbersFrom(100, 200).map((number) => sampleSuggestion(number, 'Unlike other prices')),
    );
    await store.reassign('main', 'unmistakable-ana', 'tombstone');
    await store.close();
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.startsWith('erased')),
      ['erased.sqlite'],
      'the log of the last writes is gone as well',
    );
    assert.doesNotMatch((await readFile(path)).toString('latin1'), /unmistakable/i);
  });

  test('survives the death of a process in the middle of its life', async () => {
    const path = join(folder, 'killed.sqlite');
    await runWriter(path, 3, true);
    const store = createSqliteStore({ path });
    assert.equal((await readIds(store, 'main')).length, 3);
    await store.close();
  });

  test('counts each fact once when four processes write the same facts into it', async () => {
    const path = join(folder, 'shared.sqlite');
    const news = await Promise.all([1, 2, 3, 4].map(() => runWriter(path, 40, false)));
    assert.equal(
      news.reduce((sum, count) => sum + count, 0),
      40,
    );
    const store = createSqliteStore({ path });
    const ids = await readIds(store, 'main');
    assert.deepEqual(
      [...ids].sort(),
      Array.from({ length: 40 }, (_, number) => sampleId(number)),
    );
    await store.close();
  });

  test('is refused when a newer release wrote it', async () => {
    const path = join(folder, 'newer.sqlite');
    await createSqliteStore({ path }).close();
    const database = new DatabaseSync(path);
    database.exec("INSERT INTO schema_version VALUES (99, '2030-01-01T00:00:00.000Z')");
    database.close();
    assert.throws(
      () => createSqliteStore({ path }),
      (error) =>
        isCollateralError(error) && error.code === 'invalid-option' && error.message.includes('schema version 99'),
    );
  });

  test('is brought up to date by the steps it has not seen', () => {
    const connection = new SqliteConnection(':memory:', 100);
    migrate(connection, ['CREATE TABLE a (x)']);
    migrate(connection, ['CREATE TABLE a (x)', 'CREATE TABLE b (x)']);
    assert.deepEqual(
      connection
        .prepare('SELECT version FROM schema_version')
        .all()
        .map((row) => row['version']),
      [1, 2],
    );
    connection.close();
  });

  test('stays as it was when a step fails', () => {
    const connection = new SqliteConnection(':memory:', 100);
    assert.throws(() => migrate(connection, ['CREATE TABLE a (x)', 'nonsense']), /SQLite refused/);
    assert.deepEqual(
      connection.prepare("SELECT name FROM sqlite_schema WHERE name IN ('a', 'schema_version')").all(),
      [],
    );
    connection.close();
  });

  test('waits for nobody longer than it was told, and says that nothing was stored', async () => {
    const path = join(folder, 'busy.sqlite');
    const store = createSqliteStore({ path, busyTimeoutMs: 20 });
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    await assert.rejects(
      store.append('main', [sampleFact(1)]),
      (error) => isCollateralError(error) && error.code === 'store-unavailable',
    );
    other.exec('ROLLBACK');
    other.close();
    assert.deepEqual(await store.append('main', [sampleFact(1)]), ['new']);
    await store.close();
  });

  test('answers questions about many facts while an event waits to be written', async () => {
    const path = join(folder, 'counting.sqlite');
    const store = createSqliteStore({ path });
    await store.append('main', [sampleFact(1)]);
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const waiting = store.append('main', [sampleFact(2)]);
    const arrivals = { type: 'arrivals', by: [] } as const;
    assert.deepEqual(await store.aggregate?.('main', arrivals), [{ type: 'arrivals', group: {}, facts: 1, late: 0 }]);
    other.exec('ROLLBACK');
    other.close();
    assert.deepEqual(await waiting, ['new']);
    await store.close();
    await assert.rejects(async () => store.aggregate?.('main', arrivals), /The store was closed/);
  });

  test('keeps its write-ahead log short although a reader stands in the middle of a read', async () => {
    const path = join(folder, 'long-read.sqlite');
    const store = createSqliteStore({ path });
    const write = async (from: number): Promise<void> => {
      for (let first = from; first < from + 20_000; first += 500)
        await store.append(
          'main',
          numbersFrom(first, 500).map((number) => sampleFact(number)),
        );
    };
    await write(0);
    const slow = store.read('main', {})[Symbol.asyncIterator]();
    assert.equal((await slow.next()).done, false);
    const before = (await stat(`${path}-wal`)).size;
    await write(20_000);
    const after = (await stat(`${path}-wal`)).size;
    // 20 000 facts are tens of megabytes; the log is taken over into the file every 1 000 pages of 4 kB.
    assert.ok(after < Math.max(before, 16_000_000), `the log grew from ${before} to ${after} bytes`);
    assert.equal((await slow.next()).done, false, 'the reader goes on');
    await slow.return?.();
    await store.close();
  });

  test('is healthy while another process writes, and not when it can no longer be written', async () => {
    const path = join(folder, 'health.sqlite');
    const store = createSqliteStore({ path, busyTimeoutMs: 20 });
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    await store.health();
    other.exec('ROLLBACK');
    other.close();
    await rm(path);
    await assert.rejects(store.health(), /SQLite refused/);
    await store.close();
  });

  test('leaves the event loop free and keeps no process alive', async () => {
    const store = createSqliteStore({ path: ':memory:' });
    let turns = 0;
    const count = setInterval(() => (turns += 1), 0);
    await store.append(
      'main',
      numbersFrom(0, 20_000).map((number) => sampleFact(number)),
    );
    clearInterval(count);
    assert.ok(turns > 3, `${turns} turns`);
    await store.close();
  });

  test('commits calls that wait together in one go, and undoes alone what fails among them', () => {
    const file = new SqliteFile({ path: ':memory:', busyTimeoutMs: 100 });
    const broken = { ...sampleFact(2), slot: 'not a number' };
    const outcomes = file.run([
      { method: 'append', parameters: ['main', [sampleFact(1)]] },
      { method: 'append', parameters: ['main', [sampleFact(3, { actorId: 'new' }), broken]] },
      { method: 'page', parameters: ['main', {}, undefined] },
      { method: 'append', parameters: ['main', [sampleFact(1), sampleFact(4, { actorId: 'new' })]] },
    ]);
    assert.deepEqual(
      outcomes.map((outcome) => ('error' in outcome ? 'error' : outcome.result)),
      [
        ['new'],
        'error',
        { facts: [sampleFact(1), sampleFact(4, { actorId: 'new' })], cursor: '2', isFull: false },
        ['duplicate', 'new'],
      ],
    );
    file.close();
  });

  test('finishes what was sent before it was closed', async () => {
    const path = join(folder, 'closing.sqlite');
    const store = createSqliteStore({ path });
    const calls = numbersFrom(0, 50).map((number) => store.append('main', [sampleFact(number)]));
    const closed = store.close();
    assert.equal((await Promise.all(calls)).length, 50);
    await closed;
    const again = createSqliteStore({ path });
    assert.equal((await readIds(again, 'main')).length, 50);
    await again.close();
  });

  test('stores a batch whole or not at all', async () => {
    const store = createSqliteStore({ path: ':memory:' });
    const broken = { ...sampleFact(2), slot: 'not a number' } as never;
    await assert.rejects(store.append('main', [sampleFact(1), broken]), /SQLite refused/);
    assert.deepEqual(await readIds(store, 'main'), []);
    await store.close();
  });

  test("is refused where it can't be opened, with a wrong path or a wrong timeout", async () => {
    assert.throws(() => createSqliteStore({ path: join(folder, 'none', 'x.sqlite') }), /SQLite refused/);
    assert.throws(() => createSqliteStore({ path: '' }), /path must be/);
    assert.throws(() => createSqliteStore({ path: ':memory:', busyTimeoutMs: -1 }), /busyTimeoutMs must be/);
    const path = join(folder, 'no-database.sqlite');
    await writeFile(path, 'This is a text and no database at all. '.repeat(50));
    assert.throws(
      () => createSqliteStore({ path }),
      (error) => isCollateralError(error) && error.code === 'store-unavailable',
    );
  });

  test('is written with full durability in a write-ahead log', () => {
    const connection = new SqliteConnection(join(folder, 'pragmas.sqlite'), 1_234);
    const read = (pragma: string): unknown => Object.values(connection.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
    assert.deepEqual([read('journal_mode'), read('synchronous'), read('busy_timeout')], ['wal', 2, 1_234]);
    connection.close();
  });

  test('finds the facts of items and of people by an index', () => {
    const connection = new SqliteConnection(':memory:', 100);
    migrate(connection);
    const planOf = (filter: Parameters<typeof factQuery>[1]): string => {
      const { sql, parameters } = factQuery(new Tenants(connection).open('main'), filter, undefined);
      return connection
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...parameters)
        .map((row) => row['detail'])
        .join('\n');
    };
    assert.match(
      planOf({ collateralIds: ['a'], types: ['rating'] }),
      /SEARCH fact USING INDEX fact_item \(tenant=\? AND item=\? AND type=\?/,
    );
    assert.match(planOf({ collateralIds: ['a'] }), /SEARCH fact USING INDEX fact_item \(tenant=\? AND item=\?/);
    assert.match(planOf({ actorId: 'ana' }), /SEARCH fact USING INDEX fact_identity \(tenant=\? AND actor=\?/);
    assert.match(planOf({}), /SEARCH fact USING PRIMARY KEY \(tenant=\? AND sequence>\?\)/);
    connection.close();
  });
});

/** Appends facts one by one in a process of its own, kills that process if asked to, and tells how many were new. */
async function runWriter(path: string, facts: number, isKilled: boolean): Promise<number> {
  const script = `
    const { createSqliteStore } = await import(${JSON.stringify(new URL('./sqlite.js', import.meta.url).href)});
    const { sampleFact } = await import(${JSON.stringify(new URL('../conformance/sample-fact.js', import.meta.url).href)});
    const store = createSqliteStore({ path: ${JSON.stringify(path)} });
    let news = 0;
    for (let number = 0; number < ${facts}; number++) {
      const [outcome] = await store.append('main', [sampleFact(number)]);
      if (outcome === 'new') news += 1;
    }
    process.stdout.write(String(news), () => ${isKilled ? "process.kill(process.pid, 'SIGKILL')" : 'store.close()'});`;
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '--no-warnings', '--eval', script]);
  const { stdout } = await run.catch((error: unknown) => {
    const ended = error as { readonly signal?: string; readonly stdout: string };
    if (ended.signal !== 'SIGKILL') throw error;
    return ended;
  });
  return Number(stdout);
}
