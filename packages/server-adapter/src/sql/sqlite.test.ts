import { describe, test } from 'node:test';
import { storeCases } from '../conformance/store-cases.js';
import { createSqliteStore } from './sqlite.js';

describe('the SQLite store in memory', () => {
  for (const { id, name, run } of storeCases)
    test(`${id}: ${name}`, () => run(() => createSqliteStore({ path: ':memory:' })));
});
