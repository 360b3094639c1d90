import { highestPoint } from './rating-value.js';

/**
 * Returns the point a key leads to from the focused one, or null when the key means nothing here. Arrows wrap, as in the
 * radio-rating example of the ARIA Authoring Practices.
 */
export function valueForKey(key: string, focused: number, isRightToLeft: boolean): number | null {
  switch (key) {
    case 'ArrowDown':
    case isRightToLeft ? 'ArrowLeft' : 'ArrowRight':
      return focused === highestPoint ? 1 : focused + 1;
    case 'ArrowUp':
    case isRightToLeft ? 'ArrowRight' : 'ArrowLeft':
      return focused === 1 ? highestPoint : focused - 1;
    case 'Home':
      return 1;
    case 'End':
      return highestPoint;
    default:
      return /^[1-9]$/.test(key) && Number(key) <= highestPoint ? Number(key) : null;
  }
}
