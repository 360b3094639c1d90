import { collateralScale, type Distribution, type Metric, type TrendPoint } from '@collateral/sdk/contract';
import { dirichletMean, z95 } from '../statistics/dirichlet.js';
import { priorOfKind } from '../statistics/empirical-bayes.js';
import { daysBetween } from './day-math.js';
import { addUp, noRatings, total } from './distribution.js';
import { windowOf } from './day-start.js';
import type { InsightsQuestion } from './insights-question.js';
import type { ItemRow } from './item-rows.js';
import { ratingMetric } from './rating-metric.js';
import { monthsOfEverything, pointOf, type MonthOfRatings } from './rating-months.js';

const evenPrior = priorOfKind([], collateralScale.points.length);

/** The mean of the scores that are shown of some items, and how the ratings of all items changed. */
export interface RatingHeadline {
  readonly metric: Metric;
  readonly change: Metric | null;
  readonly trend: readonly TrendPoint[];
}

/**
 * Gives the mean of the live ratings of some items: of all that are in a score that is shown, so that no filter tells more than the
 * items themselves.
 *
 * The course by month is told for all ratings of all items together only: under two filters the difference would be about the few
 * between.
 */
export async function ratingHeadline(
  question: InsightsQuestion,
  rows: readonly ItemRow[],
  isWhole: boolean,
): Promise<RatingHeadline> {
  const { source, span } = question;
  const distribution = rows.reduce((sum, { insight }) => addUp(sum, insight.distribution ?? noRatings()), noRatings());
  const left = rows.reduce(
    (sum, { insight }) => sum + (insight.distribution === null ? (insight.rating.n ?? 0) : 0),
    0,
  );
  const excluded = left > 0 ? [{ reason: 'too-few-on-item', count: left }] : [];
  const metric = ratingMetric({ distribution, n: total(distribution), excluded }, source.policy, evenPrior);
  if (!isWhole) return { metric, change: null, trend: [] };
  const months = await monthsOfEverything(question);
  return {
    metric,
    change: changeOf(months, question),
    trend: months.slice(-monthsShown(span)).map((month) => pointOf(month, question, evenPrior)),
  };
}

// As many months as the period touches, and at least a year: three points are no course.
function monthsShown({ firstDay, lastDay }: InsightsQuestion['span']): number {
  return Math.max(12, Math.ceil(daysBetween(firstDay, lastDay) / 30));
}

/** Compares the ratings given in the last months, as many as the period is long, with those of as many months before. */
function changeOf(months: readonly MonthOfRatings[], { source, span }: InsightsQuestion): Metric | null {
  const length = Math.max(1, Math.round((daysBetween(span.firstDay, span.lastDay) + 1) / 30.4));
  const end = months.findLastIndex(({ firstDay }) => firstDay <= span.lastDay) + 1;
  const now = months.slice(Math.max(0, end - length), end);
  const before = months.slice(Math.max(0, end - 2 * length), Math.max(0, end - length));
  const [a, b] = [now, before].map(sumOf);
  const { n, halfWidth } = source.policy.ratingMinimum;
  if (!a || !b || total(a) < n || total(b) < n) return null;
  const [after, earlier] = [dirichletMean(a, evenPrior), dirichletMean(b, evenPrior)];
  if (Math.max(after.halfWidth, earlier.halfWidth) > halfWidth) return null;
  const value = after.mean - earlier.mean;
  const reach = z95 * Math.hypot(after.standardDeviation, earlier.standardDeviation);
  const window = windowOf(
    { firstDay: now[0]?.firstDay ?? span.firstDay, lastDay: now.at(-1)?.lastDay ?? span.lastDay },
    source.policy.timeZone,
  );
  return {
    value,
    n: total(a),
    interval: [value - reach, value + reach],
    window,
    excluded: [],
    method: 'mean-difference',
    state: 'ok',
  };
}

function sumOf(months: readonly MonthOfRatings[]): Distribution {
  return months.reduce((sum, { shown }) => addUp(sum, shown ?? noRatings()), noRatings());
}
