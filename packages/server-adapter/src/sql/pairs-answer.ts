import type { UsageQuery } from '../store/aggregate-query.js';
import { qualifiedViewMs } from '../store/folded-view.js';
import { dayBound, groupKey, partsOf, type AnswerRow } from './aggregate-parts.js';
import { countShapes } from './count-shapes.js';
import type { SqliteConnection } from './sqlite-connection.js';
import type { TenantState } from './tenants.js';
import { isPlain, type ViewerDays } from './viewer-days.js';

/** Days behind a window up to which it is quicker to look at them than at the window. */
const fewDays = 7;

/** Sums of one group. */
interface PairSums {
  pairs: number;
  rated: number;
}

/** Counts pairs of a person and an item by group, each of them once whatever the days. */
export function countPairs(
  connection: SqliteConnection,
  state: TenantState,
  query: UsageQuery,
  source: ViewerDays,
): ReadonlyMap<string, PairSums> {
  const sums = new Map<string, PairSums>();
  for (const row of pairRows(connection, state, query, source)) {
    const sum = sums.get(groupKey(row, query)) ?? { pairs: 0, rated: 0 };
    sum.pairs += Number(row['pairs']);
    sum.rated += Number(row['rated']);
    sums.set(groupKey(row, query), sum);
  }
  return sums;
}

function pairRows(
  connection: SqliteConnection,
  state: TenantState,
  query: UsageQuery,
  source: ViewerDays,
): readonly AnswerRow[] {
  if (!isPlain(query)) return distinctPairs(connection, state, query, source);
  const { group, where, parameters } = partsOf(state, query);
  const read = (table: string): readonly AnswerRow[] =>
    connection
      .prepare(
        `SELECT ${group}, sum(pairs) AS pairs, sum(rated) AS rated FROM ${table}
         WHERE ${where} AND excluded IN (0, 1, 2, 3) GROUP BY ${group}`,
      )
      .all(...parameters);
  if (query.by.includes('day')) return read(countShapes.dayPairs.name);
  if (daysBehind(connection, state, query) > fewDays) return distinctPairs(connection, state, query, source);
  const last = query.by.includes('team') ? countShapes.teamLast.name : countShapes.itemLast.name;
  return [...read(last), ...pairsThatCameBack(connection, state, query)];
}

/** How many days behind the end of a window there may be facts for. */
function daysBehind(connection: SqliteConnection, { number }: TenantState, { to }: UsageQuery): number {
  if (to === undefined) return 0;
  const row = connection.prepare('SELECT max(day) AS day FROM viewer_day WHERE tenant = ?').get(number);
  const last = row?.['day'];
  if (typeof last === 'string') return Number.POSITIVE_INFINITY;
  return Number(last) + 1 - dayBound('to', to);
}

function distinctPairs(
  connection: SqliteConnection,
  state: TenantState,
  query: UsageQuery,
  source: ViewerDays,
): readonly AnswerRow[] {
  const { group, where, parameters } = partsOf(state, query);
  return connection
    .prepare(
      `SELECT ${group}, count(*) AS pairs, sum(${isRated}) AS rated FROM (
         SELECT DISTINCT ${group}, tenant, item AS met_item, actor AS met_actor FROM ${source.sql} WHERE ${where} AND views > 0)
       AS met GROUP BY ${group}`,
    )
    .all(...source.parameters, ...parameters);
}

/** Pairs that met in the window and again behind it, so that their last day is not in it. */
function pairsThatCameBack(connection: SqliteConnection, state: TenantState, query: UsageQuery): readonly AnswerRow[] {
  const { from, to } = query;
  if (to === undefined) return [];
  const team = query.by.includes('team') ? ', team' : '';
  const { group } = partsOf(state, query);
  return connection
    .prepare(
      `SELECT ${group}, count(*) AS pairs, sum(${isRated}) AS rated FROM (
         SELECT DISTINCT tenant, item, item AS met_item, actor AS met_actor, excluded${team} FROM viewer_day
         WHERE tenant = ? AND day >= ? AND views > 0) AS met
       WHERE EXISTS (
         SELECT 1 FROM view WHERE view.tenant = met.tenant AND view.item = met.met_item AND view.actor = met.met_actor
           AND view.excluded = met.excluded ${team && 'AND view.team = met.team'}
           AND view.active_ms >= ${qualifiedViewMs} AND view.day >= ? AND view.day < ?)
       GROUP BY ${group}`,
    )
    .all(
      state.number,
      dayBound('to', to),
      from === undefined ? Number.MIN_SAFE_INTEGER : dayBound('from', from),
      dayBound('to', to),
    );
}

const isRated = `EXISTS (SELECT 1 FROM live_rating WHERE live_rating.tenant = met.tenant AND live_rating.item = met.met_item
  AND live_rating.actor = met.met_actor AND live_rating.value IS NOT NULL)`;
