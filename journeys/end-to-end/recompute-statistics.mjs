// The second implementation, part two: the formulas of docs/metrics.md, in plain loops.

const z = 1.959964;

/** @param {number} k @param {number} n @returns {[number, number]} */
export function wilsonOf(k, n) {
  const p = k / n;
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

/** @param {[number, number]} first @param {[number, number]} second each k out of n @returns {[number, number]} */
export function newcombeOf([k1, n1], [k2, n2]) {
  const [l1, u1] = wilsonOf(k1, n1);
  const [l2, u2] = wilsonOf(k2, n2);
  const [p1, p2] = [k1 / n1, k2 / n2];
  const d = p1 - p2;
  return [d - Math.sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2), d + Math.sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2)];
}

/** @param {readonly number[]} counts @param {readonly number[]} prior */
export function meanOf(counts, prior) {
  let total = 0;
  for (let k = 0; k < 5; k += 1) total += (counts[k] ?? 0) + (prior[k] ?? 0);
  let mean = 0;
  let squares = 0;
  for (let k = 0; k < 5; k += 1) {
    const share = ((counts[k] ?? 0) + (prior[k] ?? 0)) / total;
    mean += (k + 1) * share;
    squares += (k + 1) ** 2 * share;
  }
  const variance = (squares - mean * mean) / (total + 1);
  return { mean, variance, half: z * Math.sqrt(variance) };
}

/**
 * The prior of a kind: 5 ratings spread evenly until 20 items have 3 ratings.
 *
 * @param {readonly (readonly number[])[]} items counts per point of each
 */
export function priorOf(items) {
  let enough = 0;
  for (const counts of items) if (sum(counts) >= 3) enough += 1;
  if (enough < 20) return [1, 1, 1, 1, 1];
  const rated = items.filter((counts) => sum(counts) > 0);
  /** @type {number[][]} */
  const groups = rated.map((counts) => counts.flatMap((count, k) => Array.from({ length: count }, () => k + 1)));
  const all = groups.flat();
  const grand = sum(all) / all.length;
  let within = 0;
  let between = 0;
  let squaredSizes = 0;
  for (const group of groups) {
    const mean = sum(group) / group.length;
    for (const value of group) within += (value - mean) ** 2;
    between += group.length * (mean - grand) ** 2;
    squaredSizes += group.length ** 2;
  }
  const msw = within / (all.length - groups.length);
  const msb = between / (groups.length - 1);
  const n0 = (all.length - squaredSizes / all.length) / (groups.length - 1);
  const variance = Math.max(0, (msb - msw) / n0);
  const strength = variance === 0 ? 20 : Math.min(20, Math.max(2, msw / variance));
  return [1, 2, 3, 4, 5].map((point) => (strength * all.filter((value) => value === point).length) / all.length);
}

/** @param {readonly number[]} numbers */
export function sum(numbers) {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
