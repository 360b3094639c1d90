// The second implementation, part five: the figures of the overview.
import { countedViews, peopleOf, wasCounted } from './recompute-items.mjs';
import { countChange, minimumGroup, plain, portion, score, share, shareChange } from './recompute-figures.mjs';
import { sum } from './recompute-statistics.mjs';

/** @typedef {import('./recompute-items.mjs').Recomputed} Row */

/**
 * @param {import('./recompute-items.mjs').World} world
 * @param {import('./recompute-figures.mjs').Days} days
 * @param {import('./recompute-figures.mjs').Days} before
 * @param {readonly Row[]} rows
 * @param {readonly Row[]} rowsBefore
 */
export function recomputeOverview(world, days, before, rows, rowsBefore) {
  const { history } = world;
  const wasBefore = wasCounted(world, before);
  const [views, viewsBefore] = [days, before].map((of) => countedViews(history.views, of));
  const used = usedOf(rows);
  const usedBefore = usedOf(rowsBefore);
  const response = responseOf(rows);
  const responseBefore = responseOf(rowsBefore);
  const live = rows.filter(({ isLive }) => isLive);
  const dated = live.filter(({ item }) => item.reviewBy !== undefined);
  const byViews = live.map((row) => row.views.length).sort((a, b) => b - a);
  const inPeriod = history.places.filter((place) => place.day >= days.firstDay && place.day <= days.lastDay);
  const late = inPeriod.filter(({ at, receivedAt }) => receivedAt - at > 3_600_000);
  const left = countedViews(
    history.views.map((view) => ({
      ...view,
      excluded: view.excluded === null ? 'counts' : null,
      team: `${view.team} ${view.excluded}`,
    })),
    days,
  );
  const usedItems = rows.filter((row) => row.views.length > 0);
  const scored = usedItems.filter(({ counts }) => sum(counts) >= 5);
  const shown = rows.filter(({ counts }) => sum(counts) >= 5);
  return {
    headlines: {
      'items-used': {
        metric: share(...used),
        previous: wasBefore ? share(...usedBefore) : null,
        change: wasBefore ? shareChange(used, usedBefore) : null,
      },
      views: {
        metric: plain(views?.length ?? 0),
        previous: wasBefore ? plain(viewsBefore?.length ?? 0) : null,
        change: !wasBefore ? null : countChange(views?.length ?? 0, viewsBefore?.length ?? 0),
      },
      viewers: {
        metric: plain(peopleOf(views ?? [])),
        previous: wasBefore ? plain(peopleOf(viewsBefore ?? [])) : null,
        change: !wasBefore ? null : countChange(peopleOf(views ?? []), peopleOf(viewsBefore ?? [])),
      },
      rating: {
        metric: score(
          [0, 1, 2, 3, 4].map((point) => rowSum(shown, ({ counts }) => counts[point] ?? 0)),
          [1, 1, 1, 1, 1],
        ),
        previous: null,
      },
      'response-rate': {
        metric: share(...response),
        previous: wasBefore ? share(...responseBefore) : null,
        change: !wasBefore ? null : shareChange(response, responseBefore),
      },
    },
    quality: {
      responseRate: share(...response),
      coverage: share(scored.length, usedItems.length),
      lateArrivals: portion(late.length, inPeriod.length),
      excludedViews: portion(left.length, left.length + (views?.length ?? 0)),
      uncatalogued: 0,
    },
    concentration: portion(sum(byViews.slice(0, Math.ceil(byViews.length / 10))), sum(byViews)),
    stale: portion(dated.filter(({ isPastReview }) => isPastReview).length, dated.length),
    orphaned: portion(live.filter(({ item }) => item.producer === undefined).length, live.length),
    lists: {
      'fix-first': idsOf(
        rows.filter(({ figures }) => figures.quadrant === 'fix-first'),
        (row) => -row.views.length,
      ),
      'hidden-gem': idsOf(
        rows.filter(({ figures }) => figures.quadrant === 'hidden-gem'),
        ({ figures }) => -(figures.rating.interval?.[0] ?? 0),
      ),
      'never-used': idsOf(
        rows.filter(({ figures }) => figures.use === 'never-used'),
        ({ figures }) => figures.title.toLowerCase(),
      ),
      stale: idsOf(
        rows.filter(({ isPastReview }) => isPastReview),
        ({ figures }) => -(figures.viewsSinceReview ?? 0),
      ),
    },
  };
}

/** Items somebody used, of those expected to be: live, not new, with an audience. @param {readonly Row[]} rows @returns {[number, number]} */
function usedOf(rows) {
  const expected = rows.filter(({ item, isLive, isNew }) => isLive && !isNew && item.audience?.length !== 0);
  return [expected.filter(({ views }) => views.length > 0).length, expected.length];
}

/**
 * Pairs of a person and an item they viewed, and how many of these people have rated that item. Items whose viewers are hidden are in
 * it only while there are several, and one of them has enough people.
 *
 * @param {readonly Row[]} rows
 * @returns {[number, number]}
 */
function responseOf(rows) {
  const hidden = rows.filter(({ figures }) => figures.viewers.state === 'hidden');
  const isTold = hidden.length > 1 && hidden.some(({ viewers }) => viewers >= minimumGroup);
  const counted = rows.filter((row) => isTold || !hidden.includes(row));
  return [rowSum(counted, ({ raters }) => raters), rowSum(counted, ({ viewers }) => viewers)];
}

/** @template Entry @param {readonly Entry[]} rows @param {(row: Entry) => number} figure */
function rowSum(rows, figure) {
  return sum(rows.map(figure));
}

/** How many there are, and the first five in order. @param {readonly Row[]} rows @param {(row: Row) => number | string} by */
function idsOf(rows, by) {
  const sorted = rows.toSorted((a, b) => {
    const [one, other] = [by(a), by(b)];
    return one < other ? -1 : one > other ? 1 : a.item.id < b.item.id ? -1 : 1;
  });
  return { total: rows.length, ids: sorted.slice(0, 5).map(({ item }) => item.id) };
}
