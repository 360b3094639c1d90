import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answeredInTime } from './answered-in-time.js';
import {
  anns,
  at,
  handedOver,
  isAnns,
  isAnybodys,
  isBlue,
  isBobs,
  moves,
  quarter,
  suggested,
} from './cases.fixture.js';
import { firstResponses } from './first-responses.js';
import { medianEstimate } from './median-estimate.js';
import type { Outcome } from './outcome.js';
import { commitmentsOf, promises } from './promises.js';
import { resolutions } from './resolutions.js';
import { shareEstimate } from './share-estimate.js';
import type { SuggestionCase } from './suggestion-case.js';

const own = { period: quarter, isOwn: isAnns };
const inTime = { ...own, answerDays: 14 };
const parts = (outcomes: readonly Outcome[]): readonly unknown[] =>
  outcomes.map(({ part, value, reason }) => [part, value, reason].filter((one) => one !== null));
const wait = (...cases: readonly SuggestionCase[]): readonly unknown[] => parts(firstResponses(cases, own));

describe('P4, the time to a first response', () => {
  test('is the worked example of docs/metrics.md: median 5 days, open ones included', () => {
    const answered = [1, 2, 2, 5, 9].map((days) => suggested('06-01', { repliedAt: [at('06-01', days * 24)] }));
    const open = ['06-28', '06-23', '06-19'].map((day) => suggested(day));
    const { metric } = medianEstimate(firstResponses([...answered, ...open], own), quarter.window);
    assert.equal(metric.value, 5);
    assert.equal(metric.n, 8);
    assert.equal(metric.method, 'kaplan-meier-open-end');
    assert.deepEqual(metric.interval, [1, 12]);
  });

  test('says "at least" while fewer than half are answered, and is never without data because of it', () => {
    const cases = [suggested('06-01', { repliedAt: [at('06-02')] }), suggested('06-11'), suggested('06-21')];
    const { metric } = medianEstimate(firstResponses(cases, own), quarter.window);
    assert.deepEqual([metric.state, metric.value, metric.method], ['ok', 20, 'kaplan-meier-at-least']);
  });

  test('ends with the first reply of the owner or the first move, whatever it is', () => {
    assert.deepEqual(wait(suggested('05-01', { repliedAt: [at('05-04')], moves: moves(['05-03', 'declined']) })), [
      ['hit', 2],
    ]);
  });

  test('leaves out what its author took back within an hour, and counts as open what they took back later', () => {
    assert.deepEqual(wait(suggested('05-01', { withdrawnAt: at('05-01', 0.5) })), [['excluded', 'withdrawn']]);
    assert.deepEqual(wait(suggested('05-01', { withdrawnAt: at('05-03') })), [['open', 2, 'withdrawn']]);
  });

  test('lets what duplicates were merged into wait since the earliest of them', () => {
    const late = suggested('05-10', { repliedAt: [at('05-12')] });
    const early = suggested('05-01', { moves: moves(['05-20', 'duplicate', late.suggestionId]) });
    assert.deepEqual(wait(late, early), [
      ['hit', 11],
      ['hit', 19],
    ]);
  });

  test('of a closed quarter never changes: what was answered later is open in it', () => {
    assert.deepEqual(wait(suggested('06-21', { repliedAt: [at('07-15')] })), [['open', 10]]);
    assert.deepEqual(wait(suggested('03-31'), suggested('07-01')), []);
  });

  test('after a hand-over stays with the old owner until then, and begins anew for the new one', () => {
    const cases = [suggested('05-01', { owners: handedOver, repliedAt: [at('06-04')] })];
    assert.deepEqual(parts(firstResponses(cases, own)), [['open', 31, 'handed-over']]);
    assert.deepEqual(parts(firstResponses(cases, { ...own, isOwn: isBobs })), [['hit', 3]]);
    assert.deepEqual(parts(firstResponses(cases, { ...own, isOwn: isBlue })), [['hit', 34]]);
    const before = [suggested('05-01', { owners: handedOver, repliedAt: [at('05-02')] })];
    assert.deepEqual(parts(firstResponses(before, { ...own, isOwn: isBobs })), []);
  });

  test('counts requests, which are about no item, for the organisation only', () => {
    const request = suggested('05-01', { collateralId: null, version: null, owners: [] });
    assert.deepEqual(wait(request), []);
    assert.equal(firstResponses([request], { ...own, isOwn: (owner) => owner === null }).length, 1);
  });
});

describe('P5, answered in time', () => {
  test('counts what is due in the period; open and overdue is missed', () => {
    const cases = [
      suggested('05-01', { repliedAt: [at('05-15')] }),
      suggested('05-01', { repliedAt: [at('05-15', 1)] }),
      suggested('05-01'),
      suggested('06-25'),
      suggested('03-10'),
    ];
    assert.deepEqual(parts(answeredInTime(cases, inTime)), [['hit'], ['miss'], ['miss']]);
  });

  test('leaves a breach in May with the owner of May when the item changes hands on the 1st of June', () => {
    const cases = [suggested('05-01', { owners: handedOver, repliedAt: [at('06-02')] })];
    assert.deepEqual(parts(answeredInTime(cases, inTime)), [['miss']]);
    assert.deepEqual(parts(answeredInTime(cases, { ...inTime, isOwn: isBobs })), [['hit']]);
    const young = [suggested('05-25', { owners: handedOver })];
    assert.deepEqual(parts(answeredInTime(young, inTime)), [['excluded', 'handed-over']]);
    assert.deepEqual(parts(answeredInTime(young, { ...inTime, isOwn: isBobs })), [['miss']]);
  });

  test('does not count what is not due yet, answered or not: a running quarter would look better than it is', () => {
    const running = { ...quarter, asOf: at('05-10'), endDay: '2026-05-10' };
    const cases = [suggested('05-01'), suggested('05-01', { repliedAt: [at('05-02')] })];
    assert.deepEqual(parts(answeredInTime(cases, { ...inTime, period: running })), [
      ['open'],
      ['excluded', 'not-yet-due'],
    ]);
  });
});

