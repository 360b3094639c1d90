import { describe, test } from 'node:test';
import { aggregateCases } from '../conformance/aggregate-cases.js';
import { searchCases } from '../conformance/search-cases.js';
import { storeCases } from '../conformance/store-cases.js';
import { testsOf } from '../conformance/tests-of.fixture.js';
import { createMemoryStore } from './memory-store.js';

describe('the memory store', () => {
  for (const [title, run] of testsOf([...storeCases, ...aggregateCases, ...searchCases], {
    createStore: createMemoryStore,
  }))
    test(title, run);
});
