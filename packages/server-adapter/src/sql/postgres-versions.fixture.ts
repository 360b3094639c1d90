import type pg from 'pg';
import { lowSteps } from '../conformance/inbox-samples.js';
import { sampleTime } from '../conformance/sample-fact.js';
import type { Fact } from '../store/fact.js';
import { keyViewsBy } from './keep-postgres-view-days.js';
import { runOn, type Run } from './postgres-client.js';
import { oddDays, oddTimes } from './postgres-codes.js';
import { receivedDay } from './postgres-fact-row.js';
import { idTextOf, packedIdOf } from './postgres-ids.js';
import { makeMonths, monthOfDay } from './postgres-months.js';
import { numberTables } from './postgres-number-tables.js';
import { migratePostgres, postgresSteps } from './postgres-schema.js';

const conversations = ['search_day', 'suggestion', 'live_vote', 'suggestion_word'];
const engagements = ['engaged_day', 'rating_day', 'participation_day', 'participant'];

/** Writes a schema as an earlier release left it; what it counts comes from the schema `counted`. */
export async function writePostgresVersion(
  pool: pg.Pool,
  schema: string,
  version: number,
  facts: readonly Fact[],
): Promise<void> {
  const client = await pool.connect();
  const run = runOn(client, false);
  if (version >= 10) {
    await writeNumbers(run, schema, version, facts);
    client.release();
    return;
  }
  await migratePostgres(run, schema, postgresSteps.slice(0, 1));
  await run(`INSERT INTO ${schema}.tenant_log VALUES ('main', $1, $2)`, [facts.length, sampleTime(-1_000)]);
  await run(documentsOf(schema), [JSON.stringify(lowSteps)]);
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
  await migratePostgres(run, schema, postgresSteps.slice(0, version));
  const counted = Object.keys(numberTables).filter((table) => ![...conversations, ...engagements].includes(table));
  const filled = [counted, conversations, engagements].slice(0, Math.max(0, version - 1)).flat();
  for (const table of filled) await fill(run, schema, table);
  if (version >= 4 && version < 7) await run(firstRatings.replaceAll('$schema', schema));
  if (version >= 5) await run(monthsOf(schema));
  client.release();
}

/** From version 10 on names are numbers, and everything else is as it is today but what later steps changed. */
async function writeNumbers(run: Run, schema: string, version: number, facts: readonly Fact[]): Promise<void> {
  await migratePostgres(run, schema, postgresSteps.slice(0, version));
  await makeMonths(run, schema, [...new Set(facts.map((fact) => monthOfDay(receivedDay(fact))))]);
  for (const table of ['tenant_log', 'name', 'fact', ...Object.keys(numberTables)])
    await run(
      `INSERT INTO ${schema}.${table} SELECT ${(await columnsOf(run, schema, table)).join(', ')} FROM counted.${table}`,
    );
  await run(`UPDATE ${schema}.tenant_log SET pruned_before = $1`, [sampleTime(-1_000)]);
  await run(documentsOf(schema), [JSON.stringify(lowSteps)]);
  if (version === 10) await keyViewsBy(run, schema, 'item, actor, view_id');
}

