import { requireNumber } from './require-number.js';

// From here on the continued fraction converges faster than the series, and the series would lose digits in the tail.
const seriesUpTo = 3;

/**
 * Gives the chance Φ(x) that a standard normal number is at most x.
 *
 * Near the middle the series ½ + φ(x) Σ x^(2k+1) / (1·3·…·(2k+1)) (G. Marsaglia, Journal of Statistical Software 11 (2004)),
 * in the tails Laplace's continued fraction; about 14 digits are right.
 *
 * @throws CollateralError `invalid-option` when x is not a number; an infinite x is none either.
 */
export function normalCdf(x: number): number {
  requireNumber('x', x);
  if (x > seriesUpTo) return 1 - upperTail(x);
  if (x < -seriesUpTo) return upperTail(-x);
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > Math.abs(sum) * Number.EPSILON; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + density(x) * sum;
}

function upperTail(x: number): number {
  let fraction = x;
  for (let step = 120; step >= 1; step -= 1) fraction = x + step / fraction;
  return density(x) / fraction;
}

function density(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}
