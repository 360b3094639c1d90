import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CaseFailure } from './case-failure.js';
import { resultLine } from './report-text.js';
import { runCases } from './run-cases.js';
import { aggregateCases } from './aggregate-cases.js';
import { searchCases } from './search-cases.js';
import { storeCases } from './store-cases.js';
import { testsOf } from './tests-of.fixture.js';
import { aggregateMutants } from './mutants/aggregate-mutants.fixture.js';
import { appendMutants } from './mutants/append-mutants.fixture.js';
import { conversationMutants } from './mutants/conversation-mutants.fixture.js';
import { documentMutants } from './mutants/document-mutants.fixture.js';
import { engagementMutants } from './mutants/engagement-mutants.fixture.js';
import { erasureMutants } from './mutants/erasure-mutants.fixture.js';
import { inboxMutants } from './mutants/inbox-mutants.fixture.js';
import { pageMutants } from './mutants/page-mutants.fixture.js';
import { pruneMutants } from './mutants/prune-mutants.fixture.js';
import { lifeMutants } from './mutants/life-mutants.fixture.js';
import { memoryPlaces, type Mutant } from './mutants/mutant.fixture.js';
import { questionMutants } from './mutants/question-mutants.fixture.js';
import { readMutants } from './mutants/read-mutants.fixture.js';

const mutants: readonly Mutant[] = [
  ...appendMutants,
  ...readMutants,
  ...erasureMutants,
  ...pruneMutants,
  ...documentMutants,
  ...lifeMutants,
  ...aggregateMutants,
  ...questionMutants,
  ...conversationMutants,
  ...pageMutants,
  ...inboxMutants,
  ...engagementMutants,
];
const everyCase = [...storeCases, ...aggregateCases, ...searchCases];

describe('the conformance kit', () => {
  for (const { fault, noticedBy, breakIt } of mutants) {
    test(`notices by ${noticedBy} a store that ${fault}`, async () => {
      const report = await runCases(
        everyCase.filter(({ id }) => id === noticedBy),
        memoryPlaces(breakIt),
      );
      assert.equal(report.failed, 1, report.results.map(resultLine).join('\n'));
    });
  }

  test('gives every case an id of its own', () => {
    assert.equal(new Set(everyCase.map(({ id }) => id)).size, everyCase.length);
  });

  test('says what the store did, what was expected and where that is written', async () => {
    const neverDeduplicates = memoryPlaces(appendMutants[0]!.breakIt);
    const first = storeCases.find(({ id }) => id === 'append.duplicate-later');
    await assert.rejects(first!.run(neverDeduplicates), (error) => {
      assert.ok(error instanceof CaseFailure);
      assert.deepEqual(error.details.expected, '["duplicate"]');
      assert.match(error.message, /the store gave \["new"\], expected \["duplicate"\]\. See Store\.append in store/);
      return true;
    });
  });
});

// What the mutants are made of keeps every promise, so each of them fails for its planted fault alone.
describe('the stores the mutants are made of', () => {
  const cases = everyCase.filter(({ id }) => !id.startsWith('volume.'));
  for (const [title, run] of testsOf(cases, memoryPlaces())) test(title, run);
});
