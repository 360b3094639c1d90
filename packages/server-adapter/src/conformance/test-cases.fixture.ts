import { test } from 'node:test';
import type { ConformanceCase } from './conformance-case.js';

/** Makes each case a test of node:test, and a case the subject has no ability for a skipped one. */
export function testCases<Subject>(cases: readonly ConformanceCase<Subject>[], subject: Subject): void {
  for (const { id, name, run } of cases) {
    test(`${id}: ${name}`, async (context) => {
      const outcome = await run(subject);
      if (outcome.state === 'skipped') context.skip(`no ability "${outcome.missing}"`);
    });
  }
}
