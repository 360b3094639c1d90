import { describe } from 'node:test';
import { storeCases } from '../conformance/store-cases.js';
import { testCases } from '../conformance/test-cases.fixture.js';
import { createMemoryStore } from './memory-store.js';

describe('the memory store', () => testCases(storeCases, { createStore: createMemoryStore }));
