import { appendCases } from './append-cases.js';
import { appendRaceCases } from './append-race-cases.js';
import { cursorCases } from './cursor-cases.js';
import { deliveryCases } from './delivery-cases.js';
import { documentCases } from './document-cases.js';
import { erasureCases } from './erasure-cases.js';
import { filterCases } from './filter-cases.js';
import { forgetCases } from './forget-cases.js';
import { pruneCases } from './prune-cases.js';
import { getManyCases } from './get-many-cases.js';
import { lifeCases } from './life-cases.js';
import { listCases } from './list-cases.js';
import { modelCases } from './model/model-cases.js';
import { nameCases } from './name-cases.js';
import { pagingCases } from './paging-cases.js';
import { putRaceCases } from './put-race-cases.js';
import { readCases } from './read-cases.js';
import { reopenCases } from './reopen-cases.js';
import { shareCases } from './share-cases.js';
import type { StoreCase } from './store-case.js';
import { tenantCases } from './tenant-cases.js';
import { timeCases } from './time-cases.js';
import { volumeCases } from './volume-cases.js';

/**
 * Every promise of the storage interface as a case that runs in any test runner.
 *
 * @example
 * ```ts
 * for (const { id, name, run } of storeCases) {
 *   test(`${id}: ${name}`, async () => { await run({ createStore: ({ place }) => createMyStore(place) }); });
 * }
 * ```
 */
export const storeCases: readonly StoreCase[] = Object.freeze([
  ...appendCases,
  ...appendRaceCases,
  ...readCases,
  ...cursorCases,
  ...filterCases,
  ...timeCases,
  ...deliveryCases,
  ...erasureCases,
  ...forgetCases,
  ...pruneCases,
  ...documentCases,
  ...putRaceCases,
  ...getManyCases,
  ...listCases,
  ...pagingCases,
  ...tenantCases,
  ...nameCases,
  ...lifeCases,
  ...reopenCases,
  ...shareCases,
  ...modelCases,
  ...volumeCases,
]);
