import { collateralScale, type Distribution, type Metric, type TrendPoint } from '@collateral/sdk/contract';
import { releasedDistributions } from '../privacy/releases.js';
import { isSafeBeside } from '../privacy/suppression.js';
import { dirichletMean, z95 } from '../statistics/dirichlet.js';
import { priorOfKind } from '../statistics/empirical-bayes.js';
import { canonicalJson } from '../store/canonical-json.js';
import { aggregate } from './aggregate.js';
import { addDays } from './day-math.js';
import { windowOf } from './day-start.js';
import { hiddenFigure } from './figure.js';
import type { InsightsQuestion } from './insights-question.js';
import type { ItemRow } from './item-rows.js';
import type { DaySpan } from './period.js';
import { ratingMetric } from './rating-metric.js';
import { counted } from './source.js';
import { stretchesOf, type Stretch } from './stretches.js';
import { noRatings, readVersionRatings, total, versionName } from './version-ratings.js';

const evenPrior = priorOfKind([], collateralScale.points.length);

/** The live ratings given in a period. */
export interface RatingsOfPeriod {
  readonly metric: Metric;
  /** What the metric was made of; null when nothing may be shown. */
  readonly distribution: Distribution | null;
  readonly trend: readonly TrendPoint[];
}

/**
 * Gives the mean of the live ratings of some items that were given in a period.
 *
 * It stands beside the scores of items, so these rules keep single ratings from being worked out:
 * - a stretch of the period counts only with enough ratings in it, and the whole is the sum of the stretches that count;
 * - the ratings by which the whole differs from all scores that are shown must be none or enough;
 * - under a filter, the ratings the filter leaves out must be none or enough, in every stretch;
 * - each stretch is shown anew only after three people.
 */
export async function ratingsOfPeriod(
  question: InsightsQuestion,
  span: DaySpan,
  rows: readonly ItemRow[],
): Promise<RatingsOfPeriod> {
  const { source } = question;
  const { policy } = source;
  const window = windowOf(span, policy.timeZone);
  const counts = await readRatingsByDay(question, span);
  const ids = new Set(rows.map(({ item }) => item.id));
  const own = counts.filter(({ collateralId }) => ids.has(collateralId));
  const stretches = stretchesOf(span);
  const hidden = { metric: hiddenFigure('dirichlet-mean', window), distribution: null, trend: [] };
  if (!isSafeBesideScores(await apartFromScores(question, own, ids), policy.minimumGroup)) return hidden;

  const all = stretches.map((stretch) => distributionIn(counts, stretch));
  const live = stretches.map((stretch) => distributionIn(own, stretch));
  const showable = live.map((distribution, index) => {
    const n = total(distribution);
    return n >= policy.minimumGroup && isSafeBeside(n, total(all[index] ?? []), policy.minimumGroup);
  });
  const subject = await subjectOf(question, span, ids);
  const nameOf = (index: number): string => canonicalJson(['stretch', subject, span.period, index]);
  const released = await releasedDistributions(
    source.store,
    source.tenant,
    new Map(
      live.flatMap((distribution, index) =>
        showable[index] === true ? [[nameOf(index), { distribution, of: daysOf(stretches[index]) }]] : [],
      ),
    ),
  );
  const shown = stretches.map((_, index) => (showable[index] === true ? (released.get(nameOf(index)) ?? null) : null));
  const whole = shown.reduce<Distribution>((sum, one) => (one === null ? sum : addUp(sum, one)), noRatings());
  const left = live.reduce((sum, one, index) => sum + (shown[index] === null ? total(one) : 0), 0);
  const excluded = left > 0 ? [{ reason: 'few-in-stretch', count: left }] : [];
  const metric = ratingMetric({ distribution: whole, n: total(whole), excluded }, policy, evenPrior, window);
  const trend = stretches.map((stretch, index) => trendPoint(stretch, live[index] ?? [], shown[index] ?? null, policy));
  return { metric, distribution: metric.state === 'ok' ? whole : null, trend };
}

