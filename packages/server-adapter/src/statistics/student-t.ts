import { requireNumber } from './require-number.js';

/**
 * Gives the factor t by which a mean of few differences is widened to an interval: within ±t lies the share `coverage` of
 * Student's distribution.
 *
 * Halves the span in which P(|T| ≤ t) reaches `coverage` until both ends are the same number.
 *
 * @param freedom - degrees of freedom: differences minus 1, from 1.
 * @param coverage - above 0 and below 1. @defaultValue 0.95
 * @throws CollateralError `invalid-option` for numbers outside these ranges.
 */
export function studentFactor(freedom: number, coverage = 0.95): number {
  requireNumber('freedom', freedom, { least: 1 });
  requireNumber('coverage', coverage, { least: 1e-9, most: 1 - 1e-9 });
  let low = 0;
  let high = 1;
  while (shareWithin(high, freedom) < coverage) high *= 2;
  for (let middle = high / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (shareWithin(middle, freedom) < coverage) low = middle;
    else high = middle;
  }
  return high;
}

// P(|T| ≤ t) = 1 − I(f/(f+t²); f/2, ½); I is symmetric, and this way round nothing is subtracted from 1.
function shareWithin(t: number, freedom: number): number {
  return incompleteBeta((t * t) / (freedom + t * t), 0.5, freedom / 2);
}

// The regularised incomplete beta function I(x; a, b): NIST Digital Library of Mathematical Functions, 8.17.
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The continued fraction converges fast on this side only.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) / a;
  return front * continuedFraction(x, a, b);
}

// DLMF 8.17.22, evaluated from the front by the method of Lentz.
function continuedFraction(x: number, a: number, b: number): number {
  let numerator = 1;
  let denominator = 1 / (1 - ((a + b) * x) / (a + 1));
  let value = denominator;
  for (let step = 1; step <= 1_000; step += 1) {
    const even = (step * (b - step) * x) / ((a + 2 * step - 1) * (a + 2 * step));
    denominator = 1 / (1 + even * denominator);
    numerator = 1 + even / numerator;
    value *= numerator * denominator;
    const odd = (-(a + step) * (a + b + step) * x) / ((a + 2 * step) * (a + 2 * step + 1));
    denominator = 1 / (1 + odd * denominator);
    numerator = 1 + odd / numerator;
    value *= numerator * denominator;
    if (Math.abs(numerator * denominator - 1) < 1e-15) break;
  }
  return value;
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

// Stirling's series (DLMF 5.11.1) after moving the argument up to where it is exact to the last digits.
function logGamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < 12; z += 1) shift += Math.log(z);
  const inverse = 1 / (z * z);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / z;
  return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series - shift;
}
