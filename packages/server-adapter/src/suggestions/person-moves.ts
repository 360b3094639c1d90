import type { Store } from '../store/store.js';
import { movesOf, placeOfMoves, type Moves } from '../store/moves-document.js';
import { writeBook } from './moves-book.js';
import type { StoredMove } from '../store/stored-move.js';

interface Place {
  readonly store: Store;
  readonly tenant: string;
}

/** A step somebody did, as it is given to them when they ask what is stored about them. */
export interface PersonMove extends StoredMove {
  readonly suggestionId: string;
}

/** Finds the steps one person did. Reads every book: it is asked for when somebody wants to know or to be forgotten. */
export async function readPersonMoves(place: Place, actorId: string): Promise<readonly PersonMove[]> {
  const found: PersonMove[] = [];
  for await (const { moves } of everyBook(place))
    for (const [suggestionId, steps] of moves)
      for (const move of steps) if (move.actorId === actorId) found.push({ ...move, suggestionId });
  return found;
}

/** Takes a person out of the steps they did: the steps stay, their words and their id go. Safe to repeat. */
export async function erasePersonMoves(place: Place, actorId: string, tombstoneId: string): Promise<void> {
  for await (const { key } of everyBook(place)) {
    let isDone = false;
    while (!isDone) {
      const stored = await place.store.get(place.tenant, 'suggestions', key);
      if (stored === null) break;
      const moves = movesOf(stored.document);
      const isThere = [...moves.values()].some((steps) => steps.some((move) => move.actorId === actorId));
      const erased = new Map(
        [...moves].map(([id, steps]) => [id, steps.map((move) => erase(move, actorId, tombstoneId))]),
      );
      // Somebody else may write meanwhile; then what they wrote is looked through too.
      isDone = !isThere || (await writeBook(place, key, erased, stored.revision));
    }
  }
}

function erase(move: StoredMove, actorId: string, tombstoneId: string): StoredMove {
  return move.actorId === actorId ? { ...move, actorId: tombstoneId, reason: null } : move;
}

async function* everyBook({ store, tenant }: Place): AsyncGenerator<{ readonly key: string; readonly moves: Moves }> {
  let cursor: string | undefined;
  do {
    const page = await store.list(tenant, 'suggestions', { limit: 100, ...(cursor !== undefined && { cursor }) });
    for (const { key, document } of page.documents)
      if (placeOfMoves(key) !== undefined) yield { key, moves: movesOf(document) };
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}
