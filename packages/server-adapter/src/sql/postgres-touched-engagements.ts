import { isRatedBeside } from '../store/is-engaged.js';
import { packDay } from './packed-values.js';
import { arrayOf } from './postgres-arrays.js';
import type { Run } from './postgres-client.js';
import { noEngagement, type Engagement } from './engagement-counts.js';
import { arraysOfPairs } from './postgres-pair-rows.js';
import { engagementKey, engagementsOfRows } from './postgres-engagement-rows.js';
import type { Pair } from './postgres-pairs.js';
import type { OpenTenant } from './postgres-tenants.js';

/** A pair and what its news alone would count as. */
export interface EngagementNews {
  readonly pair: Pair;
  readonly added: Engagement;
}

/**
 * Reads what pairs count as, as far as their news can change it: mostly the last day of each team, and the days of ratings.
 *
 * A day of use counts beside the one before it, and a rated one beside the rated one before it. So it is enough to know the last of them
 * when the new day is behind it, and the last rated one is the same or none has to be known. All other pairs are read whole: those with
 * new ratings, with days that come late, and with days that are none and have another order as text than as numbers.
 */
export async function readTouchedEngagements(
  run: Run,
  schema: string,
  tenant: OpenTenant,
  news: readonly EngagementNews[],
  readWhole: (pairs: readonly Pair[]) => Promise<ReadonlyMap<string, Engagement>>,
): Promise<ReadonlyMap<string, Engagement>> {
  const isLong = ({ added }: EngagementNews): boolean =>
    added.ratedOn.length > 0 || [...added.days.values()].flat().some((day) => typeof packDay(day) === 'string');
  const last = await readLast(
    run,
    schema,
    tenant,
    news.filter((one) => !isLong(one)),
  );
  const found = new Map<string, Engagement>();
  const others: Pair[] = [];
  for (const one of news) {
    const known = last.get(engagementKey(one.pair)) ?? noEngagement;
    if (isLong(one) || !isEnough(known, one.added)) others.push(one.pair);
    else found.set(engagementKey(one.pair), known);
  }
  if (others.length === 0) return found;
  return new Map([...found, ...(await readWhole(others))]);
}

/** Reads the last day of each team that has news, and every day of a rating. */
async function readLast(
  run: Run,
  schema: string,
  tenant: OpenTenant,
  news: readonly EngagementNews[],
): Promise<ReadonlyMap<string, Engagement>> {
  if (news.length === 0) return new Map();
  const teams = news.flatMap(({ pair, added }) => [...added.days.keys()].map((team) => ({ ...pair, team })));
  const rows = await run(
    `SELECT asked.item, asked.actor, asked.team, known.day
     FROM unnest($2::integer[], $3::integer[], $4::integer[]) AS asked(item, actor, team), LATERAL (
       SELECT day FROM ${schema}.engaged_day
       WHERE tenant = $1 AND item = asked.item AND actor = asked.actor AND team = asked.team ORDER BY day DESC LIMIT 1) AS known
     UNION ALL
     SELECT pair.item, pair.actor, NULL, known.day
     FROM unnest($5::integer[], $6::integer[]) AS pair(item, actor), LATERAL (
       SELECT day FROM ${schema}.rating_day WHERE tenant = $1 AND item = pair.item AND actor = pair.actor OFFSET 0) AS known`,
    [
      tenant.number,
      ...arraysOfPairs(teams),
      arrayOf(teams.map(({ team }) => team)),
      ...arraysOfPairs(news.map(({ pair }) => pair)),
    ],
  );
  return engagementsOfRows(rows, tenant);
}

/** Tells whether the last days are all that news can change. */
function isEnough({ days, ratedOn }: Engagement, { days: added }: Engagement): boolean {
  return [...added].every(([team, all]) => {
    const last = days.get(team)?.at(-1);
    if (last === undefined) return true;
    // A day that is none stands behind all others, and is the last one then.
    if (typeof packDay(last) === 'string' || all.some((day) => day < last)) return false;
    return isRatedBeside(last, ratedOn) || !all.some((day) => day > last && isRatedBeside(day, ratedOn));
  });
}
