import { describe, test } from 'node:test';
import { storeCases } from '../conformance/store-cases.js';
import { createMemoryStore } from './memory-store.js';

describe('the memory store', () => {
  for (const { id, name, run } of storeCases) test(`${id}: ${name}`, () => run(createMemoryStore));
});
