import type { InsightsWindow, ScorecardFrame, ScorecardQuery } from '@collateral/sdk/contract';
import { calendarDay } from '../insights/calendar-day.js';
import { readCountedSince } from '../insights/counted-since.js';
import { previousPeriod, readScorecardPeriod, yearBefore, type DaySpan } from '../insights/period.js';
import { measuredPeriod, type MeasuredPeriod } from './measured-period.js';
import type { ScorecardSource } from './scorecard-source.js';

/** A question about scorecards, understood: which days, beside which others. */
export interface ScorecardQuestion {
  readonly source: ScorecardSource;
  readonly period: MeasuredPeriod;
  /** What it is compared with. */
  readonly before: MeasuredPeriod;
  /** The periods of a course, oldest first; the last is the one asked for. */
  readonly course: readonly MeasuredPeriod[];
  /** First day anything was used; null while nothing was. */
  readonly countedSince: string | null;
}

/** How many periods a course has, the one asked for included. */
const periodsOfCourse = 4;

/**
 * Works out which days a question is about.
 *
 * @throws CollateralError `invalid-query`
 */
export async function scorecardQuestion(
  source: ScorecardSource,
  { period = 'last-90-days', compare = 'previous' }: Pick<ScorecardQuery, 'period' | 'compare'>,
): Promise<ScorecardQuestion> {
  const { timeZone } = source.figures.policy;
  const measured = (span: DaySpan): MeasuredPeriod => measuredPeriod(span, timeZone, source.now);
  const span = readScorecardPeriod(period, calendarDay(timeZone)(source.now));
  const spans = [span];
  while (spans.length < periodsOfCourse) spans.unshift(previousPeriod(spans[0] ?? span));
  const before = measured(compare === 'previous' ? previousPeriod(span) : yearBefore(span));
  return {
    source,
    period: measured(span),
    before,
    course: spans.map(measured),
    countedSince: await readCountedSince(source.figures),
  };
}

/** What every reply says about itself. */
export function scorecardFrame({ source, period, before, countedSince }: ScorecardQuestion): ScorecardFrame {
  const { timeZone, minimumGroup, targetRating } = source.figures.policy;
  const windowOfSpan = (span: DaySpan): InsightsWindow => ({ ...span, timeZone });
  return {
    asOf: new Date(source.now).toISOString(),
    window: windowOfSpan(period.span),
    previousWindow: windowOfSpan(before.span),
    ...(countedSince !== null && { countedSince }),
    minimumGroup,
    targetRating,
  };
}
