/** Shapes that tell groups apart without colour. */
export const markShapes = ['circle', 'square', 'triangle', 'diamond'] as const;

/** One of them. */
export type MarkShape = (typeof markShapes)[number];

/** Where a mark stands. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** Returns one path of many marks: two thousand points are one element. */
export function marksPath(places: readonly Place[], shape: MarkShape = 'circle', radius = 4): string {
  const draw = outlines[shape];
  return places.map(({ x, y }) => draw(round(x), round(y), radius)).join('');
}

// Areas are about the same, so that no shape looks heavier.
const outlines: Readonly<Record<MarkShape, (x: number, y: number, r: number) => string>> = {
  circle: (x, y, r) => `M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`,
  square: (x, y, r) => `M${round(x - 0.88 * r)},${round(y - 0.88 * r)}h${1.76 * r}v${1.76 * r}h${-1.76 * r}z`,
  triangle: (x, y, r) => `M${x},${round(y - 1.25 * r)}l${1.2 * r},${2.1 * r}h${-2.4 * r}z`,
  diamond: (x, y, r) =>
    `M${x},${round(y - 1.3 * r)}l${1.3 * r},${1.3 * r}l${-1.3 * r},${1.3 * r}l${-1.3 * r},${-1.3 * r}z`,
};

/** A tenth of a pixel is finer than a screen shows, and paths stay short. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
