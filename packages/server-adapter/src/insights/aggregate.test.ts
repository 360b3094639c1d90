import { describe, test } from 'node:test';
import { aggregateCases } from '../conformance/aggregate-cases.js';
import { searchCases } from '../conformance/search-cases.js';
import { readAll } from '../conformance/read-all.js';
import { testsOf } from '../conformance/tests-of.fixture.js';
import type { Fact } from '../store/fact.js';
import { outlivesFacts } from '../store/aggregate-types.js';
import { createMemoryStore } from '../store/memory-store.js';
import { searchSuggestions } from '../store/search-suggestions.js';
import type { Store } from '../store/store.js';
import { aggregate } from './aggregate.js';

/**
 * A store that only has a log, and answers through the fold the handler falls back to. What counts outlive is read as well here: a
 * store without counts loses it.
 */
function createPlainStore(): Store {
  const log: Store = { ...createMemoryStore(), capabilities: {} };
  let pruned: readonly (readonly [tenant: string, fact: Fact])[] = [];
  const everything: Store = {
    ...log,
    async *read(tenant, filter) {
      yield* log.read(tenant, filter);
      yield { facts: pruned.flatMap(([of, fact]) => (of === tenant ? [fact] : [])), cursor: '' };
    },
  };
  return {
    ...log,
    capabilities: { aggregate: true, search: true },
    async prune(tenant, ...given) {
      const { facts } = await readAll(log, tenant);
      const outcome = await log.prune(tenant, ...given);
      const left = (await readAll(log, tenant)).facts.map(({ actorId, id }) => `${actorId} ${id}`);
      const gone = facts.filter(({ actorId, id }) => !left.includes(`${actorId} ${id}`));
      pruned = [...pruned, ...gone.map((fact) => [tenant, fact] as const)];
      return outcome;
    },
    async reassign(tenant, actorId, tombstoneId) {
      await log.reassign(tenant, actorId, tombstoneId);
      pruned = pruned.map(([of, fact]) =>
        of === tenant && fact.actorId === actorId ? [of, { ...fact, actorId: tombstoneId }] : [of, fact],
      );
    },
    aggregate: (tenant, query) => aggregate(outlivesFacts(query) ? everything : log, tenant, query),
    search: (tenant, query) => searchSuggestions(log, tenant, query),
  };
}

describe('the figures of a store without the capabilities aggregate and search', () => {
  for (const [title, run] of testsOf([...aggregateCases, ...searchCases], { createStore: createPlainStore }))
    test(title, run);
});
