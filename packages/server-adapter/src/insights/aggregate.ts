import type { AggregateQuery } from '../store/aggregate-query.js';
import type { AggregateRow, AggregateRowOf } from '../store/aggregate-row.js';
import { foldLog } from '../store/fold-log.js';
import type { Store } from '../store/store.js';

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
  return foldLog(store, tenant, query);
}
