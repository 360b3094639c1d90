// What somebody suggests: an idea about an item, perhaps the same as somebody had before, or something that does not exist yet.
import { chooseMeaning, wordsOf, wordsOfRequest } from './suggestion-texts.js';
import { searches } from './vocabulary.js';

const day = 86_400_000;
const duplicateShare = 0.3;
const longestAgo = 120 * day;

/**
 * @typedef {object} Subject
 * @property {string} body
 * @property {import('@collateral/sdk/contract').Place | null} place
 * @property {number | null} item its place in the catalogue, null for a request
 * @property {import('./suggestion-texts.js').Meaning | null} meaning
 * @property {string | null} duplicateOf
 * @property {import('./owner-answers.js').Asked['next']} next
 */

/** @param {import('./conversation-world.js').ConversationWorld} world */
export function createSubjects(world) {
  /** Suggestions that a later one may mean the same as, by item. @type {Map<number, { id: string, meaning: import('./suggestion-texts.js').Meaning, at: number }[]>} */
  const known = new Map();
  return { idea, request, remember, lastAbout: (/** @type {number} */ item) => known.get(item)?.at(-1)?.id ?? null };

  /** @param {import('./random.js').Random} random @param {number} author @param {number} at @returns {Subject | null} */
  function idea(random, author, at) {
    const item = world.itemToImprove(random, author, at);
    if (item === null) return null;
    const kind = world.kindOf(item);
    const before = known.get(item)?.findLast((one) => one.at < at && at - one.at < longestAgo);
    const same = random.chance(duplicateShare) ? before : undefined;
    const meaning = same?.meaning ?? chooseMeaning(random, { kind, year: new Date(at).getUTCFullYear() });
    const body = wordsOf(random, meaning, same !== undefined);
    const next = (/** @type {number} */ time) => world.nextVersion(item, time);
    return { body, place: placeIn(random, kind), item, meaning, duplicateOf: same?.id ?? null, next };
  }

  /** Asks for what comes out later, or for what nobody makes. @param {import('./random.js').Random} random @param {number} at @returns {Subject} */
  function request(random, at) {
    const coming = random.chance(0.4) ? world.itemToCome(random, at) : null;
    const body = wordsOfRequest(random, coming?.title ?? random.pick(searches.missing));
    const made = coming && { at: coming.publishedAt, shippedVersion: coming.id };
    const next = (/** @type {number} */ time) => (made && made.at > time ? made : null);
    return { body, place: null, item: null, meaning: null, duplicateOf: null, next };
  }

  /** Lets others mean the same. @param {Subject} subject @param {string} id @param {number} at */
  function remember({ item, meaning, duplicateOf }, id, at) {
    if (item === null || meaning === null || duplicateOf !== null) return;
    known.set(item, [...(known.get(item) ?? []).slice(-4), { id, meaning, at }]);
  }
}

/** Two of three point at a place. @param {import('./random.js').Random} random @param {string} kind */
function placeIn(random, kind) {
  const number = Math.ceil(random.next() * 14);
  if (random.chance(0.35)) return null;
  if (kind === 'deck') return { slide: number };
  if (kind === 'video' || kind === 'training-module') return { second: number * 17 };
  return kind === 'email-template' ? null : { page: 1 + (number % 6) };
}
