import type { CountChanges } from './count-changes.js';
import { countShapes } from './count-shapes.js';
import type { ItemSpans } from './item-spans.js';
import { arrayOf, unnested } from './postgres-arrays.js';
import type { Run } from './postgres-client.js';
import type { RowsToWrite, RowToWrite } from './postgres-pair-rows.js';

/** Writes rows of several tables in one statement, those of each table in the order of its key. */
export async function writeRows(
  run: Run,
  schema: string,
  tenant: number,
  tables: readonly RowsToWrite[],
): Promise<void> {
  const values: string[] = [];
  const parts = tables
    .filter(({ rows }) => rows.length > 0)
    .map(({ table, keys, keyTypes = {}, columns, update, rows }) => {
      const all = [...keys.map((key) => [key, keyTypes[key] ?? 'integer'] as const), ...columns];
      const names = all.map(([name]) => name).join(', ');
      const types = all.map(([, type]) => type);
      const first = values.length + 2;
      for (const [name] of all) values.push(arrayOf(rows.map((row) => row[name])));
      return `new_${table} AS (
        INSERT INTO ${schema}.${table} AS old (tenant, ${names})
        SELECT $1, ${names} FROM ${unnested(types, first)} AS row(${names})
        ORDER BY ${keys.map((key) => (keyTypes[key] === 'text' ? `${key} COLLATE "C"` : key)).join(', ')}
        ON CONFLICT (tenant, ${keys.join(', ')}) DO ${
          columns.length === 0
            ? 'NOTHING'
            : `UPDATE SET ${columns.map(([name]) => `${name} = ${update(name)}`).join(', ')}`
        })`;
    });
  if (parts.length > 0) await run(`WITH ${parts.join(', ')} SELECT 1`, [tenant, ...values]);
}

/** Deletes rows of views that are written anew with another day. */
export async function deleteViews(
  run: Run,
  schema: string,
  tenant: number,
  rows: readonly RowToWrite[],
): Promise<void> {
  if (rows.length === 0) return;
  const column = (name: string): string => arrayOf(rows.map((row) => row[name]));
  await run(
    `DELETE FROM ${schema}.view AS old USING ${unnested(['integer', 'integer', 'integer', 'bytea'], 2)} AS row(item, actor, day, view_id)
     WHERE old.tenant = $1 AND old.item = row.item AND old.actor = row.actor AND old.day = row.day AND old.view_id = row.view_id`,
    [tenant, ...['item', 'actor', 'day', 'view_id'].map(column)],
  );
}

const countKeyTypes = { query: 'text' };

/** Gives what a batch adds to the tables of counts. */
export function countRows(changes: CountChanges): readonly RowsToWrite[] {
  return [...changes.tables()].map(([table, rows]) => {
    const { name, keys, sums } = countShapes[table];
    return {
      table: name,
      keys,
      keyTypes: countKeyTypes,
      columns: sums.map((sum) => [sum, 'bigint'] as const),
      update: (sum) => `old.${sum} + excluded.${sum}`,
      rows: rows.map((row) =>
        Object.fromEntries([
          ...keys.map((key, index) => [key, row.key[index]] as const),
          ...sums.map((sum, index) => [sum, row.sums[index]] as const),
        ]),
      ),
    };
  });
}

/** Gives what a batch adds to the first and last days of items. */
export function spanRows({ added }: ItemSpans): RowsToWrite {
  return {
    table: 'item_span',
    keys: ['item'],
    columns: [
      ['first_day', 'integer'],
      ['last_day', 'integer'],
    ],
    update: (day) => `${day === 'first_day' ? 'least' : 'greatest'}(old.${day}, excluded.${day})`,
    rows: added.map(([item, { first, last }]) => ({ item, first_day: first, last_day: last })),
  };
}
