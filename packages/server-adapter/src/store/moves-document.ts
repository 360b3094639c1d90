import type { StoredMove } from './stored-move.js';
import type { Document } from './store.js';

/** Steps by suggestion, oldest first. */
export type Moves = ReadonlyMap<string, readonly StoredMove[]>;

const requestsKey = 'requests';
const itemPrefix = 'item ';

/** The key of the document with all steps of one item's suggestions, or of requests: a prefix, so that no item can have the key of those. */
export function movesKey(collateralId: string | null): string {
  return collateralId === null ? requestsKey : `${itemPrefix}${collateralId}`;
}

/** Gives the item a document of the collection `suggestions` has the steps of, null for requests; undefined when it is of something else. */
export function placeOfMoves(key: string): string | null | undefined {
  if (key === requestsKey) return null;
  return key.startsWith(itemPrefix) ? key.slice(itemPrefix.length) : undefined;
}

/** Reads such a document. */
export function movesOf(document: Document): Moves {
  // The handler writes these documents, from steps it has checked. Whatever else somebody puts there has none.
  const { moves } = document;
  return new Map(Object.entries(typeof moves === 'object' && moves !== null ? moves : {}).filter(isSteps));
}

function isSteps(entry: [string, unknown]): entry is [string, readonly StoredMove[]] {
  return Array.isArray(entry[1]);
}
