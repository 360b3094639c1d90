import { appendCases } from './append-cases.js';
import { documentCases } from './document-cases.js';
import { erasureCases } from './erasure-cases.js';
import { filterCases } from './filter-cases.js';
import { lifeCases } from './life-cases.js';
import { listCases } from './list-cases.js';
import { readCases } from './read-cases.js';
import type { StoreCase } from './store-case.js';

/**
 * Every promise of the storage interface as a case that runs in any test runner.
 *
 * @example
 * ```ts
 * for (const { id, name, run } of storeCases) test(`${id}: ${name}`, () => run({ createStore: createMyStore }));
 * ```
 */
export const storeCases: readonly StoreCase[] = Object.freeze([
  ...appendCases,
  ...readCases,
  ...filterCases,
  ...erasureCases,
  ...documentCases,
  ...listCases,
  ...lifeCases,
]);
