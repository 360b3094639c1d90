import type { Standing } from './conversation-row.js';
import { Families } from './families.js';
import { movesOf, placeOfMoves } from './moves-document.js';
import { stateOf, type StoredMove } from './stored-move.js';
import type { Document } from './store.js';

const parts = Object.freeze({
  new: 'waiting',
  accepted: 'promised',
  'in-progress': 'promised',
  shipped: 'closed',
  declined: 'closed',
  duplicate: 'merged',
} as const);

/**
 * Reads where the suggestions of a document of the collection `suggestions` stand: those with steps, and those others were merged
 * into. What is missing has never been touched, so it waits.
 */
export function standingsOf(key: string, document: Document): readonly Standing[] {
  const collateralId = placeOfMoves(key);
  if (collateralId === undefined) return [];
  const moves = movesOf(document);
  const families = new Families(moves);
  const ids = new Set([...moves.keys()].flatMap((id) => [id, families.rootOf(id)]));
  return [...ids].map((suggestionId) => {
    const steps = moves.get(suggestionId) ?? [];
    return { suggestionId, collateralId, root: families.rootOf(suggestionId), ...standingAfter(steps), moves: steps };
  });
}

function standingAfter(steps: readonly StoredMove[]): Pick<Standing, 'part' | 'assignee' | 'dueAt'> {
  const { status, assignee, dueAt } = stateOf(steps);
  const part = parts[status];
  // Of what is over nobody asks any more by when it was promised: that is its history.
  return { part, assignee, dueAt: part === 'promised' ? dueAt : null };
}
