import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import { storeCases } from '../conformance/store-cases.js';
import { testCases } from '../conformance/test-cases.fixture.js';
import { createSqliteStore } from './sqlite.js';

describe('the SQLite store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'collateral-sqlite-'));
  after(() => rmSync(folder, { recursive: true }));
  testCases(storeCases, {
    createStore: ({ place }) => createSqliteStore({ path: join(folder, place) }),
    abilities: ['reopen', 'crash', 'share'],
  });
});
