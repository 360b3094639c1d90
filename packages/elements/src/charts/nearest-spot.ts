import { leastIndex } from 'd3-array';
import type { Drawing } from './chart.js';

/** How near a pointer must be to a point that stands alone, in CSS pixels. */
const reach = 32;

/** Returns the row whose spot is nearest to a place in the drawing; undefined when none is near. */
export function nearestSpot({ spots, nearness }: Drawing, x: number, y: number): number | undefined {
  const distance = (spot: Drawing['spots'][number]): number => {
    if (!spot) return Infinity;
    if (nearness === 'x') return Math.abs(spot.x - x);
    return nearness === 'y' ? Math.abs(spot.y - y) : Math.hypot(spot.x - x, spot.y - y);
  };
  const nearest = leastIndex(spots, (one, other) => distance(one) - distance(other));
  if (nearest === undefined || nearest < 0) return undefined;
  const far = distance(spots[nearest] ?? null);
  return far > (nearness === 'both' ? reach : Number.MAX_VALUE) ? undefined : nearest;
}
