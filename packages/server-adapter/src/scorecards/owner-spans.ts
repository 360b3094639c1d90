import type { InsightsChoice } from '@collateral/sdk/contract';

/** Who answers for an item. */
export interface Owner {
  /** Null when nobody does. */
  readonly producer: InsightsChoice | null;
  /** The team that owns it; null when it is in none. */
  readonly team: string | null;
}

/** Who answers for an item from an instant on. */
export interface OwnerSpan extends Owner {
  /** ISO 8601 UTC; the first span also covers what was before it. */
  readonly from: string;
}

/** Tells whether what an owner answers for is on a scorecard. Null is the owner of what belongs to no item. */
export type IsOwn = (owner: Owner | null) => boolean;

/** A stretch of time in which the same subject answers for something. */
export interface Stint {
  /** Milliseconds since 1970. */
  readonly start: number;
  /** First instant after it; infinite while it goes on. */
  readonly end: number;
}

/** Says who answered for an item at an instant, in milliseconds since 1970. */
export function ownerAt(spans: readonly OwnerSpan[], at: number): Owner | null {
  return spans.findLast(({ from }) => Date.parse(from) <= at) ?? spans[0] ?? null;
}

/**
 * Gives the stretches from an instant on in which a subject answers for an item. From one producer to the other of one team is no
 * change for the team.
 *
 * @param spans - in the order of time; empty for what belongs to no item.
 */
export function stintsOf(spans: readonly OwnerSpan[], since: number, isOwn: IsOwn): readonly Stint[] {
  if (spans.length === 0) return isOwn(null) ? [{ start: since, end: Infinity }] : [];
  const stints: Stint[] = [];
  spans.forEach((span, index) => {
    const next = spans[index + 1];
    const start = Math.max(since, index === 0 ? since : Date.parse(span.from));
    const end = next === undefined ? Infinity : Date.parse(next.from);
    if (end <= start || !isOwn(span)) return;
    const last = stints.at(-1);
    if (last?.end === start) stints[stints.length - 1] = { start: last.start, end };
    else stints.push({ start, end });
  });
  return stints;
}