/** Names what a figure is about, however many items that are: what one set of items released must never show for another. */
async function subjectOf(
  { team, span: asked }: InsightsQuestion,
  span: DaySpan,
  ids: ReadonlySet<string>,
): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson([...ids].toSorted()));
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  const text = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
  // Two rolling periods have one name and other days.
  return canonicalJson([team, span.firstDay === asked.firstDay ? 'period' : 'before', text]);
}

function daysOf(stretch: Stretch | undefined): string {
  return `${stretch?.firstDay} ${stretch?.lastDay}`;
}

/** The difference of two means with its interval; none when one of them is missing. */
export function meanChange(now: RatingsOfPeriod, before: RatingsOfPeriod): Metric | null {
  if (now.distribution === null || before.distribution === null) return null;
  const [a, b] = [now.distribution, before.distribution].map((one) => dirichletMean(one, evenPrior));
  if (!a || !b) return null;
  const value = a.mean - b.mean;
  const halfWidth = z95 * Math.hypot(a.standardDeviation, b.standardDeviation);
  const { n, window } = now.metric;
  return {
    value,
    n,
    interval: [value - halfWidth, value + halfWidth],
    window,
    excluded: [],
    method: 'mean-difference',
    state: 'ok',
  };
}

/** Live ratings of one version, given on one day. */
interface DayRatings {
  readonly collateralId: string;
  readonly version: string | null;
  readonly day: string;
  readonly value: number;
  readonly ratings: number;
}

function readRatingsByDay(
  { source, team }: InsightsQuestion,
  { firstDay, lastDay }: DaySpan,
): Promise<readonly DayRatings[]> {
  return counted(source, `ratings ${firstDay} ${lastDay} ${team ?? ''}`, async () => {
    const rows = await aggregate(source.store, source.tenant, {
      type: 'ratings',
      by: ['collateralId', 'version', 'day'],
      from: firstDay,
      to: addDays(lastDay, 1),
      ...(team !== null && { team }),
    });
    return rows
      .filter(({ excluded, scaleId }) => excluded === null && scaleId === collateralScale.id)
      .map(({ group: { collateralId = '', version = null, day = '' }, value, ratings }) => ({
        collateralId,
        version,
        day,
        value,
        ratings,
      }));
  });
}

function isSafeBesideScores(ratingsApart: number, minimum: number): boolean {
  return ratingsApart === 0 || ratingsApart >= minimum;
}

/** Counts the ratings that are in the period or in a score that is shown, but not in both. */
async function apartFromScores(
  { source }: InsightsQuestion,
  own: readonly DayRatings[],
  ids: ReadonlySet<string>,
): Promise<number> {
  const { live, released } = await readVersionRatings(source);
  const inPeriod = new Map<string, number>();
  for (const { collateralId, version, ratings } of own) {
    const name = versionName({ collateralId, version });
    inPeriod.set(name, (inPeriod.get(name) ?? 0) + ratings);
  }
  let apart = 0;
  for (const [name, { n }] of live) {
    const [, collateralId] = JSON.parse(name) as readonly [string, string];
    if (!ids.has(collateralId)) continue;
    const inside = inPeriod.get(name) ?? 0;
    apart += released.has(name) ? n - inside : inside;
  }
  return apart;
}

function distributionIn(counts: readonly DayRatings[], { firstDay, lastDay }: Stretch): Distribution {
  const distribution = [...noRatings()];
  for (const { day, value, ratings } of counts)
    if (day >= firstDay && day <= lastDay) distribution[value - 1] = (distribution[value - 1] ?? 0) + ratings;
  return distribution;
}

function addUp(one: Distribution, other: Distribution): Distribution {
  return one.map((count, index) => count + (other[index] ?? 0));
}

function trendPoint(
  { firstDay, lastDay }: Stretch,
  live: Distribution,
  shown: Distribution | null,
  policy: InsightsQuestion['source']['policy'],
): TrendPoint {
  const n = total(shown ?? live);
  if (n === 0) return { firstDay, lastDay, value: null, n, interval: null, state: 'none' };
  if (shown === null) return { firstDay, lastDay, value: null, n: null, interval: null, state: 'hidden' };
  const { value, interval, state } = ratingMetric({ distribution: shown, n, excluded: [] }, policy, evenPrior);
  return { firstDay, lastDay, value, n, interval, state };
}
