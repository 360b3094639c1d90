import { aboutKey } from './postgres-about.js';
import { arrayOf } from './postgres-arrays.js';
import type { Run } from './postgres-client.js';
import { oddDays, oddTimes } from './postgres-codes.js';
import { packedIdOf } from './postgres-ids.js';
import { postgresNameKinds } from './postgres-kept-names.js';
import { numberTables } from './postgres-number-tables.js';
import { packDay } from './packed-values.js';
import type { OpenTenant } from './postgres-tenants.js';

/** Columns that held the name of something, in every table that has them. */
const nameColumns = ['actor', 'item', 'version', 'team', 'scale'] as const;
const dayColumns = ['day', 'first_day', 'last_day', 'used_before'];
const timeColumns = ['effective_at', 'received_at', 'withdrawn_at', 'replied_at'];
/** What kept their texts: few rows. */
const texts: Readonly<Record<string, readonly string[]>> = {
  suggestion: ['item', 'version', 'team', 'excluded'],
  suggestion_word: ['item'],
};
const noDay = -8_388_608;
const isTime = String.raw`~ '^.{10}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d\d\dZ$'`;

/** Copies the tables of counts from `before_…` into those that know names, days and times as numbers. */
export async function moveCounts(run: Run, schema: string, tenants: readonly OpenTenant[]): Promise<void> {
  const columns = await columnsBefore(run, schema);
  await numberNames(run, schema, columns);
  await run(
    `CREATE TABLE ${schema}.before_days (tenant text COLLATE "C", text text COLLATE "C", code integer, PRIMARY KEY (tenant, text));
     CREATE TABLE ${schema}.before_times (tenant text COLLATE "C", text text COLLATE "C", code bigint, PRIMARY KEY (tenant, text));`,
  );
  for (const tenant of tenants) await numberTimes(run, schema, tenant, columns);
  await run(
    `ANALYZE ${schema}.name; ANALYZE ${schema}.before_days;
     ${[...columns].map(([table, types]) => copyOf(schema, table, types)).join(';\n')};
     DROP TABLE ${schema}.before_days, ${schema}.before_times;`,
  );
}

type Columns = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Gives the columns of the tables before, with the type of each. */
async function columnsBefore(run: Run, schema: string): Promise<Columns> {
  const rows = await run(
    `SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = $1 AND table_name LIKE 'before\\_%'`,
    [schema],
  );
  return new Map(
    Object.keys(numberTables).map((table) => {
      const own = rows.filter((row) => row['table_name'] === `before_${table}`);
      return [table, new Map(own.map((row) => [String(row['column_name']), String(row['data_type'])]))];
    }),
  );
}

/** Gives every name in these tables a number, in one statement for all tenants. */
async function numberNames(run: Run, schema: string, columns: Columns): Promise<void> {
  const sources = [...columns].flatMap(([table, types]) =>
    nameColumns
      .filter((name) => types.has(name) && texts[table]?.includes(name) !== true)
      .map(
        (name) =>
          `SELECT tenant, ${postgresNameKinds[name]} AS kind, ${nameOf(name)} AS text FROM ${schema}.before_${table} WHERE ${isName(name)}`,
      ),
  );
  await run(
    `INSERT INTO ${schema}.name (tenant, number, kind, key, text)
       SELECT log.number, row_number() OVER (PARTITION BY log.number ORDER BY kind, used.text COLLATE "C"), kind,
         ${aboutKey('used.text')}, CASE WHEN used.text = ${aboutKey('used.text')} THEN NULL ELSE used.text END
       FROM (${sources.join(' UNION ')}) AS used JOIN ${schema}.tenant_log AS log ON log.tenant = used.tenant;
     UPDATE ${schema}.tenant_log AS log SET last_name = coalesce(
       (SELECT max(name.number) FROM ${schema}.name WHERE name.tenant = log.number), 0)`,
  );
}

