/** What decides which of two facts is the later one. Times are both texts or both numbers. */
export interface FactMoment<Time extends string | number> {
  readonly effectiveAt: Time;
  readonly id: string;
}

/** Tells whether a fact counts as later than another. Time first, then id: two events of one millisecond have one order on every machine. */
export function isLater<Time extends string | number>(fact: FactMoment<Time>, other: FactMoment<Time>): boolean {
  return fact.effectiveAt === other.effectiveAt ? fact.id > other.id : fact.effectiveAt > other.effectiveAt;
}
