// A reporter for node:test that prints one line per file and every failure in full.
import { inspect } from 'node:util';
import { relative } from 'node:path';

/** @param {AsyncIterable<{type: string, data: any}>} source */
export default async function* printBriefly(source) {
  /** @type {Map<string, {passed: number, failed: number}>} */
  const files = new Map();
  for await (const { type, data } of source) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite' && data.details?.error?.failureType !== 'hookFailed') continue;
    const name = relative(process.cwd(), data.file ?? 'unknown');
    const count = files.get(name) ?? { passed: 0, failed: 0 };
    files.set(name, count);
    if (type === 'test:pass') {
      count.passed += 1;
      continue;
    }
    count.failed += 1;
    const { cause, message } = data.details.error;
    yield `\nFAILED ${name}\n  ${data.name}\n  ${textOf(cause?.stack ?? cause ?? message ?? '').replaceAll('\n', '\n  ')}\n`;
  }
  yield '\n';
  for (const [name, { passed, failed }] of files)
    yield `${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed\n`;
}

/** What was thrown may be anything, also an object without a prototype. */
function textOf(/** @type {unknown} */ thrown) {
  return typeof thrown === 'string' ? thrown : inspect(thrown);
}
