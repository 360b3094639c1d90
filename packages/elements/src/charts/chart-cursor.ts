/** Moves by one, to an end, or by ten. */
const steps: Readonly<Record<string, (row: number, last: number) => number>> = {
  next: (row, last) => Math.min(row + 1, last),
  previous: (row) => Math.max(row - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
  PageDown: (row, last) => Math.min(row + 10, last),
  PageUp: (row) => Math.max(row - 10, 0),
};

/**
 * Returns the row a key moves to; undefined for keys that mean nothing here. Without a row the first key begins at an end.
 *
 * @param isRtl the drawing runs from right to left, so the left arrow goes on
 */
export function rowForKey(key: string, row: number | undefined, count: number, isRtl: boolean): number | undefined {
  const onwards = isRtl ? 'ArrowLeft' : 'ArrowRight';
  const back = isRtl ? 'ArrowRight' : 'ArrowLeft';
  const name = key === onwards || key === 'ArrowDown' ? 'next' : key === back || key === 'ArrowUp' ? 'previous' : key;
  const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
  if (!step || count === 0) return undefined;
  const last = count - 1;
  return row === undefined ? step(name === 'next' ? -1 : last + 1, last) : step(row, last);
}
