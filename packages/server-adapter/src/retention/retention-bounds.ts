import type { Retention } from '@collateral/sdk/contract';

/** Instants before which facts are deleted, ISO 8601 UTC. */
export interface RetentionBounds {
  /** Of views and everything else that is kept for `eventMonths`. */
  readonly eventsBefore: string;
  /** Of ratings and conversations. */
  readonly ratingsBefore: string;
}

/**
 * Says from before when facts are too old to be kept: whole UTC days, so that two runs of one day delete the same.
 *
 * @param now - milliseconds since 1970.
 */
export function retentionBounds({ eventMonths, ratingMonths }: Retention, now: number): RetentionBounds {
  return { eventsBefore: monthsBefore(now, eventMonths), ratingsBefore: monthsBefore(now, ratingMonths) };
}

function monthsBefore(now: number, months: number): string {
  const day = new Date(now);
  const month = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - months, 1);
  const nextMonth = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - months + 1, 1);
  // There is no 31st of April: the last day of that month stands for it.
  const start = Math.min(month + (day.getUTCDate() - 1) * 86_400_000, nextMonth - 86_400_000);
  return new Date(start).toISOString();
}
