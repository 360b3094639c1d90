import { AggregateFold } from '../store/aggregate-fold.js';
import type { AggregateQuery, AggregateRow } from '../store/aggregate-query.js';
import type { UsageEventType } from '@collateral/sdk/contract';
import type { Store } from '../store/store.js';

const typesOf: Readonly<Record<AggregateQuery['type'], readonly UsageEventType[]>> = Object.freeze({
  usage: Object.freeze(['view'] as const),
  ratings: Object.freeze(['rating', 'rating-withdrawal'] as const),
});

/** Counts facts by group: asks the store if it keeps counts, else reads its log and folds it. The rows are the same. */
export async function aggregate(store: Store, tenant: string, query: AggregateQuery): Promise<readonly AggregateRow[]> {
  if (store.capabilities?.aggregate === true && store.aggregate !== undefined) return store.aggregate(tenant, query);
  const fold = new AggregateFold();
  const { collateralIds } = query;
  const filter = { types: typesOf[query.type], ...(collateralIds && { collateralIds }) };
  for await (const { facts } of store.read(tenant, filter)) {
    for (const fact of facts) fold.add(fact);
  }
  return fold.answer(query);
}
