import type { SearchesQuery } from '../store/conversation-query.js';
import type { SearchRow } from '../store/conversation-row.js';
import type { Code, CountDialect, CountSteps } from './count-codes.js';
import { countShapes } from './count-shapes.js';

/** Answers what was searched for from the table of counts of any database. */
export function* answerSearches(dialect: CountDialect, { from, to }: SearchesQuery): CountSteps<readonly SearchRow[]> {
  const conditions = ['tenant = ?'];
  const parameters: Code[] = [dialect.tenant];
  if (from !== undefined) {
    conditions.push('day >= ?');
    parameters.push(dialect.day('from', from));
  }
  if (to !== undefined) {
    conditions.push('day < ?');
    parameters.push(dialect.day('to', to));
  }
  const sql = `SELECT query, sum(searches) AS searches, count(DISTINCT actor) AS people
    FROM ${dialect.table(countShapes.searchDay.name)} WHERE ${conditions.join(' AND ')} GROUP BY query`;
  return (yield { sql, parameters }).map((row) => ({
    type: 'searches',
    query: String(row['query']),
    searches: Number(row['searches']),
    people: Number(row['people']),
  }));
}
