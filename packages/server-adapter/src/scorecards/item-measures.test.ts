import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { evenPrior } from '../statistics/dirichlet.js';
import { at, handedOver, isAnns, isBobs, item, quarter } from './cases.fixture.js';
import { followThrough, isAlert, type LowRatingAlert } from './follow-through.js';
import { liftEstimate } from './lift-estimate.js';
import { orphanedItems } from './orphaned-items.js';
import type { Outcome } from './outcome.js';
import { chanceToReach, ratingOnTarget, type RatedItem } from './rating-on-target.js';
import { shareEstimate } from './share-estimate.js';
import { staleItems } from './stale-items.js';
import { usageRate } from './usage-rate.js';
import { versionLifts, type PublishedVersion } from './version-lifts.js';

const rules = { period: quarter, graceDays: 30, isOwn: isAnns };
const prior = evenPrior(5, 5);
const parts = (outcomes: readonly Outcome[]): readonly unknown[] =>
  outcomes.map(({ collateralId, part, reason }) => [collateralId, part, reason].filter((one) => one !== null));

describe('P1, the usage rate', () => {
  test('is 31 of 44 items with 6 left out as in X7', () => {
    const old = Array.from({ length: 44 }, (_, index) => item(`old-${index}`));
    const young = Array.from({ length: 6 }, (_, index) => item(`new-${index}`, { publishedOn: '2026-06-10' }));
    const views = new Map(old.slice(0, 31).map(({ collateralId }) => [collateralId, 3]));
    const { metric } = shareEstimate(usageRate([...old, ...young], views, rules), quarter.window);
    assert.deepEqual([metric.numerator, metric.denominator], [31, 44]);
    assert.deepEqual(metric.excluded, [{ reason: 'new', count: 6 }]);
  });

  test('counts what was retired in the period after 30 days in it', () => {
    const items = [
      item('late', { retiredOn: '2026-06-20' }),
      item('early', { retiredOn: '2026-04-20' }),
      item('before', { retiredOn: '2026-03-20' }),
      item('for-nobody', { hasAudience: false }),
      item('future', { publishedOn: '2026-07-05' }),
    ];
    assert.deepEqual(parts(usageRate(items, new Map(), rules)), [
      ['late', 'miss'],
      ['early', 'excluded', 'retired'],
      ['for-nobody', 'excluded', 'no-audience'],
    ]);
  });

  test('stays with the old owner for 30 days after a hand-over', () => {
    const lateHandOver = handedOver.map((span) => ({ ...span, from: span.from.replace('-06-01', '-06-10') }));
    const items = [item('deck', { owners: handedOver }), item('sheet', { owners: lateHandOver })];
    const isOwn = (who: typeof isAnns): readonly unknown[] =>
      parts(usageRate(items, new Map(), { ...rules, isOwn: who }));
    assert.deepEqual(isOwn(isAnns), [['sheet', 'miss']]);
    assert.deepEqual(isOwn(isBobs), [['deck', 'miss']]);
  });
});

describe('P8 and P9, what is past its date and what nobody owns', () => {
  test('count live items, and those without a date apart', () => {
    const items = [
      item('stale', { reviewBy: '2026-06-29' }),
      item('today', { reviewBy: '2026-06-30' }),
      item('undated'),
      item('retired', { reviewBy: '2026-01-01', retiredOn: '2026-06-01' }),
    ];
    assert.deepEqual(parts(staleItems(items, rules)), [
      ['stale', 'hit'],
      ['today', 'miss'],
      ['undated', 'excluded', 'no-review-date'],
    ]);
  });

  test('give whoever left 30 days before an item has no owner', () => {
    const left = (day: string): RatedItem['owners'] => [
      ...handedOver.slice(0, 1),
      { producer: null, team: 'blue', from: at(day) },
    ];
    const items = [item('long', { owners: left('05-01') }), item('lately', { owners: left('06-15') })];
    assert.deepEqual(parts(orphanedItems(items, { ...rules, isOwn: () => true })), [
      ['long', 'hit'],
      ['lately', 'miss'],
    ]);
  });
});

describe('P3, rating against target', () => {
  const rated = (id: string, ...distributions: readonly (readonly number[] | null)[]): RatedItem => ({
    ...item(id),
    prior,
    ratings: distributions.map((distribution, index) => ({ version: `v${index + 1}`, distribution })),
  });
  const limits = { targetRating: 3.5, minimumRatings: 5 };

  test('asks for a chance of 80 % to reach the target', () => {
    // M 3.7, √V 0.186359, Φ(1.0732) = 0.8584; of (2,5,9,6,3) the mean is 3.1.
    assert.equal(chanceToReach([0, 2, 6, 11, 6], prior, 3.5).toFixed(4), '0.8584');
    const items = [rated('good', [0, 2, 6, 11, 6]), rated('weak', [2, 5, 9, 6, 3]), rated('thin', [0, 0, 0, 0, 4])];
    assert.deepEqual(parts(ratingOnTarget(items, limits, rules)), [
      ['good', 'hit'],
      ['weak', 'miss'],
      ['thin', 'excluded', 'too-few-ratings'],
    ]);
  });

  test('lets the latest version with enough ratings speak for the item', () => {
    const [outcome] = ratingOnTarget([rated('deck', [9, 3, 0, 0, 0], [0, 0, 0, 0, 2], null)], limits, rules);
    assert.deepEqual([outcome?.part, outcome?.version], ['miss', 'v1']);
  });

  test('still counts what was retired in the period', () => {
    const items = [{ ...rated('gone', [9, 3, 0, 0, 0]), retiredOn: '2026-05-01' }];
    assert.deepEqual(parts(ratingOnTarget(items, limits, rules)), [['gone', 'miss']]);
  });
});