describe('P6, resolution', () => {
  const resolved = (...cases: readonly SuggestionCase[]): readonly unknown[] => parts(resolutions(cases, own));

  test('counts what is 30 days old in the period, shipped or declined', () => {
    assert.deepEqual(
      resolved(
        suggested('05-01', { moves: moves(['05-02', 'accepted', '06-01'], ['06-01', 'shipped']) }),
        suggested('05-01', { moves: moves(['05-02', 'declined']) }),
        suggested('05-01', { moves: moves(['05-02', 'accepted', '06-01']) }),
        suggested('05-01'),
        suggested('06-15'),
        suggested('05-01', { withdrawnAt: at('05-09') }),
      ),
      [['hit'], ['hit'], ['miss'], ['miss'], ['excluded', 'withdrawn']],
    );
  });

  test('does not count as resolved what was reopened within 14 days, also after the end of the period', () => {
    const reopened = (day: string): SuggestionCase =>
      suggested('05-01', { moves: moves(['06-29', 'declined'], [day, 'accepted', '08-01']) });
    assert.deepEqual(resolved(reopened('07-05'), reopened('07-20')), [['miss'], ['hit']]);
  });

  test('counts resolved duplicates once and open ones each', () => {
    const done = suggested('05-01', { moves: moves(['05-05', 'declined']) });
    const open = suggested('05-02');
    const of = (root: SuggestionCase): SuggestionCase =>
      suggested('05-03', { moves: moves(['05-04', 'duplicate', root.suggestionId]) });
    assert.deepEqual(resolved(done, of(done)), [['hit'], ['excluded', 'duplicate']]);
    assert.deepEqual(resolved(open, of(open)), [['miss'], ['miss']]);
  });
});

describe('P12, promises kept', () => {
  const kept = (...cases: readonly SuggestionCase[]): readonly unknown[] => parts(promises(cases, own));

  test('is kept by the day first promised; a moved day, a decline and a reopening are late', () => {
    assert.deepEqual(
      kept(
        suggested('05-01', { moves: moves(['05-02', 'accepted', '06-01'], ['06-01', 'shipped']) }),
        suggested('05-01', { moves: moves(['05-02', 'accepted', '06-01'], ['06-02', 'shipped']) }),
        suggested('05-01', {
          moves: moves(['05-02', 'accepted', '06-01'], ['05-30', 'accepted', '06-20'], ['06-10', 'shipped']),
        }),
        suggested('05-01', { moves: moves(['05-02', 'accepted', '06-01'], ['05-20', 'declined']) }),
        suggested('05-01', {
          moves: moves(['05-02', 'accepted', '06-01'], ['05-20', 'shipped'], ['05-25', 'accepted', '07-20']),
        }),
        suggested('05-01', { moves: moves(['05-02', 'accepted', '06-30']) }),
        suggested('05-01', { moves: moves(['05-02', 'accepted', '07-01']) }),
      ),
      [['hit'], ['miss'], ['miss'], ['miss'], ['miss'], ['miss']],
    );
  });

  test('adds up to what was promised, kept, late and open; the share waits for the day', () => {
    const running = { ...quarter, asOf: at('06-10', 12), endDay: '2026-06-10' };
    const cases = [
      suggested('05-01', { moves: moves(['05-02', 'accepted', '06-01'], ['05-20', 'shipped']) }),
      suggested('05-01', { moves: moves(['05-02', 'accepted', '06-09']) }),
      suggested('05-01', { moves: moves(['05-02', 'accepted', '06-10']) }),
      suggested('05-01', { moves: moves(['05-02', 'accepted', '06-20'], ['06-02', 'shipped']) }),
      suggested('05-01', { moves: moves(['05-02', 'accepted', '06-20'], ['06-02', 'declined']) }),
    ];
    const outcomes = promises(cases, { period: running, isOwn: isAnns });
    assert.deepEqual(commitmentsOf(outcomes), { promised: 5, kept: 2, late: 2, open: 1 });
    const { metric } = shareEstimate(outcomes, quarter.window);
    assert.deepEqual([metric.numerator, metric.denominator], [1, 2]);
    assert.deepEqual(metric.excluded, [{ reason: 'not-yet-due', count: 3 }]);
  });

  test('belongs to the owner on the day it was due', () => {
    const cases = [suggested('05-01', { owners: handedOver, moves: moves(['05-02', 'accepted', '05-20']) })];
    assert.deepEqual(parts(promises(cases, own)), [['miss']]);
    assert.deepEqual(parts(promises(cases, { ...own, isOwn: isBobs })), []);
    assert.deepEqual(parts(promises(cases, { ...own, isOwn: isAnybodys })), [['miss']]);
    assert.equal(anns.length, 1);
  });
});
