import type { Fact } from './fact.js';

/** Tells whether a fact counts as later than another. Time first, then id: two events of one millisecond have one order on every machine. */
export function isLater(fact: FactMoment, other: FactMoment): boolean {
  return fact.effectiveAt === other.effectiveAt ? fact.id > other.id : fact.effectiveAt > other.effectiveAt;
}

/** What decides which of two facts is the later one. */
export type FactMoment = Pick<Fact, 'effectiveAt' | 'id'>;