describe('P7, the lift of new versions', () => {
  const published = (changes: Partial<PublishedVersion> = {}): PublishedVersion => ({
    ...item('deck'),
    version: 'v2',
    publishedAt: at('05-01'),
    before: [2, 5, 9, 6, 3],
    after: [0, 2, 6, 11, 6],
    hasLateRatings: false,
    isFirst: false,
    prior,
    ...changes,
  });
  const lift = (...versions: readonly PublishedVersion[]): ReturnType<typeof liftEstimate>['metric'] =>
    liftEstimate(versionLifts(versions, rules), quarter.window).metric;

  test('of one version is the worked example of docs/metrics.md', () => {
    const { value, interval, n } = lift(published());
    assert.deepEqual(
      [value?.toFixed(3), interval?.map((end) => end.toFixed(4)), n],
      ['0.600', ['0.0509', '1.1491'], 1],
    );
  });

  test('weighs versions by the thinner side and says how many were too thin to judge', () => {
    const { value, n, excluded } = lift(
      published(),
      published({ before: [0, 0, 5, 0, 0], after: [0, 0, 5, 0, 0] }),
      published({ after: [0, 0, 0, 4, 0] }),
      published({ after: null }),
      published({ hasLateRatings: true }),
      published({ isFirst: true }),
      published({ publishedAt: at('07-01') }),
    );
    assert.equal(value?.toFixed(3), ((0.6 * 25) / 30).toFixed(3));
    assert.equal(n, 2);
    assert.deepEqual(excluded, [
      { reason: 'late-ratings', count: 1 },
      { reason: 'too-few-ratings', count: 2 },
    ]);
  });

  test('judges a version on the day it is 30 days old: what comes out just before the end counts in the next period', () => {
    const parts = (publishedAt: string): readonly unknown[] =>
      versionLifts([published({ publishedAt })], rules).map(({ part }) => part);
    assert.deepEqual(parts(at('05-31')), ['hit'], '30 days old on the 30th of June');
    assert.deepEqual(parts(at('06-01')), []);
    assert.deepEqual(parts(at('03-02')), ['hit'], '30 days old on the 1st of April');
    assert.deepEqual(parts(at('03-01')), []);
  });

  test('belongs to whoever owned the item when the version came out', () => {
    const version = published({ owners: handedOver, publishedAt: at('05-31') });
    assert.equal(versionLifts([version], rules).length, 1);
    assert.equal(versionLifts([version], { ...rules, isOwn: isBobs }).length, 0);
  });
});

describe('P10, follow-through on low ratings', () => {
  const alert = (changes: Partial<LowRatingAlert> = {}): LowRatingAlert => ({
    ...item('deck'),
    alertOn: '2026-04-30',
    answersOn: [],
    ...changes,
  });

  test('asks for a new version or a reasoned decline within 45 days', () => {
    const alerts = [
      alert({ answersOn: ['2026-06-14'] }),
      alert({ answersOn: ['2026-06-15'] }),
      alert({ answersOn: ['2026-03-29'] }),
      alert({ alertOn: '2026-05-31' }),
    ];
    assert.deepEqual(
      followThrough(alerts, rules).map(({ part }) => part),
      ['hit', 'miss', 'miss'],
    );
  });

  test('counts no alert before its 45 days are over, answered or not', () => {
    const running = { ...rules, period: { ...quarter, asOf: at('06-10'), endDay: '2026-06-10' } };
    const alerts = [alert({ answersOn: ['2026-05-02'] }), alert()];
    assert.deepEqual(
      followThrough(alerts, running).map(({ part, reason }) => [part, reason]),
      [
        ['excluded', 'not-yet-due'],
        ['open', null],
      ],
    );
  });

  test('counts what was done in the month of the alert, before its last day said that there is one', () => {
    const answered = (...answersOn: readonly string[]): unknown =>
      followThrough([alert({ answersOn })], rules).map(({ part }) => part);
    assert.deepEqual(answered('2026-04-20'), ['hit']);
    assert.deepEqual(answered('2026-03-31'), ['miss']);
  });

  test('begins when the whole interval is below the target, with enough ratings', () => {
    const rule = { target: 3.5, minimum: 5, prior };
    assert.equal(isAlert([6, 3, 0, 0, 0], rule), true);
    assert.equal(isAlert([2, 2, 0, 0, 0], rule), false);
    assert.equal(isAlert([6, 3, 0, 0, 40], rule), false);
  });
});
