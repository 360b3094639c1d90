import type { Fact } from '../store/fact.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { SqliteLog } from './sqlite-log.js';

/**
 * Second step of the schema: names and types become numbers, times milliseconds, ids bytes. The tables of
 * counts stay empty: the next step makes new ones and counts.
 *
 * It writes facts with the code of today. A later step that changes these tables has to take a copy of that code here.
 */
export function convertFacts(connection: SqliteConnection): void {
  connection.run(tables);
  const log = new SqliteLog(connection);
  const tenants = connection.prepare('SELECT tenant, last_sequence, pruned_before FROM tenant_log').all();
  for (const row of tenants) {
    connection
      .prepare('INSERT INTO tenant (name, last_sequence, pruned_before) VALUES (?, ?, ?)')
      .run(String(row['tenant']), Number(row['last_sequence']), String(row['pruned_before']));
    for (let facts = pageBehind(connection, row['tenant'], 0); facts.length > 0;) {
      log.restore(String(row['tenant']), facts);
      facts = pageBehind(connection, row['tenant'], facts.at(-1)?.sequence ?? 0);
    }
  }
  connection.run('DROP TABLE fact_1; DROP TABLE tenant_log;');
}

// Not STRICT: a column with a number in nearly every row may hold text in the odd one (see packed-values.ts).
const tables = `
  ALTER TABLE fact RENAME TO fact_1;
  DROP INDEX fact_identity; DROP INDEX fact_item; DROP INDEX fact_time;

  CREATE TABLE tenant (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    last_sequence INTEGER NOT NULL DEFAULT 0,
    pruned_before TEXT NOT NULL DEFAULT '',
    last_name INTEGER NOT NULL DEFAULT 0,
    names_erased INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE name (
    tenant INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (tenant, number)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX name_text ON name (tenant, kind, text);

  CREATE TABLE fact (
    tenant INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    id BLOB NOT NULL,
    type INTEGER NOT NULL,
    item INTEGER NOT NULL,
    version INTEGER NOT NULL,
    effective_at INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    slot INTEGER NOT NULL,
    team INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    context INTEGER NOT NULL,
    view_id BLOB,
    active_ms INTEGER,
    inactive_ms INTEGER,
    progress INTEGER,
    detail TEXT,
    PRIMARY KEY (tenant, sequence)
  ) WITHOUT ROWID;
  CREATE UNIQUE INDEX fact_identity ON fact (tenant, actor, id);
  CREATE INDEX fact_item ON fact (tenant, item, type, sequence);

  CREATE TABLE view (
    tenant INTEGER NOT NULL,
    item INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    view_id BLOB NOT NULL,
    first_sequence INTEGER NOT NULL,
    effective_at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    slot INTEGER NOT NULL,
    version INTEGER NOT NULL,
    team INTEGER NOT NULL,
    excluded INTEGER NOT NULL,
    active_ms INTEGER NOT NULL,
    PRIMARY KEY (tenant, item, actor, view_id)
  ) WITHOUT ROWID;

  CREATE TABLE usage_day (
    tenant INTEGER NOT NULL,
    item INTEGER NOT NULL,
    day INTEGER NOT NULL,
    version INTEGER NOT NULL,
    team INTEGER NOT NULL,
    excluded INTEGER NOT NULL,
    views INTEGER NOT NULL,
    viewers INTEGER NOT NULL,
    active_ms INTEGER NOT NULL,
    PRIMARY KEY (tenant, item, day, version, team, excluded)
  ) WITHOUT ROWID;

  CREATE TABLE live_rating (
    tenant INTEGER NOT NULL,
    item INTEGER NOT NULL,
    version INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    effective_at INTEGER NOT NULL,
    team INTEGER NOT NULL,
    excluded INTEGER NOT NULL,
    scale INTEGER NOT NULL,
    value REAL,
    PRIMARY KEY (tenant, item, version, actor)
  ) WITHOUT ROWID;`;

interface NumberedFact {
  readonly sequence: number;
  readonly fact: Fact;
}

function pageBehind(connection: SqliteConnection, tenant: unknown, sequence: number): readonly NumberedFact[] {
  return connection
    .prepare('SELECT * FROM fact_1 WHERE tenant = ? AND sequence > ? ORDER BY sequence LIMIT 500')
    .all(String(tenant), sequence)
    .map((row) => ({
      sequence: Number(row['sequence']),
      // A row of version 1, read here for ever, whatever other tables look like later. Rows were written from facts only.
      fact: {
        id: row['id'],
        actorId: row['actor_id'],
        type: row['type'],
        collateralId: row['collateral_id'],
        version: row['version'],
        occurredAt: row['occurred_at'],
        receivedAt: row['received_at'],
        effectiveAt: row['effective_at'],
        day: row['day'],
        slot: row['slot'],
        team: row['team'],
        excluded: row['excluded'],
        context: typeof row['context'] === 'string' ? (JSON.parse(row['context']) as unknown) : null,
        detail: JSON.parse(String(row['detail'])) as unknown,
      } as Fact,
    }));
}
