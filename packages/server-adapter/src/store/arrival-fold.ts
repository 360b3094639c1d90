import { groupBy } from './aggregate-group.js';
import type { ArrivalsQuery } from './aggregate-query.js';
import type { ArrivalsRow } from './aggregate-row.js';
import type { Fact } from './fact.js';
import { getOrMake } from './get-or-make.js';

/** A fact received later than this after its effective time came late. */
const lateAfterMs = 3_600_000;

/** Counts facts by day. */
export class ArrivalFold {
  readonly #days = new Map<string, Arrivals>();

  /** Takes one fact in, whatever its type. */
  add(fact: Fact): void {
    const arrivals = getOrMake(this.#days, fact.day, noArrivals);
    arrivals.facts += 1;
    if (isLate(fact)) arrivals.late += 1;
  }

  /** Gives the counts of days. */
  rows({ by, from = '', to }: ArrivalsQuery): readonly ArrivalsRow[] {
    const rows = new Map<string, ArrivalsRow & Arrivals>();
    for (const [day, { facts, late }] of this.#days) {
      if (day < from || (to !== undefined && day >= to)) continue;
      const group = groupBy(by, { day });
      const row = getOrMake(rows, JSON.stringify(group), () => ({ type: 'arrivals' as const, group, ...noArrivals() }));
      row.facts += facts;
      row.late += late;
    }
    return [...rows.values()];
  }
}

interface Arrivals {
  facts: number;
  late: number;
}

function noArrivals(): Arrivals {
  return { facts: 0, late: 0 };
}

/** Tells whether a fact came late. */
export function isLate({ effectiveAt, receivedAt }: Fact): boolean {
  return Date.parse(receivedAt) - Date.parse(effectiveAt) > lateAfterMs;
}
