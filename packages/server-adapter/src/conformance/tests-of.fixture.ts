import type { TestContext } from 'node:test';
import type { ConformanceCase } from './conformance-case.js';

/** A case as `test(...)` of node:test takes it. */
export type TestArguments = readonly [title: string, run: (context: TestContext) => Promise<void>];

/**
 * Gives the arguments of `test` for each case; one the subject has no ability for is reported as skipped.
 *
 * The caller calls `test`, because the reporter names the file where that happens.
 */
export function testsOf<Subject>(
  cases: readonly ConformanceCase<Subject>[],
  subject: Subject,
): readonly TestArguments[] {
  return cases.map(({ id, name, run }) => [
    `${id}: ${name}`,
    async (context) => {
      const outcome = await run(subject);
      if (outcome.state === 'skipped') context.skip(`no ability "${outcome.missing}"`);
    },
  ]);
}
