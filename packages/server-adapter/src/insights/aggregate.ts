import { AggregateFold } from '../store/aggregate-fold.js';
import type { AggregateQuery } from '../store/aggregate-query.js';
import type { AggregateRow, AggregateRowOf } from '../store/aggregate-row.js';
import { aggregateTypes } from '../store/aggregate-types.js';
import type { FactFilter, Store } from '../store/store.js';

/** Counts facts by group: asks the store if it keeps counts, else reads its log and folds it. The rows are the same. */
export async function aggregate<Query extends AggregateQuery>(
  store: Store,
  tenant: string,
  query: Query,
): Promise<readonly AggregateRowOf<Query>[]> {
  const rows = await rowsOf(store, tenant, query);
  return rows.filter((row): row is AggregateRowOf<Query> => row.type === query.type);
}

async function rowsOf(store: Store, tenant: string, query: AggregateQuery): Promise<readonly AggregateRow[]> {
  if (store.capabilities?.aggregate === true && store.aggregate !== undefined) return store.aggregate(tenant, query);
  const fold = new AggregateFold();
  for await (const { facts } of store.read(tenant, filterOf(query))) {
    for (const fact of facts) fold.add(fact);
  }
  return fold.answer(query);
}

function filterOf(query: AggregateQuery): FactFilter {
  const types = aggregateTypes(query);
  const collateralIds = query.type === 'arrivals' ? undefined : query.collateralIds;
  return { ...(types && { types }), ...(collateralIds && { collateralIds }) };
}
