import type { ItemInsight, ItemState } from '@collateral/sdk/contract';
import type { InsightsStrings } from '../shared/insights-strings.js';

/** Every state in the order they are offered: what asks for something first. */
export const offeredStates: readonly ItemState[] = [
  'fix-first',
  'hidden-gem',
  'workhorse',
  'retire',
  'unused',
  'never-used',
  'stale',
  'orphaned',
  'early',
  'used',
  'new',
  'retired',
];

/** Tells whether an item is in a state. */
export function isInState(item: ItemInsight, state: ItemState): boolean {
  if (state === 'stale') return item.viewsSinceReview !== null;
  if (state === 'orphaned') return item.producer === null;
  if (state === 'early') return item.rating.state === 'early' || item.rating.state === 'none';
  return state === item.use || state === item.quadrant;
}

/** Returns what is to be said of an item, the most urgent first; nothing when it is simply used. */
export function statesOf(item: ItemInsight): readonly ItemState[] {
  const { use, quadrant } = item;
  return [
    ...(quadrant ? [quadrant] : []),
    ...(use === 'used' ? [] : [use]),
    ...(['stale', 'orphaned'] as const).filter((state) => isInState(item, state)),
    ...(use !== 'retired' && item.rating.state === 'early' ? (['early'] as const) : []),
  ];
}

/** Says the states in words. */
export function sayStates(item: ItemInsight, strings: InsightsStrings): string {
  const states = statesOf(item);
  return (states.length > 0 ? states : (['used'] as const)).map((state) => strings.states[state]).join(' · ');
}
