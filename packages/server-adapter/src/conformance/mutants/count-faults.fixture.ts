import { AggregateFold } from '../../store/aggregate-fold.js';
import type { AggregateQuery } from '../../store/aggregate-query.js';
import type { AggregateRow } from '../../store/aggregate-row.js';
import type { Fact } from '../../store/fact.js';
import type { Store } from '../../store/store.js';
import { everyFact, type Mutant } from './mutant.fixture.js';

/** Counts facts that were changed by the mutant first. */
export function foldOf(change: (facts: readonly Fact[], query: AggregateQuery) => readonly Fact[]): Mutant['breakIt'] {
  return (good) => ({
    async aggregate(tenant, query) {
      const fold = new AggregateFold();
      for (const fact of change(await everyFact(good, tenant), query)) fold.add(fact);
      return fold.answer(query);
    },
  });
}

/** Changes the query on its way in or the rows on their way out. */
export function answerOf(
  change: (rows: readonly AggregateRow[], query: AggregateQuery) => readonly AggregateRow[],
  ask: (query: AggregateQuery) => AggregateQuery = (query) => query,
): Mutant['breakIt'] {
  return (good: Store) => ({
    aggregate: async (tenant, query) => change((await good.aggregate?.(tenant, ask(query))) ?? [], query),
  });
}

/** Changes the query on its way in. */
export function askOf(ask: (query: AggregateQuery) => AggregateQuery): Mutant['breakIt'] {
  return answerOf((rows) => rows, ask);
}

/** Leaves a part of a query out. */
export function withoutPart(query: AggregateQuery, part: 'collateralIds' | 'team' | 'from' | 'to'): AggregateQuery {
  // What is left is a query again: none of these parts must be there.
  return Object.fromEntries(Object.entries(query).filter(([name]) => name !== part)) as unknown as AggregateQuery;
}

/** Changes fields of a detail. */
export function withDetail(fact: Fact, detail: object): Fact {
  return { ...fact, detail: { ...fact.detail, ...detail } };
}
