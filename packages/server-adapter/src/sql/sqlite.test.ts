import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { aggregateCases } from '../conformance/aggregate-cases.js';
import { searchCases } from '../conformance/search-cases.js';
import { storeCases } from '../conformance/store-cases.js';
import { testsOf } from '../conformance/tests-of.fixture.js';
import type { StoreSubject } from '../conformance/store-case.js';
import { createSqliteStore } from './sqlite.js';

describe('the SQLite store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'collateral-sqlite-'));
  after(() => rmSync(folder, { recursive: true }));
  const subject: StoreSubject = {
    createStore: ({ place }) => createSqliteStore({ path: join(folder, place) }),
    abilities: ['reopen', 'crash', 'share'],
  };
  for (const [title, run] of testsOf([...storeCases, ...aggregateCases, ...searchCases], subject)) test(title, run);
});
