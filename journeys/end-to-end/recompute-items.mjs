// The second implementation, part four: every figure of every item.
import { scoreAfterUse } from './recompute-after-use.mjs';
import { versionOf } from './recompute-facts.mjs';
import {
  countChange,
  dayAfter,
  distributionOf,
  hidden,
  mayShow,
  minimumGroup,
  periodsAround,
  plain,
  score,
  share,
  target,
} from './recompute-figures.mjs';
import { priorOf, sum } from './recompute-statistics.mjs';

/** @typedef {import('./recompute-facts.mjs').View} View */
/** @typedef {import('./recompute-figures.mjs').Days} Days */
/** @typedef {{ history: ReturnType<typeof import('./recompute-facts.mjs').recompute>, items: readonly import('@collateral/sdk/contract').Item[], groups: readonly import('@collateral/sdk/contract').Group[], today: string }} World */
/** @typedef {ReturnType<typeof recomputeItems>[number]} Recomputed */

/**
 * Views that count: qualified, of nobody who is left out, and one for each person, item, version and half-hour.
 *
 * @param {readonly View[]} views
 * @param {Days} days
 */
export function countedViews(views, { firstDay, lastDay }) {
  /** @type {Map<string, View>} */
  const slots = new Map();
  for (const view of views)
    if (view.activeMs >= 3_000 && view.excluded === null && view.day >= firstDay && view.day <= lastDay)
      slots.set(JSON.stringify([view.actor, view.item, view.version, view.team, view.day, view.slot]), view);
  return [...slots.values()];
}

/** Whether anything was used on the first of some days, or earlier: then all of them were counted. @param {World} world @param {Days} days */
export function wasCounted({ history }, { firstDay }) {
  return countedViews(history.views, { firstDay: '', lastDay: firstDay }).length > 0;
}

/** The prior of each kind, from every version whose ratings may be shown. @param {World} world */
export function priorsOfKinds({ history, items }) {
  const counted = history.ratings.filter(({ excluded }) => excluded === null);
  const versions = Map.groupBy(counted, ({ item, version }) => JSON.stringify([item, version]));
  const kinds = new Map(items.map(({ id, kind }) => [id, kind]));
  /** @type {Map<string | undefined, number[][]>} */
  const ofKinds = new Map();
  for (const ratings of versions.values()) {
    if (ratings.length < minimumGroup) continue;
    const kind = kinds.get(ratings[0]?.item ?? '');
    ofKinds.set(kind, [...(ofKinds.get(kind) ?? []), distributionOf(ratings)]);
  }
  return (/** @type {string | undefined} */ kind) => priorOf(ofKinds.get(kind) ?? []);
}

