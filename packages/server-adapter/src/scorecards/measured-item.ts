import { addDays, daysBetween } from '../insights/day-math.js';
import { dayEnd } from '../insights/day-start.js';
import { itemPlace, leftOut, type Outcome } from './outcome.js';
import { ownerAt, type IsOwn, type OwnerSpan } from './owner-spans.js';
import type { MeasuredPeriod } from './measured-period.js';

/** What measuring has to know about an item. Days are `YYYY-MM-DD` in the policy's time zone. */
export interface MeasuredItem {
  readonly collateralId: string;
  /** The version that is current at the end of the period; null for an item without versions. */
  readonly version: string | null;
  /** In the order of time. */
  readonly owners: readonly OwnerSpan[];
  /** Day of its first version; null when it has none and was always there. */
  readonly publishedOn: string | null;
  /** Null while it is in use. */
  readonly retiredOn: string | null;
  /** False when it is meant for nobody. */
  readonly hasAudience: boolean;
  /** Null without one. */
  readonly reviewBy: string | null;
}

/** How an item is judged that belongs to a subject. */
export interface ItemRules {
  readonly period: MeasuredPeriod;
  readonly graceDays: number;
  readonly isOwn: IsOwn;
}

/**
 * Gives the items a subject answers for at the end of a period.
 *
 * An item that changed hands less than the grace before still counts for the one who gave it away: nobody gets rid of a problem just
 * before the end, and nobody is judged for what they have only just taken over.
 */
export function ownItems<Item extends MeasuredItem>(
  items: readonly Item[],
  { period, graceDays, isOwn }: ItemRules,
): readonly Item[] {
  const at = settledAt(period, graceDays);
  return items.filter(
    ({ owners, publishedOn }) => (publishedOn === null || publishedOn <= period.endDay) && isOwn(ownerAt(owners, at)),
  );
}

/** The instant whose owner counts: whoever has an item since then had it on as many days as the grace has. Milliseconds since 1970. */
export function settledAt({ endDay, timeZone }: MeasuredPeriod, graceDays: number): number {
  return dayEnd(addDays(endDay, 1 - Math.max(1, graceDays)), timeZone) - 1;
}

/** Tells whether an item is in use at the end of a period. */
export function isLive({ retiredOn }: MeasuredItem, { endDay }: MeasuredPeriod): boolean {
  return retiredOn === null || retiredOn > endDay;
}

/**
 * Says why an item's use is not judged, or null when it is: new, meant for nobody, or retired. What was retired in the period after
 * at least the grace counts all the same, so that retiring what nobody uses does not make it undone.
 */
export function leftOutOfUse(item: MeasuredItem, { period, graceDays }: ItemRules): Outcome | null {
  const { span, endDay } = period;
  const place = itemPlace(item.collateralId, item.version);
  if (!item.hasAudience) return leftOut(place, 'no-audience');
  if (item.publishedOn !== null && item.publishedOn > addDays(endDay, -graceDays)) return leftOut(place, 'new');
  if (item.retiredOn === null || item.retiredOn > endDay) return null;
  const liveFrom = item.publishedOn !== null && item.publishedOn > span.firstDay ? item.publishedOn : span.firstDay;
  return daysBetween(liveFrom, item.retiredOn) >= graceDays ? null : leftOut(place, 'retired', item.retiredOn);
}
