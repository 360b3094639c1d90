import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Store } from '../store/store.js';
import { aggregateCases } from './aggregate-cases.js';
import { memoryPlaces } from './mutants/mutant.fixture.js';
import { resultLine } from './report-text.js';
import { runCases, type CaseResult } from './run-cases.js';
import { searchCases } from './search-cases.js';
import type { StoreSubject } from './store-case.js';
import { storeCases } from './store-cases.js';

const everyCase = [...storeCases, ...aggregateCases, ...searchCases].filter(
  // They are made of the others, and take long.
  ({ id }) => !id.startsWith('volume.') && !id.startsWith('model.'),
);
const required = ['append', 'read', 'reassign', 'prune', 'get', 'put', 'list', 'health', 'close'] as const;
const capabilities = { getMany: true, aggregate: true, search: true };
const nothing = async (): Promise<undefined> => undefined;
const nothingAtOnce = (): undefined => undefined;
const names = [...required, 'getMany', 'aggregate', 'search'] as const;

function subjectOf(store: unknown): StoreSubject {
  return { createStore: () => store as Store, abilities: ['reopen', 'crash', 'share'] };
}

/** Every case says in a sentence what is missing; none trips over it. */
function assertSentences(results: readonly CaseResult[]): void {
  for (const result of results) {
    if (result.state !== 'failed') continue;
    assert.ok(result.details, resultLine(result));
    assert.match(result.message ?? '', /^.+: the store .+, expected .+\. See .+\.$/s);
    assert.doesNotMatch(result.message ?? '', /Cannot read|undefined|is not a function|not iterable/);
  }
}

describe('a store that is only begun', () => {
  for (const [title, method] of [
    ['answers every call with nothing later', nothing],
    ['answers every call with nothing at once', nothingAtOnce],
  ] as const) {
    test(`and ${title} is told by each case which promise it breaks`, async () => {
      const store = { capabilities, ...Object.fromEntries(names.map((name) => [name, method])) };
      const { results } = await runCases(everyCase, subjectOf(store), { timeoutMs: 10_000 });
      assertSentences(results);
      assert.ok(results.filter(({ state }) => state === 'failed').length > 200, 'nearly all fail');
    });
  }

  for (const opened of [undefined, null, 7, [], {}]) {
    test(`and whose factory gives ${JSON.stringify(opened)} is told that`, async () => {
      const { results, passed } = await runCases(everyCase.slice(0, 20), subjectOf(opened));
      assertSentences(results);
      assert.equal(passed, 0);
    });
  }

  for (const name of names) {
    test(`and has no ${name} is told that by every case`, async () => {
      const subject = memoryPlaces(() => ({ [name]: undefined }));
      const { results, failed } = await runCases(everyCase.slice(0, 12), subject);
      assert.equal(failed, 12);
      for (const { message } of results)
        assert.equal(
          message,
          `the member ${name}: the store has nothing, expected a method. See Store.${name} in store/store.ts.`,
        );
    });

    test(`and answers ${name} with nothing is told so where it matters`, async () => {
      const subject = memoryPlaces(() => ({ [name]: nothing }));
      const { results, failed } = await runCases(everyCase, subject, { timeoutMs: 10_000 });
      assertSentences(results);
      const isSilent = name === 'health' || name === 'close' || name === 'reassign';
      assert.ok(isSilent || failed > 0, 'somebody noticed');
    });
  }
});
