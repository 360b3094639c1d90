import type { ItemInsight } from '@collateral/sdk/contract';

/** The scale the intervals are drawn on. */
const lowest = 1;
const highest = 5;

/**
 * Returns one rule a row with the numbers its cells are painted from: ends and middle of the rating's interval, and the
 * course of its views as a shape. Only numbers go in, whatever the figures say.
 */
export function paintRows(items: readonly ItemInsight[]): string {
  return items.map((item, index) => `.items tbody tr:nth-child(${index + 1}){${paintRow(item)}}`).join('\n');
}

function paintRow({ rating, viewsTrend }: ItemInsight): string {
  const { value, interval } = rating;
  const trend = `--_trend:${trendShape(viewsTrend)}`;
  if (value === null || !interval) return trend;
  return `--_low:${onScale(interval[0])};--_high:${onScale(interval[1])};--_mean:${onScale(value)};${trend}`;
}

function onScale(value: number): string {
  const share = (value - lowest) / (highest - lowest);
  return Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0)).toFixed(3);
}

/** The area below the course; what is hidden has no area. */
function trendShape(trend: readonly (number | null)[]): string {
  const values = trend.map((value) => (Number.isFinite(value) ? Math.max(0, value ?? 0) : 0));
  const most = Math.max(0, ...values);
  if (values.length < 2 || most === 0) return 'polygon(0 97%,100% 97%,100% 100%,0 100%)';
  const points = values.map(
    (value, index) => `${((index / (values.length - 1)) * 100).toFixed(1)}% ${(97 - (value / most) * 97).toFixed(1)}%`,
  );
  return `polygon(${points.join()},100% 100%,0 100%)`;
}