function documentsOf(schema: string): string {
  return `INSERT INTO ${schema}.document VALUES ('main', 'items', 'deck-42', 3, '{"a":1}'),
    ('main', 'suggestions', 'item deck-99', 1, $1), ('main', 'suggestions', 'pseudonym-key', 1, '{"key":"x"}')`;
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

/** Copies a table of counts with names, days and times as text. */
async function fill(run: Run, schema: string, table: string): Promise<void> {
  const names = await columnsOf(run, schema, table);
  await run(
    `INSERT INTO ${schema}.${table} (${names.join(', ')}) SELECT ${names.map((name) => textOf(table, name)).join(', ')} FROM counted.${table}`,
  );
}

/** Gives the columns a table has in that version, in their order. */
async function columnsOf(run: Run, schema: string, table: string): Promise<readonly string[]> {
  const rows = await run(
    'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2 ORDER BY ordinal_position',
    [schema, table],
  );
  return rows.map((row) => String(row['name']));
}

function textOf(table: string, column: string): string {
  const name = (number: string): string =>
    `(SELECT coalesce(name.text, key) FROM counted.name WHERE name.tenant = ${table}.tenant AND number = ${number})`;
  if (table === 'suggestion' && ['version', 'team', 'excluded', 'item', 'id'].includes(column)) return column;
  if (table === 'suggestion_word' && column === 'item') return column;
  switch (column) {
    case 'tenant':
      return `'main'`;
    case 'item':
      return `coalesce(${name(column)}, '')`;
    case 'actor':
    case 'scale':
      return name(column);
    case 'version':
    case 'team':
      return `coalesce('=' || ${name(column)}, '')`;
    case 'day':
    case 'first_day':
    case 'last_day':
    case 'used_before':
      return `CASE WHEN ${column} < -1000000 THEN '' WHEN ${column} < ${oddDays} THEN to_char('1970-01-01'::date + ${column}, 'YYYY-MM-DD')
        ELSE ${name(`${column} - ${oddDays}`)} END`;
    case 'effective_at':
    case 'received_at':
    case 'withdrawn_at':
    case 'replied_at':
      return `CASE WHEN ${column} < ${oddTimes} THEN to_char(to_timestamp(${column} / 1000.0) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        ELSE ${name(`(${column} - ${oddTimes})::integer`)} END`;
    case 'excluded':
      return `(ARRAY['', 'own-use', 'service', 'automation'])[excluded + 1]`;
    case 'action':
      return `(ARRAY['download', 'share', 'present', 'complete'])[action + 1]`;
    case 'view_id':
    case 'first_id':
      return idTextOf(column);
    case 'id':
      return table === 'live_rating' ? idTextOf(column) : column;
    default:
      return column;
  }
}

/** Moves raw events into months as versions 5 and 6 kept them: ids in bytes, views in columns, nothing twice that follows from a time. */
function monthsOf(schema: string): string {
  const field = (name: string): string => `(detail::json ->> '${name}')`;
  const isView = `type = 'view' AND ${field('activeMs')} ~ '^\\d+$'
    AND (SELECT array_agg(key ORDER BY key) FROM json_object_keys(detail::json) AS key) = ARRAY['activeMs', 'progress', 'viewId', 'visibleMs']`;
  const ofView = (value: string): string => `CASE WHEN ${isView} THEN ${value} END`;
  return `
    ALTER TABLE ${schema}.fact RENAME TO fact_of_4;
    DROP INDEX ${schema}.fact_identity, ${schema}.fact_item, ${schema}.fact_about;
    ALTER TABLE ${schema}.fact_of_4 DROP CONSTRAINT fact_pkey;
    CREATE TABLE ${schema}.fact (
      tenant text COLLATE "C" NOT NULL, sequence bigint NOT NULL, received_day integer NOT NULL, about text COLLATE "C",
      actor_id text COLLATE "C" NOT NULL, id bytea NOT NULL, type text COLLATE "C" NOT NULL, collateral_id text COLLATE "C",
      version text COLLATE "C", occurred_at text, received_at text NOT NULL, effective_at text COLLATE "C" NOT NULL, day text,
      slot bigint, team text, excluded text, context text, view_id bytea, active_ms integer, inactive_ms integer,
      progress smallint, states_version boolean, detail text
    ) PARTITION BY RANGE (received_day);
    CREATE INDEX fact_item ON ${schema}.fact (tenant, collateral_id, type, sequence) WHERE type <> 'view';
    CREATE INDEX fact_about ON ${schema}.fact (tenant, about, type, actor_id) WHERE about IS NOT NULL;
    CREATE TABLE ${schema}.fact_202605 PARTITION OF ${schema}.fact FOR VALUES FROM (0) TO (20605);
    CREATE TABLE ${schema}.fact_202606 PARTITION OF ${schema}.fact FOR VALUES FROM (20605) TO (30000);
    INSERT INTO ${schema}.fact
      SELECT tenant, sequence, CASE WHEN received_at LIKE '20%' THEN left(received_at, 10)::date - '1970-01-01'::date ELSE 0 END,
        NULL, actor_id, ${packedIdOf('id')}, type, collateral_id, version, nullif(occurred_at, effective_at), received_at, effective_at,
        nullif(day, left(effective_at, 10)), nullif(slot, floor(extract(epoch FROM effective_at::timestamptz) / 1800)::bigint), team,
        excluded, context, ${ofView(packedIdOf(field('viewId')))}, ${ofView(`${field('activeMs')}::integer`)},
        ${ofView(`${field('visibleMs')}::integer - ${field('activeMs')}::integer`)},
        ${ofView(`(${field('progress')}::numeric * 10000)::smallint`)}, NULL, CASE WHEN ${isView} THEN NULL ELSE detail END
      FROM ${schema}.fact_of_4;
    DROP TABLE ${schema}.fact_of_4;
    ALTER TABLE ${schema}.view
      ALTER COLUMN view_id TYPE bytea USING ${packedIdOf('view_id')}, ALTER COLUMN first_id TYPE bytea USING ${packedIdOf('first_id')};
    ALTER TABLE ${schema}.live_rating ALTER COLUMN id TYPE bytea USING ${packedIdOf('id')};
    CREATE INDEX suggestion_place ON ${schema}.suggestion (tenant, sequence);`;
}
