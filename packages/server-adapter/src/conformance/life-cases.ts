import { expectEqual, expectRejection } from './expect.js';
import { expectFacts } from './expect-facts.js';
import { sampleFact } from './sample-fact.js';
import { storeCase, type StoreCase } from './store-case.js';

/** What opening, asking for the health of and closing a store promise. */
export const lifeCases: readonly StoreCase[] = [
  storeCase('health.resolves', 'is healthy when it can read and write', async (store) => {
    await store.health();
  }),
  storeCase('close.rejects', 'rejects every call after it was closed', async (store) => {
    await store.put('main', 'items', 'x', {});
    await store.close();
    await expectRejection('append after close', () => store.append('main', []), 'Store.close');
    await expectRejection(
      'read after close',
      () => store.read('main', {})[Symbol.asyncIterator]().next(),
      'Store.close',
    );
    await expectRejection('get after close', () => store.get('main', 'items', 'x'), 'Store.close');
    await expectRejection('put after close', () => store.put('main', 'items', 'x', {}), 'Store.close');
    await expectRejection('list after close', () => store.list('main', 'items'), 'Store.close');
    await expectRejection('reassign after close', () => store.reassign('main', 'ana', 'ben'), 'Store.close');
    await expectRejection('prune after close', () => store.prune('main', ''), 'Store.close');
    await expectRejection('health after close', () => store.health(), 'Store.close');
  }),
  storeCase('close.twice', 'may be closed twice', async (store) => {
    await store.close();
    await store.close();
  }),
  storeCase('health.changes-nothing', 'changes nothing when it is asked for its health', async (store) => {
    await store.append('main', [sampleFact(1)]);
    await store.health();
    await store.health();
    await expectFacts(store, [sampleFact(1)], 'Store.health');
  }),
  storeCase('capabilities.exist', 'has every method its capabilities promise', async (store) => {
    if (store.capabilities?.getMany === true)
      expectEqual('type of getMany', typeof store.getMany, 'function', 'StoreCapabilities');
    if (store.capabilities?.aggregate === true)
      expectEqual('type of aggregate', typeof store.aggregate, 'function', 'StoreCapabilities');
    if (store.capabilities?.search === true)
      expectEqual('type of search', typeof store.search, 'function', 'StoreCapabilities');
  }),
];
