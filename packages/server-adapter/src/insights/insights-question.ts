import type { InsightsFilter, InsightsFrame, InsightsWindow } from '@collateral/sdk/contract';
import { calendarDay } from './calendar-day.js';
import type { InsightsScope } from './insights-scope.js';
import { readCountedSince } from './counted-since.js';
import { previousPeriod, readPeriod, type DaySpan } from './period.js';
import type { InsightsSource } from './source.js';

/** A question about figures, understood: what, of when, for whom. */
export interface InsightsQuestion {
  readonly source: InsightsSource;
  readonly scope: InsightsScope;
  readonly filter: InsightsFilter;
  /** Null means everybody. */
  readonly team: string | null;
  /** Ratings after use only. */
  readonly afterUse: boolean;
  readonly today: string;
  readonly span: DaySpan;
  readonly previous: DaySpan;
  /** First day anything was used; null while nothing was. */
  readonly countedSince: string | null;
  /** ISO 8601 UTC instant of the question. */
  readonly askedAt: string;
}

/**
 * Works out which days a question is about.
 *
 * @throws CollateralError `invalid-query`
 */
export async function questionOf(
  source: InsightsSource,
  scope: InsightsScope,
  filter: InsightsFilter,
  now: number,
): Promise<InsightsQuestion> {
  const today = calendarDay(source.policy.timeZone)(now);
  const span = readPeriod(filter.period ?? 'last-90-days', today);
  return {
    source,
    scope,
    filter,
    team: filter.team ?? null,
    afterUse: filter.afterUse === true,
    today,
    span,
    previous: previousPeriod(span),
    countedSince: await readCountedSince(source),
    askedAt: new Date(now).toISOString(),
  };
}

/** What every reply says about itself. */
export function frameOf({ source, span, previous, countedSince, filter, askedAt }: InsightsQuestion): InsightsFrame {
  const { policy } = source;
  const windowOfSpan = (days: DaySpan): InsightsWindow => ({ ...days, timeZone: policy.timeZone });
  return {
    asOf: askedAt,
    window: windowOfSpan(span),
    previousWindow: windowOfSpan(previous),
    ...(countedSince !== null && { countedSince }),
    filter: { ...filter, period: span.period },
    minimumGroup: policy.minimumGroup,
    targetRating: policy.targetRating,
  };
}
