import type { SQLInputValue } from 'node:sqlite';
import { sequenceOfCursor } from '../store/log-cursor.js';
import type { FactFilter } from '../store/store.js';
import { factColumns } from './fact-row.js';

/** Facts read per page. No statement stays open between two pages. */
export const factsPerPage = 500;

/** SQL with its parameters. */
export interface Query {
  readonly sql: string;
  readonly parameters: readonly SQLInputValue[];
}

/** Builds the query for one page of facts behind a cursor. Values travel as parameters only, so there is one statement per kind of filter. */
export function factQuery(tenant: string, filter: FactFilter, cursor: string | undefined): Query {
  const conditions = ['tenant = ?', 'sequence > ?'];
  const parameters: SQLInputValue[] = [tenant, sequenceOfCursor(cursor)];
  function where(condition: string, parameter: SQLInputValue | undefined): void {
    if (parameter === undefined) return;
    conditions.push(condition);
    parameters.push(parameter);
  }
  // Lists travel as one JSON parameter: any length, one prepared statement.
  where(
    'collateral_id IN (SELECT value FROM json_each(?))',
    filter.collateralIds && JSON.stringify(filter.collateralIds),
  );
  where('type IN (SELECT value FROM json_each(?))', filter.types && JSON.stringify(filter.types));
  where('actor_id = ?', filter.actorId);
  where('effective_at >= ?', filter.from);
  where('effective_at < ?', filter.to);
  const sql = `SELECT sequence, ${factColumns} FROM fact ${indexFor(filter)} WHERE ${conditions.join(' AND ')} ORDER BY sequence LIMIT ${factsPerPage}`;
  return { sql, parameters };
}

// Without statistics the planner may prefer the primary key because of ORDER BY, and scan the whole tenant for one item.
function indexFor(filter: FactFilter): string {
  if (filter.collateralIds !== undefined) return 'INDEXED BY fact_item';
  return filter.actorId === undefined ? '' : 'INDEXED BY fact_identity';
}
