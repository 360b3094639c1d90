import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dirichletMean, evenPrior, z95 } from './dirichlet.js';

/** The worked examples of docs/metrics.md, "Mean with interval". */
describe('the Dirichlet mean', () => {
  test('gives the mean, deviation and lower end of the published star ranking', () => {
    const { mean, standardDeviation, halfWidth } = dirichletMean([25, 20, 75, 80, 60], [1, 1, 1, 1, 1], 1.65);
    assert.equal(mean.toFixed(6), '3.490566');
    assert.equal(standardDeviation.toFixed(6), '0.074021');
    assert.equal((mean - halfWidth).toFixed(6), '3.368431');
  });

  test('starts in the middle without ratings', () => {
    const { mean, halfWidth } = dirichletMean([0, 0, 0, 0, 0], [1, 1, 1, 1, 1], 1.65);
    assert.equal(mean.toFixed(4), '3.0000');
    assert.equal((mean - halfWidth).toFixed(4), '2.0474');
  });

  test('moves by a third of a point for a single 5', () => {
    const { mean, halfWidth } = dirichletMean([0, 0, 0, 0, 1], [1, 1, 1, 1, 1], 1.65);
    assert.equal(mean.toFixed(4), '3.3333');
    assert.equal((mean - halfWidth).toFixed(4), '2.4037');
  });

  test('reaches 0.836 to each side after five 5s with the default prior', () => {
    const { mean, halfWidth } = dirichletMean([0, 0, 0, 0, 5], evenPrior(5, 5), z95);
    assert.equal(mean, 4);
    assert.equal(halfWidth.toFixed(3), '0.836');
  });

  test('has no variance below zero when only one point is possible', () => {
    assert.equal(dirichletMean([0, 0, 7, 0, 0], [0, 0, 0, 0, 0]).standardDeviation, 0);
  });
});

describe('the even prior', () => {
  test('spreads its strength over the points', () => {
    assert.deepEqual(evenPrior(4, 6), [1.5, 1.5, 1.5, 1.5]);
  });
});
