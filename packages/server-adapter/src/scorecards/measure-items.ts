import type { MeasureId } from '@collateral/sdk/contract';
import { readViews } from '../insights/item-use.js';
import { counted } from '../insights/source.js';
import { answeredInTime } from './answered-in-time.js';
import { firstResponses } from './first-responses.js';
import { followThrough, type LowRatingAlert } from './follow-through.js';
import type { MeasuredPeriod } from './measured-period.js';
import { orphanedItems } from './orphaned-items.js';
import type { Outcome } from './outcome.js';
import type { IsOwn } from './owner-spans.js';
import { promises } from './promises.js';
import { ratingOnTarget, type RatedItem } from './rating-on-target.js';
import { readAlerts } from './read-alerts.js';
import { readCases } from './read-cases.js';
import { measuredItems } from './read-items.js';
import { readVersions } from './read-versions.js';
import { resolutions } from './resolutions.js';
import type { ScorecardSource } from './scorecard-source.js';
import { staleItems } from './stale-items.js';
import type { SuggestionCase } from './suggestion-case.js';
import { usageRate } from './usage-rate.js';
import { versionLifts, type PublishedVersion } from './version-lifts.js';

/** Everything the measures of those who make collateral are counted from. */
export interface ProducingInputs {
  readonly period: MeasuredPeriod;
  readonly items: readonly RatedItem[];
  /** Qualified views in the period by item. */
  readonly views: ReadonlyMap<string, number>;
  readonly versions: readonly PublishedVersion[];
  readonly cases: readonly SuggestionCase[];
  readonly alerts: readonly LowRatingAlert[];
}

/** Reads what the measures of a period are counted from; the same for every subject. */
export function readProducing(source: ScorecardSource, period: MeasuredPeriod): Promise<ProducingInputs> {
  const { figures } = source;
  const { span, asOf } = period;
  return counted(figures, `producing ${span.firstDay} ${span.lastDay}`, async () => {
    const [items, use, versions, cases, alerts] = await Promise.all([
      measuredItems(figures, period),
      readViews(figures, span),
      readVersions(figures, period),
      readCases(source),
      readAlerts(source),
    ]);
    const views = new Map([...use].map(([id, one]) => [id, one.views]));
    return { period, items, views, versions, cases: cases.filter(({ createdAt }) => createdAt <= asOf), alerts };
  });
}

/** The measures of those who make collateral. */
export type ProducingMeasure = Extract<MeasureId, `P${string}`>;

/** Gives the outcomes behind each measure of a subject. */
export function producingOutcomes(
  { period, items, views, versions, cases, alerts }: ProducingInputs,
  isOwn: IsOwn,
  policy: ScorecardSource['figures']['policy'],
): Readonly<Record<ProducingMeasure, readonly Outcome[]>> {
  const { graceDays, answerDays, targetRating, ratingMinimum } = policy;
  const rules = { period, graceDays, isOwn };
  const own = { period, isOwn };
  return {
    P1: usageRate(items, views, rules),
    P3: ratingOnTarget(items, { targetRating, minimumRatings: ratingMinimum.n }, rules),
    P4: firstResponses(cases, own),
    P5: answeredInTime(cases, { ...own, answerDays }),
    P6: resolutions(cases, own),
    P7: versionLifts(versions, own),
    P8: staleItems(items, rules),
    P9: orphanedItems(items, rules),
    P10: followThrough(alerts, own),
    P12: promises(cases, own),
  };
}
