import { CollateralError } from '@collateral/sdk/contract';
import { AggregateFold } from './aggregate-fold.js';
import { aggregateTypes, asksForSteps, outlivesFacts } from './aggregate-types.js';
import { checkPrune } from './check-prune.js';
import { MemoryCabinet } from './memory-cabinet.js';
import { MemoryLog } from './memory-log.js';
import type { Store } from './store.js';
import { TextFold } from './text-fold.js';

/**
 * Creates a store that keeps everything in memory and runs anywhere, browsers included.
 *
 * For tests, demos and as the model the conformance kit compares with: what it holds is gone with the process.
 *
 * @example
 * ```ts
 * const handler = createHandler({ store: createMemoryStore(), authenticate, publicOrigin: 'https://intranet.example' });
 * ```
 */
export function createMemoryStore(): Store {
  const tenants = new Map<string, Tenant>();
  let isClosed = false;

  function open(name: string): Tenant {
    refuseWhenClosed();
    const tenant = tenants.get(name) ?? { log: new MemoryLog(), cabinet: new MemoryCabinet() };
    tenants.set(name, tenant);
    return tenant;
  }

  function refuseWhenClosed(): void {
    if (isClosed) throw new CollateralError('store-unavailable', 'The store was closed. Create a new one.');
  }

  // Each method does its work in one synchronous step, so no other call can come in between.
  return {
    capabilities: { getMany: true, aggregate: true, search: true },
    append: async (tenant, facts) => open(tenant).log.append(facts),
    async *read(tenant, filter, cursor) {
      let page = open(tenant).log.page(filter, cursor);
      while (page !== null) {
        yield page;
        page = open(tenant).log.page(filter, page.cursor);
      }
    },
    reassign: async (tenant, actorId, tombstoneId) => open(tenant).log.reassign(actorId, tombstoneId),
    prune: async (tenant, before, options = {}) => open(tenant).log.prune(before, checkPrune(options)),
    get: async (tenant, collection, key) => open(tenant).cabinet.get(collection, key),
    getMany: async (tenant, collection, keys) => {
      const { cabinet } = open(tenant);
      return keys.map((key) => cabinet.get(collection, key));
    },
    put: async (tenant, collection, key, document, options = {}) =>
      open(tenant).cabinet.put(collection, key, document, options),
    list: async (tenant, collection, options = {}) => open(tenant).cabinet.list(collection, options),
    aggregate: async (tenant, query) => {
      const fold = new AggregateFold();
      const types = aggregateTypes(query);
      const { log, cabinet } = open(tenant);
      if (asksForSteps(query)) for (const stored of cabinet.all('suggestions')) fold.addDocument(stored);
      for (const fact of outlivesFacts(query) ? log.counted() : log.facts()) {
        if (types === undefined || types.includes(fact.type)) fold.add(fact);
      }
      return fold.answer(query);
    },
    search: async (tenant, query) => {
      const fold = new TextFold();
      for (const fact of open(tenant).log.facts()) fold.add(fact);
      return fold.search(query);
    },
    health: async () => refuseWhenClosed(),
    close: async () => {
      isClosed = true;
      tenants.clear();
    },
  };
}

interface Tenant {
  readonly log: MemoryLog;
  readonly cabinet: MemoryCabinet;
}
