import type { Fact } from './fact.js';

/** What people do with an item, other than looking at it. */
export type ItemAction = 'download' | 'share' | 'present' | 'complete';

/** Reads what a fact says was done with an item, or null when it says nothing of that kind. */
export function itemAction({ type, collateralId, detail }: Fact): ItemAction | null {
  if (collateralId === null) return null;
  if (type === 'completion') return 'complete';
  const { action } = detail;
  return type === 'usage' && (action === 'download' || action === 'share' || action === 'present') ? action : null;
}