/** Tells what numbers the days of one tenant become, and the times that are none. */
async function numberTimes(run: Run, schema: string, { name, names }: OpenTenant, columns: Columns): Promise<void> {
  const sourcesOf = (wanted: readonly string[], text: (column: string) => string): string =>
    [...columns]
      .flatMap(([table, types]) =>
        wanted
          .filter((column) => types.has(column))
          .map((column) => `SELECT ${text(column)} AS text FROM ${schema}.before_${table} WHERE tenant = $1`),
      )
      .join(' UNION ');
  const days = await run(
    `SELECT text FROM (${sourcesOf(dayColumns, String)} UNION ${sourcesOf(timeColumns, (column) => `left(${column}, 10)`)}) AS used
     WHERE text IS NOT NULL`,
    [name],
  );
  const found = days.map((row) => String(row['text']));
  await names.intern(found.filter((day) => typeof packDay(day) === 'string').map((day) => ['time', day]));
  const codes = found.map((day) => {
    const code = packDay(day);
    return typeof code === 'number' ? code : oddDays + names.number('time', day);
  });
  await run(`INSERT INTO ${schema}.before_days SELECT $1, * FROM unnest($2::text[], $3::integer[])`, [
    name,
    arrayOf(found),
    arrayOf(codes),
  ]);
  const times = await run(
    `SELECT used.text FROM (${sourcesOf(timeColumns, String)}) AS used
       JOIN ${schema}.before_days AS days ON days.tenant = $1 AND days.text = left(used.text, 10)
     WHERE days.code >= ${oddDays} OR NOT used.text ${isTime}`,
    [name],
  );
  const odd = times.map((row) => String(row['text']));
  await names.intern(odd.map((time) => ['time', time]));
  await run(`INSERT INTO ${schema}.before_times SELECT $1, * FROM unnest($2::text[], $3::bigint[])`, [
    name,
    arrayOf(odd),
    arrayOf(odd.map((time) => oddTimes + names.number('time', time))),
  ]);
}

/** Writes, as SQL, how one table is copied. */
function copyOf(schema: string, table: string, types: ReadonlyMap<string, string>): string {
  const joins = [`JOIN ${schema}.tenant_log AS log ON log.tenant = old.tenant`];
  const values = [...types].map(([column, type]): string => {
    if (column === 'tenant') return 'log.number';
    if (texts[table]?.includes(column) === true) return `old.${column}`;
    const kind = nameColumns.find((one) => one === column);
    if (kind !== undefined) {
      joins.push(
        `LEFT JOIN ${schema}.name AS of_${kind} ON of_${kind}.tenant = log.number AND of_${kind}.kind = ${postgresNameKinds[kind]}
           AND ${isName(`old.${kind}`)} AND of_${kind}.key = ${aboutKey(nameOf(`old.${kind}`))}`,
      );
      return table === 'suggestion' ? `of_${kind}.number` : `coalesce(of_${kind}.number, 0)`;
    }
    if (dayColumns.includes(column)) {
      joins.push(
        `LEFT JOIN ${schema}.before_days AS at_${column} ON at_${column}.tenant = old.tenant AND at_${column}.text = old.${column}
           ${column === 'used_before' ? `AND old.used_before <> ''` : ''}`,
      );
      return column === 'used_before' ? `coalesce(at_${column}.code, ${noDay})` : `at_${column}.code`;
    }
    if (timeColumns.includes(column)) {
      joins.push(
        `LEFT JOIN ${schema}.before_days AS at_${column} ON at_${column}.tenant = old.tenant AND at_${column}.text = left(old.${column}, 10)
         LEFT JOIN ${schema}.before_times AS odd_${column} ON odd_${column}.tenant = old.tenant AND odd_${column}.text = old.${column}`,
      );
      return `CASE WHEN odd_${column}.code IS NOT NULL THEN odd_${column}.code ELSE at_${column}.code * 86400000::bigint
        + (substr(old.${column}, 12, 2)::integer * 3600 + substr(old.${column}, 15, 2)::integer * 60) * 1000
        + substr(old.${column}, 18, 2)::integer * 1000 + substr(old.${column}, 21, 3)::integer END`;
    }
    if (column === 'excluded') return `array_position(ARRAY['', 'own-use', 'service', 'automation'], old.excluded) - 1`;
    if (column === 'action') return `array_position(ARRAY['download', 'share', 'present', 'complete'], old.action) - 1`;
    if (['view_id', 'first_id'].includes(column) || (table === 'live_rating' && column === 'id'))
      return type === 'bytea' ? `old.${column}` : packedIdOf(`old.${column}`);
    return `old.${column}`;
  });
  return `INSERT INTO ${schema}.${table} (${[...types.keys()].join(', ')})
    SELECT ${values.join(', ')} FROM ${schema}.before_${table} AS old ${joins.join('\n')}`;
}

// Versions and teams had a mark before them, because a key has no null.
function nameOf(column: string): string {
  return /version|team/.test(column) ? `substr(${column}, 2)` : column;
}

function isName(column: string): string {
  return /scale|actor/.test(column) ? `${column} IS NOT NULL` : `${column} <> ''`;
}
