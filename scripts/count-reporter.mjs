// A reporter for node:test that writes how many tests passed and failed, as JSON.

/** @param {AsyncIterable<{type: string, data: any}>} source */
export default async function* countTests(source) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A file or a describe is reported like a test; only leaves are tests, unless a suite itself broke.
    const isGroup = data.details?.type === 'suite';
    if (isGroup && type === 'test:pass') continue;
    if (isGroup && data.details?.error?.failureType === 'subtestsFailed') continue;
    if (data.skip !== undefined || data.todo !== undefined) count.skipped += 1;
    else if (type === 'test:pass') count.passed += 1;
    else count.failed += 1;
  }
  yield JSON.stringify({ node: count });
}
