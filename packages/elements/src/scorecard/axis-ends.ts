import type { MeasureUnit } from '@collateral/sdk/contract';

/** Returns where the axis of a measure begins and ends. A share has its ends. Days begin at 0, and a difference has its 0 in the middle. */
export function axisEnds(unit: MeasureUnit, values: readonly number[]): readonly [from: number, to: number] {
  if (unit === 'share') return [0, 1];
  const most = Math.max(...values.map(Math.abs));
  if (unit === 'days') return [0, roundUp(most)];
  const reach = Math.max(0.5, Math.ceil(most * 2) / 2);
  return [-reach, reach];
}

/** The next whole number with one digit that counts: 7, 20, 300. */
function roundUp(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))));
  return Math.max(1, Math.ceil(value / step) * step);
}
