import type { Fact } from '../store/fact.js';
import { qualifiedViewMs, viewOf } from '../store/folded-view.js';
import { isAboutRating } from '../store/live-rating.js';
import { arrayOf } from './postgres-arrays.js';
import type { PostgresCodes } from './postgres-codes.js';
import type { Run } from './postgres-client.js';
import { packedId } from './postgres-ids.js';
import { arraysOfPairs, knownRows, pairingsOf, pairKey, readPairs, viewsAsKnown } from './postgres-pair-rows.js';
import type { Pair, Pairing } from './postgres-pairs.js';
import type { OpenTenant } from './postgres-tenants.js';

/** A pair and the facts of it that are new. */
export interface PairNews {
  readonly pair: Pair;
  readonly facts: readonly Fact[];
}

/** As much of a pair as its news can change, with the news. */
export interface TouchedPair {
  readonly before: Pairing;
  readonly facts: readonly Fact[];
  /** Whether no view of the pair is missing. */
  readonly isWhole: boolean;
}

/** So many of the latest views of a pair are read first. Who looks at an item again has mostly seen it fewer times. */
const latestViews = 4;

/**
 * Reads what is known about pairs as far as their news can change it: what a view costs must not grow with the years before it.
 *
 * Musts:
 * - a rating may make every view of its pair a rated one: such a pair is read whole;
 * - of every day that has news, all views are read, and of every team and exclusion that has news, the last view that counts;
 * - a view that is known with another day, team or exclusion may leave a day as the last one: its pair is read whole.
 */
export async function readTouchedPairs(
  run: Run,
  schema: string,
  tenant: OpenTenant,
  news: readonly PairNews[],
  codes: PostgresCodes,
): Promise<readonly TouchedPair[]> {
  if (news.length === 0) return [];
  const latest = await readLatest(run, schema, tenant, news, codes);
  const touched = news.map(({ pair, facts }): TouchedPair | null => {
    const before = latest.get(pairKey(pair)) ?? { pair, views: new Map(), ratings: new Map() };
    if (before.views.size < latestViews || facts.some(isAboutRating)) return { before, facts, isWhole: true };
    return isEnough(before, facts, codes) ? { before, facts, isWhole: false } : null;
  });
  const others = news.filter((_, index) => touched[index] === null);
  const whole = await readPairs(
    run,
    schema,
    tenant,
    others.map(({ pair }) => pair),
    codes,
  );
  return [
    ...touched.filter((one) => one !== null),
    ...whole.map((before, index) => ({ before, facts: others[index]?.facts ?? [], isWhole: true })),
  ];
}

/** Reads the latest views of pairs, those that have news themselves whatever their day, and all ratings; pairs with new ratings whole. */
async function readLatest(
  run: Run,
  schema: string,
  { number }: OpenTenant,
  news: readonly PairNews[],
  codes: PostgresCodes,
): Promise<ReadonlyMap<string, Pairing>> {
  const views = new Map(
    news.flatMap(({ pair, facts }) =>
      facts.flatMap((fact) => {
        const view = viewOf(fact);
        return view === null ? [] : [[`${pairKey(pair)} ${view.viewId}`, { pair, viewId: view.viewId }] as const];
      }),
    ),
  );
  const asked = [...views.values()];
  const rows = await run(
    `SELECT pair.item, pair.actor, known.*
     FROM unnest($2::integer[], $3::integer[], $4::integer[]) AS pair(item, actor, most), LATERAL (
       ${knownRows(schema, 'ORDER BY day DESC LIMIT pair.most')}) AS known
     UNION ALL
     SELECT pair.item, pair.actor, known.*
     FROM unnest($5::integer[], $6::integer[], $7::bytea[]) AS pair(item, actor, view_id), LATERAL (
       SELECT ${viewsAsKnown} FROM ${schema}.view
       WHERE tenant = $1 AND item = pair.item AND actor = pair.actor AND view_id = pair.view_id OFFSET 0) AS known`,
    [
      number,
      ...arraysOfPairs(news.map(({ pair }) => pair)),
      arrayOf(news.map(({ facts }) => (facts.some(isAboutRating) ? null : latestViews))),
      ...arraysOfPairs(asked.map(({ pair }) => pair)),
      arrayOf(asked.map(({ viewId }) => packedId(viewId))),
    ],
  );
  await codes.readTimes(rows);
  return pairingsOf(rows, codes);
}

/** Tells whether the latest views of a pair are all that its new ones can change. */
function isEnough({ views }: Pairing, facts: readonly Fact[], codes: PostgresCodes): boolean {
  const days = [...views.values()].map(({ day }) => day).sort((one, other) => other - one);
  // Of the earliest of these days some views may be missing, and of none behind it.
  const complete = days[latestViews - 1] ?? Number.POSITIVE_INFINITY;
  return facts.every((fact) => {
    const view = viewOf(fact);
    if (view === null) return true;
    const [day, team, excluded] = [codes.day(fact.day), codes.name('team', fact.team), codes.exclusion(fact.excluded)];
    const known = views.get(view.viewId);
    if (known !== undefined && (known.day !== day || known.team !== team || known.excluded !== excluded)) return false;
    const isLastKnown = [...views.values()].some(
      (one) => one.team === team && one.excluded === excluded && one.activeMs >= qualifiedViewMs && one.day >= complete,
    );
    return day > complete && isLastKnown;
  });
}
