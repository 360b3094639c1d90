import type { SQLInputValue } from 'node:sqlite';
import { sequenceOfCursor } from '../store/log-cursor.js';
import type { FactFilter } from '../store/store.js';
import { factColumns, typeNumber } from './fact-row.js';
import { packedIds, packIds } from './packed-ids.js';
import { instantBound } from './packed-values.js';
import type { TenantState } from './tenants.js';

/** Facts read per page. No statement stays open between two pages. */
export const factsPerPage = 500;

const aboutSuggestions = `sequence IN (
  SELECT sequence FROM fact INDEXED BY fact_suggestion WHERE tenant = ? AND type = ${typeNumber('suggestion')} AND id IN ${packedIds}
  UNION ALL
  SELECT sequence FROM fact INDEXED BY fact_about WHERE tenant = ? AND type <> ${typeNumber('suggestion')}
    AND detail ->> '$.suggestionId' IN (SELECT value FROM json_each(?)))`;

/** SQL with its parameters. */
export interface Query {
  readonly sql: string;
  readonly parameters: readonly SQLInputValue[];
}

/** Builds the query for one page of facts behind a cursor. Values travel as parameters only, so there is one statement per kind of filter. */
export function factQuery({ number, names }: TenantState, filter: FactFilter, cursor: string | undefined): Query {
  const conditions = ['tenant = ?', 'sequence > ?'];
  const parameters: SQLInputValue[] = [number, sequenceOfCursor(cursor)];
  function where(condition: string, parameter: SQLInputValue | undefined): void {
    if (parameter === undefined) return;
    conditions.push(condition);
    parameters.push(parameter);
  }
  // Lists travel as one JSON parameter: any length, one prepared statement. A name nobody has stored has no number, and no facts.
  const items = filter.collateralIds?.flatMap((id) => names.find('item', id) ?? []);
  where('item IN (SELECT value FROM json_each(?))', items && JSON.stringify(items));
  if (filter.suggestionIds !== undefined) {
    const about = aboutCondition({ number }, filter.suggestionIds);
    conditions.push(about.sql);
    parameters.push(...about.parameters);
  }
  where('type IN (SELECT value FROM json_each(?))', filter.types && JSON.stringify(filter.types.map(typeNumber)));
  where('actor = ?', filter.actorId === undefined ? undefined : (names.find('actor', filter.actorId) ?? -1));
  where('effective_at >= ?', filter.from === undefined ? undefined : instantBound(filter.from));
  where('effective_at < ?', filter.to === undefined ? undefined : instantBound(filter.to));
  const sql = `SELECT sequence, ${factColumns} FROM fact ${indexFor(filter)} WHERE ${conditions.join(' AND ')} ORDER BY sequence LIMIT ${factsPerPage}`;
  return { sql, parameters };
}

/** Gives the condition of facts that are about some suggestions. */
export function aboutCondition({ number }: Pick<TenantState, 'number'>, suggestionIds: readonly string[]): Query {
  const parameters = [number, ...packIds(suggestionIds), number, JSON.stringify(suggestionIds)];
  return { sql: aboutSuggestions, parameters };
}

// Without statistics the planner may prefer the primary key because of ORDER BY, and scan the whole tenant for one item.
function indexFor(filter: FactFilter): string {
  // What is said about some suggestions is found by their own index, and then by place.
  if (filter.suggestionIds !== undefined) return '';
  // One person's facts about some items are fewer than everybody's.
  if (filter.actorId !== undefined) return 'INDEXED BY fact_identity';
  return filter.collateralIds === undefined ? '' : 'INDEXED BY fact_item';
}
