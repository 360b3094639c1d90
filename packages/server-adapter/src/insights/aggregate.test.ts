import { describe, test } from 'node:test';
import { aggregateCases } from '../conformance/aggregate-cases.js';
import { searchCases } from '../conformance/search-cases.js';
import { testsOf } from '../conformance/tests-of.fixture.js';
import { createMemoryStore } from '../store/memory-store.js';
import { searchSuggestions } from '../store/search-suggestions.js';
import type { Store } from '../store/store.js';
import { aggregate } from './aggregate.js';

/** A store that only has a log, and answers through the fold the handler falls back to. */
function createPlainStore(): Store {
  const withoutCapability: Store = { ...createMemoryStore(), capabilities: {} };
  return {
    ...withoutCapability,
    capabilities: { aggregate: true, search: true },
    aggregate: (tenant, query) => aggregate(withoutCapability, tenant, query),
    search: (tenant, query) => searchSuggestions(withoutCapability, tenant, query),
  };
}

describe('the figures of a store without the capabilities aggregate and search', () => {
  for (const [title, run] of testsOf([...aggregateCases, ...searchCases], { createStore: createPlainStore }))
    test(title, run);
});
