import { CollateralError } from '@collateral/sdk/contract';
import { readMany } from '../store/read-many.js';
import { movesKey, movesOf, type Moves } from '../store/moves-document.js';
import type { Store } from '../store/store.js';
import type { StoredMove } from '../store/stored-move.js';

/**
 * All steps of all suggestions of one item, or of all requests, in one document. So two steps of one item can't miss each other:
 * a merge is one compare-and-set, and no two moderators can merge two suggestions into each other.
 */
export interface MovesBook {
  /** Steps by suggestion, oldest first. */
  readonly moves: Moves;
  /** Revision of the document; 0 while there is none. */
  readonly revision: number;
}

const emptyBook: MovesBook = Object.freeze({ moves: new Map<string, readonly StoredMove[]>(), revision: 0 });

/** How often a command starts again because somebody else wrote to the same item in the meantime. */
const mostTries = 50;
const longestPauseMs = 100;

/** Reads the book of one item, or of requests. */
async function readBook(store: Store, tenant: string, collateralId: string | null): Promise<MovesBook> {
  const stored = await store.get(tenant, 'suggestions', movesKey(collateralId));
  return stored === null ? emptyBook : { moves: movesOf(stored.document), revision: stored.revision };
}

/** Reads several books. */
export async function readBooks(
  store: Store,
  tenant: string,
  places: readonly (string | null)[],
): Promise<ReadonlyMap<string | null, MovesBook>> {
  const stored = await readMany(store, tenant, 'suggestions', places.map(movesKey));
  return new Map(
    places.map((place) => {
      const found = stored.get(movesKey(place));
      return [place, found === undefined ? emptyBook : { moves: movesOf(found.document), revision: found.revision }];
    }),
  );
}

/**
 * Adds a step to a book. `decide` gets the book as it is and gives the step, or null when there is nothing to do; it is asked
 * again when somebody else wrote meanwhile, so it must not remember anything.
 */
export async function addMove(
  { store, tenant }: { readonly store: Store; readonly tenant: string },
  collateralId: string | null,
  decide: (book: MovesBook) => Promise<{ readonly suggestionId: string; readonly move: StoredMove } | null>,
): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const book = await readBook(store, tenant, collateralId);
    const step = await decide(book);
    if (step === null) return;
    const moves = new Map(book.moves);
    moves.set(step.suggestionId, [...(moves.get(step.suggestionId) ?? []), step.move]);
    const outcome = await writeBook({ store, tenant }, movesKey(collateralId), moves, book.revision);
    if (outcome) return;
    // Many at once: whoever waits a little while by chance lets somebody else finish.
    const pauseMs = Math.random() * Math.min(longestPauseMs, tries * 5);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw new CollateralError(
    'store-unavailable',
    `The steps of an item could not be written in ${mostTries} tries, because others kept writing. Send the command again.`,
  );
}

/** Removes the steps of suggestions that are no more, unless a step was added to what was seen of them. */
export async function removeMoves(
  { store, tenant }: { readonly store: Store; readonly tenant: string },
  collateralId: string | null,
  suggestionIds: readonly string[],
  seen: Moves,
): Promise<void> {
  for (let isDone = false; !isDone;) {
    const { moves, revision } = await readBook(store, tenant, collateralId);
    const gone = suggestionIds.filter((id) => moves.has(id) && moves.get(id)?.length === seen.get(id)?.length);
    if (gone.length === 0) return;
    const left = new Map([...moves].filter(([id]) => !gone.includes(id)));
    // Somebody else may write meanwhile; then what they wrote stays.
    isDone = await writeBook({ store, tenant }, movesKey(collateralId), left, revision);
  }
}

/** Writes a book if it is still the one that was read. */
export async function writeBook(
  { store, tenant }: { readonly store: Store; readonly tenant: string },
  key: string,
  moves: Moves,
  expectedRevision: number,
): Promise<boolean> {
  const document = { moves: Object.fromEntries(moves) };
  return (await store.put(tenant, 'suggestions', key, document, { expectedRevision })).ok;
}
