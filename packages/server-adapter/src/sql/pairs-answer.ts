import type { UsageQuery } from '../store/aggregate-query.js';
import { qualifiedViewMs } from '../store/folded-view.js';
import type { AnswerRow, Code, CountDialect, CountSteps } from './count-codes.js';
import { groupKey, partsOf } from './count-parts.js';
import { countShapes } from './count-shapes.js';
import { isPlain, viewerDaysOf } from './viewer-days.js';

/** Days behind a window up to which it is quicker to look at them than at the window. */
const fewDays = 7;

/** Sums of one group. */
interface PairSums {
  pairs: number;
  rated: number;
}

/** Counts pairs of a person and an item by group, each of them once whatever the days. */
export function* countPairs(dialect: CountDialect, query: UsageQuery): CountSteps<ReadonlyMap<string, PairSums>> {
  const sums = new Map<string, PairSums>();
  for (const row of yield* pairRows(dialect, query)) {
    const sum = sums.get(groupKey(row, query)) ?? { pairs: 0, rated: 0 };
    sum.pairs += Number(row['pairs']);
    sum.rated += Number(row['rated']);
    sums.set(groupKey(row, query), sum);
  }
  return sums;
}

function* pairRows(dialect: CountDialect, query: UsageQuery): CountSteps<readonly AnswerRow[]> {
  if (!isPlain(query)) return yield* distinctPairs(dialect, query);
  if (query.by.includes('day')) return yield* addedUp(dialect, query, countShapes.dayPairs.name);
  const behind = yield* daysBehind(dialect, query);
  if (behind > fewDays) return yield* distinctPairs(dialect, query);
  const last = query.by.includes('team') ? countShapes.teamLast.name : countShapes.itemLast.name;
  const rows = yield* addedUp(dialect, query, last);
  return behind <= 0 ? rows : [...rows, ...(yield* pairsThatCameBack(dialect, query))];
}

/** How many days behind the end of a window there may be facts for. */
function* daysBehind(dialect: CountDialect, { to }: UsageQuery): CountSteps<number> {
  if (to === undefined) return 0;
  const sql = `SELECT max(day) AS day FROM ${dialect.table(countShapes.viewerDay.name)} WHERE tenant = ?`;
  const [row] = yield { sql, parameters: [dialect.tenant] };
  const last = row?.['day'] ?? null;
  return last === null ? 0 : dialect.daysBehind(last, to);
}

function* addedUp(dialect: CountDialect, query: UsageQuery, table: string): CountSteps<readonly AnswerRow[]> {
  const { group, where, parameters } = partsOf(dialect, query);
  const sql = `SELECT ${group}, sum(pairs) AS pairs, sum(rated) AS rated FROM ${dialect.table(table)}
    WHERE ${where} AND excluded IN (${dialect.exclusions.join(', ')}) GROUP BY ${group}`;
  return yield { sql, parameters };
}

function* distinctPairs(dialect: CountDialect, query: UsageQuery): CountSteps<readonly AnswerRow[]> {
  const { group, where, parameters } = partsOf(dialect, query);
  const from = viewerDaysOf(dialect, query);
  const sql = `SELECT ${group}, count(*) AS pairs, ${ratedOf(dialect)} AS rated FROM (
      SELECT DISTINCT ${group}, tenant, item AS met_item, actor AS met_actor FROM ${from.sql} WHERE ${where} AND views > 0) AS met
    GROUP BY ${group}`;
  return yield { sql, parameters: [...from.parameters, ...parameters] };
}

/** Pairs that met in the window and again behind it, so that their last day is not in it. */
function* pairsThatCameBack(dialect: CountDialect, query: UsageQuery): CountSteps<readonly AnswerRow[]> {
  const { from, to = '' } = query;
  const { group } = partsOf(dialect, query);
  const isByTeam = query.by.includes('team');
  const end = dialect.day('to', to);
  const parameters: Code[] = [dialect.tenant, end, end, ...(from === undefined ? [] : [dialect.day('from', from)])];
  const sql = `SELECT ${group}, count(*) AS pairs, ${ratedOf(dialect)} AS rated FROM (
      SELECT DISTINCT tenant, excluded, item, item AS met_item, actor AS met_actor${isByTeam ? ', team' : ''}
      FROM ${dialect.table(countShapes.viewerDay.name)} WHERE tenant = ? AND day >= ? AND views > 0) AS met
    WHERE EXISTS (
      SELECT 1 FROM ${dialect.table('view')} AS seen WHERE seen.tenant = met.tenant AND seen.item = met.met_item
        AND seen.actor = met.met_actor AND seen.excluded = met.excluded ${isByTeam ? 'AND seen.team = met.team' : ''}
        AND seen.active_ms >= ${qualifiedViewMs} AND seen.day < ? ${from === undefined ? '' : 'AND seen.day >= ?'})
    GROUP BY ${group}`;
  return yield { sql, parameters };
}

/** Writes, as SQL, how many rows of `met` are pairs with a live rating; a condition may leave some of them out. */
export function ratedOf(dialect: CountDialect, condition = ''): string {
  return `sum(CASE WHEN ${condition} EXISTS (SELECT 1 FROM ${dialect.table('live_rating')} AS live WHERE live.tenant = met.tenant
    AND live.item = met.met_item AND live.actor = met.met_actor AND live.value IS NOT NULL) THEN 1 ELSE 0 END)`;
}
