import { accessCases } from './access-cases.js';
import type { HandlerCase } from './handler-case.js';
import { ratingCases } from './rating-cases.js';
import { receiptCases } from './receipt-cases.js';
import { verdictCases } from './verdict-cases.js';

/**
 * Every promise of the wire protocol as a case, checked through requests alone.
 *
 * @example
 * ```ts
 * const subject = { fetch: handler, endpoint: 'https://intranet.example/collateral', signIn: headersFor };
 * for (const { id, name, run } of handlerCases) test(`${id}: ${name}`, async () => { await run(subject); });
 * ```
 */
export const handlerCases: readonly HandlerCase[] = Object.freeze([
  ...verdictCases,
  ...receiptCases,
  ...accessCases,
  ...ratingCases,
]);
