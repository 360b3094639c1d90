import { suggestionOf } from '../store/about-suggestion.js';
import type { SuggestionRow } from '../store/conversation-row.js';
import type { Store } from '../store/store.js';
import { isTakenBack, stateOf, type StoredMove } from '../store/stored-move.js';

/** When suggestions were taken back, by id; those that stand are missing. */
export type TakenBack = ReadonlyMap<string, string>;

/**
 * Finds which suggestions their authors took back so that it holds, and when first.
 *
 * A row knows the first withdrawal only. That one may not hold, because the suggestion was merged then or after, and a later one may,
 * because the merge was undone: the few of which that can be are looked up in the log.
 */
export async function readTakenBack(
  { store, tenant }: { readonly store: Store; readonly tenant: string },
  rows: readonly SuggestionRow[],
  moves: ReadonlyMap<string, readonly StoredMove[]>,
): Promise<TakenBack> {
  const found = new Map<string, string>();
  const authors = new Map<string, string>();
  for (const { suggestionId, made, withdrawnAt } of rows) {
    if (made === null || withdrawnAt === null) continue;
    const steps = moves.get(suggestionId) ?? [];
    if (isTakenBack(steps, withdrawnAt)) found.set(suggestionId, withdrawnAt);
    else if (stateOf(steps).status === 'new') authors.set(suggestionId, made.actorId);
  }
  if (authors.size === 0) return found;
  const filter = { types: ['suggestion-withdrawal'], suggestionIds: [...authors.keys()] } as const;
  for await (const { facts } of store.read(tenant, filter))
    for (const fact of facts) {
      const id = suggestionOf(fact);
      if (id === null || fact.actorId !== authors.get(id)) continue;
      const first = found.get(id);
      if (first !== undefined && first <= fact.effectiveAt) continue;
      if (isTakenBack(moves.get(id) ?? [], fact.effectiveAt)) found.set(id, fact.effectiveAt);
    }
  return found;
}