/** @param {World} world @param {Days} days @param {Days} before @param {boolean} [afterUse] tells ratings after use only */
export function recomputeItems(world, days, before, afterUse = false) {
  const { history, items, groups, today } = world;
  const groupByItem = (/** @type {Days} */ of) => Map.groupBy(countedViews(history.views, of), ({ item }) => item);
  const [now, then, ever] = [days, before, { firstDay: '', lastDay: '9999' }].map(groupByItem);
  const around = periodsAround(days, today).map(groupByItem);
  const wasBefore = wasCounted(world, before);
  const everybody = peopleOf([...(now?.values() ?? [])].flat());
  const priorOfKind = priorsOfKinds(world);
  const sizes = new Map(groups.map(({ id, size }) => [id, size]));
  const ratingsOf = Map.groupBy(
    history.ratings.filter(({ excluded }) => excluded === null),
    ({ item }) => item,
  );
  const viewsOf = Map.groupBy(history.views, ({ item }) => item);
  const firstDayOf = (/** @type {import('@collateral/sdk/contract').Item} */ { versions = [] }) =>
    history.dayOf(Math.min(...versions.map(({ publishedAt }) => Date.parse(publishedAt))));

  const published = items.filter((item) => firstDayOf(item) <= days.lastDay);
  const rows = published.map((item) => {
    const { id } = item;
    const views = now?.get(id) ?? [];
    const used = ever?.get(id) ?? [];
    const isLive = item.retiredAt === undefined || history.dayOf(Date.parse(item.retiredAt)) > days.lastDay;
    const isNew = firstDayOf(item) > dayAfter(days.lastDay, -30);
    const version = lastVersionOn(item, days.lastDay, history.dayOf);
    const ofVersion = (ratingsOf.get(id) ?? []).filter((rating) => rating.version === version);
    const all = distributionOf(ofVersion);
    const { counts, rating, distribution } = afterUse
      ? scoreAfterUse(ofVersion, viewsOf.get(id) ?? [], priorOfKind(item.kind))
      : {
          counts: all,
          rating: score(all, priorOfKind(item.kind)),
          distribution: ofVersion.length < minimumGroup ? null : all,
        };
    const viewers = new Set(views.map(({ actor }) => actor));
    const rated = new Set((ratingsOf.get(id) ?? []).map(({ actor }) => actor));
    const raters = [...viewers].filter((actor) => rated.has(actor)).length;
    const larger = [everybody, ...around.map((period) => peopleOf(period.get(id) ?? []))];
    const isShown = viewers.size === 0 || mayShow(viewers.size, larger);
    const audience = sum((item.audience ?? []).map((group) => sizes.get(group) ?? NaN));
    const isAudienceKnown = (item.audience?.length ?? 0) > 0 && !Number.isNaN(audience);
    const isPastReview = isLive && item.reviewBy !== undefined && item.reviewBy < days.lastDay;
    const previousViews = then?.get(id)?.length ?? 0;
    const unused = used.length === 0 ? 'never-used' : 'unused';
    return {
      item,
      isLive,
      isNew,
      isPastReview,
      viewers: viewers.size,
      raters,
      counts,
      views,
      previousViews,
      figures: {
        collateralId: id,
        title: item.title,
        kind: item.kind,
        producer: item.producer ?? null,
        version,
        publishedAt: item.versions?.find((entry) => entry.version === version)?.publishedAt ?? null,
        views: {
          metric: plain(views.length),
          previous: wasBefore ? plain(previousViews) : null,
          change: wasBefore ? countChange(views.length, previousViews) : null,
        },
        viewers: isShown ? plain(viewers.size) : hidden,
        reach: !isShown ? hidden : isAudienceKnown ? share(Math.min(viewers.size, audience), audience) : share(0, 0),
        rating,
        distribution,
        responseRate: isShown ? share(raters, viewers.size) : hidden,
        lastUsedOn:
          used.length === 0
            ? null
            : (used
                .map((view) => view.day)
                .sort()
                .at(-1) ?? null),
        reviewBy: item.reviewBy ?? null,
        viewsSinceReview: isPastReview ? views.filter((view) => view.day > (item.reviewBy ?? '')).length : null,
        use: !isLive ? 'retired' : views.length > 0 ? 'used' : isNew ? 'new' : unused,
      },
    };
  });
  return rows.map((row) => ({ ...row, figures: { ...row.figures, ...standing(row, rows) } }));
}

/** The version that was current when a day ended. @param {import('@collateral/sdk/contract').Item} item @param {string} lastDay @param {(at: number) => string} dayOf */
function lastVersionOn(item, lastDay, dayOf) {
  const versions = (item.versions ?? []).filter(({ publishedAt }) => dayOf(Date.parse(publishedAt)) <= lastDay);
  return versionOf({ ...item, versions }, Infinity);
}

/**
 * Percentile of views among live items of the kind, equal ones sharing the middle of their places; and the quarter of the square.
 *
 * @param {{ item: { kind: string }, isLive: boolean, views: readonly View[], figures: { rating: { value: number | null } } }} row
 * @param {readonly { item: { kind: string }, isLive: boolean, views: readonly View[] }[]} rows
 */
function standing({ item, isLive, views, figures }, rows) {
  if (!isLive) return { usePercentile: null, quadrant: null };
  const others = rows
    .filter((other) => other.isLive && other.item.kind === item.kind)
    .map((other) => other.views.length);
  const below = others.filter((count) => count < views.length).length;
  const equal = others.filter((count) => count === views.length).length;
  const usePercentile = (below + equal / 2) / others.length;
  const { value } = figures.rating;
  if (value === null) return { usePercentile, quadrant: null };
  const isMuchUsed = usePercentile >= 0.5;
  const quadrant = value >= target ? (isMuchUsed ? 'workhorse' : 'hidden-gem') : isMuchUsed ? 'fix-first' : 'retire';
  return { usePercentile, quadrant };
}

/** @param {readonly View[]} views */
export function peopleOf(views) {
  return new Set(views.map(({ actor }) => actor)).size;
}
