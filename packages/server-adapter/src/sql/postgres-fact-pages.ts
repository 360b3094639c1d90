import type { PostgresRow, Run } from './postgres-client.js';
import { factColumns } from './postgres-fact-row.js';

const factsPerPage = 2_000;

/** Which facts: a condition with one parameter, `$2`. */
export interface FactCondition {
  readonly sql: string;
  readonly value: unknown;
}

/** Reads the rows of facts of a tenant, some at a time and in the order of the log. */
export async function* factPages(
  run: Run,
  schema: string,
  tenant: number,
  { sql, value }: FactCondition,
): AsyncIterable<readonly PostgresRow[]> {
  for (let last = 0; ;) {
    const rows = await run(
      `SELECT sequence, ${factColumns} FROM ${schema}.fact
       WHERE tenant = $1 AND sequence > $3 AND ${sql} ORDER BY sequence LIMIT ${factsPerPage}`,
      [tenant, value, last],
    );
    if (rows.length === 0) return;
    yield rows;
    last = Number(rows.at(-1)?.['sequence']);
  }
}
