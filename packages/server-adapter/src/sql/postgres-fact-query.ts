import type { FactFilter } from '../store/store.js';
import { typeNumber } from './fact-row.js';
import { instantBound } from './packed-values.js';
import { aboutKey } from './postgres-about.js';
import { arrayOf } from './postgres-arrays.js';
import { factColumns } from './postgres-fact-row.js';
import type { PostgresName } from './postgres-kept-names.js';
import type { OpenTenant } from './postgres-tenants.js';

const factsPerPage = 500;

/** SQL with its parameters. */
interface FactQuery {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Builds the query for one page of facts behind a place. A name nobody has stored has no number, and no facts. */
export async function factQuery(
  schema: string,
  { number, names }: OpenTenant,
  filter: FactFilter,
  behind: number,
): Promise<FactQuery> {
  const { collateralIds, actorId, types, from, to } = filter;
  const actor = actorId === undefined ? [] : [actorId];
  await names.find([
    ...(collateralIds ?? []).map((id): PostgresName => ['item', id]),
    ...actor.map((id): PostgresName => ['actor', id]),
  ]);
  const conditions = ['tenant = $1', 'sequence > $2'];
  const values: unknown[] = [number, behind];
  function where(condition: string, value: unknown): void {
    if (value === undefined) return;
    values.push(value);
    conditions.push(condition.replace('?', `$${values.length}`));
  }
  const items = collateralIds?.flatMap((id) => names.known('item', id) ?? []);
  where('item = ANY(?::integer[])', items && arrayOf(items));
  where('type = ANY(?::smallint[])', types && arrayOf(types.map(typeNumber)));
  where(`about IN (SELECT ${aboutKey('id')} FROM unnest(?::text[]) AS id)`, filter.suggestionIds);
  where('actor = ?', actorId === undefined ? undefined : (names.known('actor', actorId) ?? -1));
  where('effective_at >= ?', from === undefined ? undefined : instantBound(from));
  where('effective_at < ?', to === undefined ? undefined : instantBound(to));
  const sql = `SELECT sequence, ${factColumns} FROM ${schema}.fact
    WHERE ${conditions.join(' AND ')} ORDER BY sequence LIMIT ${factsPerPage}`;
  return { sql, values };
}
