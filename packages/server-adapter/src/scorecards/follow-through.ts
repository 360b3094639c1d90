import type { Distribution } from '@collateral/sdk/contract';
import { addDays } from '../insights/day-math.js';
import { dayEnd, dayStart } from '../insights/day-start.js';
import { dirichletMean, z95 } from '../statistics/dirichlet.js';
import type { MeasuredPeriod } from './measured-period.js';
import { counted, itemPlace, notYetDue, stillOpen, type Outcome } from './outcome.js';
import { ownerAt, type IsOwn, type OwnerSpan } from './owner-spans.js';

/** A version that was rated low. */
export interface LowRatingAlert {
  readonly collateralId: string;
  readonly version: string | null;
  /** Of its item, in the order of time. */
  readonly owners: readonly OwnerSpan[];
  /** Day on which it was clear, `YYYY-MM-DD`. */
  readonly alertOn: string;
  /** Days of later versions of the item, and of reasoned declines of suggestions about this version. */
  readonly answersOn: readonly string[];
}

/** Days until an alert has to be followed up. */
const daysToFollow = 45;

/**
 * P10: low-rated versions followed by a new version or a reasoned decline within 45 days, out of those whose 45 days ended in the
 * period. They belong to whoever owned the item then. Retiring the item is no answer and takes nothing away.
 */
export function followThrough(
  alerts: readonly LowRatingAlert[],
  { period, isOwn }: { readonly period: MeasuredPeriod; readonly isOwn: IsOwn },
): readonly Outcome[] {
  const { span, endDay, timeZone } = period;
  return alerts.flatMap(({ collateralId, version, owners, alertOn, answersOn }): readonly Outcome[] => {
    const dueOn = addDays(alertOn, daysToFollow);
    if (dueOn < span.firstDay || dueOn > span.lastDay || alertOn > endDay) return [];
    if (!isOwn(ownerAt(owners, dayStart(dueOn, timeZone)))) return [];
    const place = itemPlace(collateralId, version);
    // Ratings are told by month, so nobody knows on which day of it the alert came: what was done in that month is done in time.
    const firstDay = `${alertOn.slice(0, 7)}-01`;
    const isFollowed = answersOn.some((day) => day >= firstDay && day <= dueOn && day <= endDay);
    if (dayEnd(dueOn, timeZone) > Date.parse(period.asOf))
      return [isFollowed ? notYetDue(place, dueOn) : stillOpen(place, dueOn)];
    return [counted(place, isFollowed, dueOn)];
  });
}

/**
 * Tells whether a version is clearly rated below a target: the high end of its interval is.
 *
 * @param distribution - all its ratings as they were told at the end of a month.
 */
export function isAlert(
  distribution: Distribution,
  { target, minimum, prior }: { readonly target: number; readonly minimum: number; readonly prior: readonly number[] },
): boolean {
  if (distribution.reduce((sum, count) => sum + count, 0) < minimum) return false;
  const { mean, halfWidth } = dirichletMean(distribution, prior, z95);
  return mean + halfWidth < target;
}
