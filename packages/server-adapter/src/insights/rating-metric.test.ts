import { defaultPolicy } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sampleFact } from '../conformance/sample-fact.js';
import { ratingMetric, tallyRatings, type RatingTally } from './rating-metric.js';

function tally(...distribution: readonly number[]): RatingTally {
  return { distribution, n: distribution.reduce((sum, count) => sum + count, 0), excluded: [] };
}

describe('the rating metric', () => {
  test('is none without ratings', () => {
    const { value, n, interval, state } = ratingMetric(tally(0, 0, 0, 0, 0), defaultPolicy);
    assert.deepEqual({ value, n, interval, state }, { value: null, n: 0, interval: null, state: 'none' });
  });

  test('is early below five ratings, and says how many there are', () => {
    const { value, n, interval, state } = ratingMetric(tally(0, 0, 0, 0, 4), defaultPolicy);
    assert.deepEqual({ value, n, interval, state }, { value: null, n: 4, interval: null, state: 'early' });
  });

  test('is shown for five 5s: 4.00 from 3.16 to 4.84', () => {
    const { value, interval, state, method } = ratingMetric(tally(0, 0, 0, 0, 5), defaultPolicy);
    assert.equal(state, 'ok');
    assert.equal(method, 'dirichlet-mean');
    assert.equal(value, 4);
    assert.deepEqual(
      interval?.map((end) => end.toFixed(2)),
      ['3.16', '4.84'],
    );
  });

  test('stays early for five ratings that are far apart', () => {
    assert.equal(ratingMetric(tally(3, 0, 0, 0, 2), defaultPolicy).state, 'early');
  });

  test('never reaches beyond the scale', () => {
    const { interval } = ratingMetric(tally(0, 0, 0, 0, 100), defaultPolicy);
    assert.equal(interval?.[1], 5);
  });
});

describe('the tally of ratings', () => {
  test('counts per point and leaves the excluded out by reason', () => {
    const facts = [
      sampleFact(1),
      sampleFact(2),
      sampleFact(3, { excluded: 'own-use' }),
      sampleFact(4, { excluded: 'service' }),
    ];
    assert.deepEqual(tallyRatings(facts), {
      distribution: [0, 0, 0, 2, 0],
      n: 2,
      excluded: [
        { reason: 'own-use', count: 1 },
        { reason: 'service', count: 1 },
      ],
    });
  });

  test('never mixes scales', () => {
    assert.equal(tallyRatings([sampleFact(1, { detail: { value: 4, scaleId: 'thumbs@1' } })]).n, 0);
  });
});
