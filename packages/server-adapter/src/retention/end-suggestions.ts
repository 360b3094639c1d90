import type { UsageEventType } from '@collateral/sdk/contract';
import { aggregate } from '../insights/aggregate.js';
import { everyDocument } from '../insights/source.js';
import { placeOfMoves } from '../store/moves-document.js';
import type { Store } from '../store/store.js';
import type { ConversationSource } from '../suggestions/conversation.js';
import { readBooks, removeMoves } from '../suggestions/moves-book.js';
import { readTakenBack } from '../suggestions/taken-back.js';
import { endedSuggestions } from './ended-suggestions.js';

/** Where suggestions end. */
export interface EndingPlace extends ConversationSource {
  readonly store: Store;
  readonly signal: AbortSignal | undefined;
}

/** Everything people say about a suggestion. */
const saidTypes: readonly UsageEventType[] = Object.freeze([
  'suggestion',
  'suggestion-withdrawal',
  'vote',
  'reply',
  'notice-response',
]);
const placesPerStep = 100;
const suggestionsPerStep = 200;

/**
 * Deletes suggestions that ended before an instant with everything that was said about them and decided on them, and tells how many.
 *
 * First the facts, then the steps: a run that was stopped in between finds the steps of a suggestion that is not there.
 */
export async function endSuggestions(place: EndingPlace, before: string): Promise<number> {
  const places = await everyPlace(place);
  let count = 0;
  for (let first = 0; first < places.length; first += placesPerStep) {
    place.signal?.throwIfAborted();
    count += await endIn(place, before, places.slice(first, first + placesPerStep));
  }
  return count;
}

async function endIn(place: EndingPlace, before: string, places: readonly (string | null)[]): Promise<number> {
  const { store, tenant } = place;
  const [books, rows] = await Promise.all([
    readBooks(store, tenant, places),
    aggregate(store, tenant, { type: 'suggestions', collateralIds: places }),
  ]);
  const allMoves = new Map([...books.values()].flatMap(({ moves }) => [...moves]));
  const takenBack = await readTakenBack(place, rows, allMoves);
  let count = 0;
  for (const collateralId of places) {
    const moves = books.get(collateralId)?.moves ?? new Map();
    const own = rows.filter(({ made }) => made !== null && made.collateralId === collateralId);
    const old = endedSuggestions(own, moves, takenBack, before);
    const ended = await withoutYoungVotes(place, before, old);
    for (let first = 0; first < ended.length; first += suggestionsPerStep) {
      const suggestionIds = ended.slice(first, first + suggestionsPerStep);
      await store.prune(tenant, before, { types: saidTypes, suggestionIds });
      await removeMoves(place, collateralId, suggestionIds, moves);
    }
    count += ended.length;
  }
  return count;
}

/** Leaves families out in which somebody still votes. */
async function withoutYoungVotes(
  { store, tenant }: EndingPlace,
  before: string,
  families: readonly (readonly string[])[],
): Promise<readonly string[]> {
  const suggestionIds = families.flat();
  if (suggestionIds.length === 0) return [];
  const votes = await aggregate(store, tenant, { type: 'supporters', suggestionIds });
  const young = new Set(
    votes.flatMap(({ suggestionId, effectiveAt }) => (effectiveAt >= before ? [suggestionId] : [])),
  );
  return families.filter((family) => !family.some((id) => young.has(id))).flat();
}

/** Everything a suggestion may be about: what the catalogue has, what was used or rated, and what was decided on. */
async function everyPlace({ store, tenant }: EndingPlace): Promise<readonly (string | null)[]> {
  const places = new Set<string | null>([null]);
  for await (const [id] of everyDocument({ store, tenant }, 'items')) places.add(id);
  for await (const [key] of everyDocument({ store, tenant }, 'suggestions')) {
    const place = placeOfMoves(key);
    if (place !== undefined) places.add(place);
  }
  for (const { group } of await aggregate(store, tenant, { type: 'last-use' })) places.add(group.collateralId);
  for (const { group } of await aggregate(store, tenant, { type: 'ratings', by: ['collateralId'] }))
    places.add(group.collateralId ?? null);
  return [...places];
}
