// Suggestions of a company of size M, eight a day: every third answered, every second declined.
import { firstDay } from '../insights/sample-facts.mjs';

const dayMs = 86_400_000;
const items = 3_500;
const suggestionsPerDay = 8;

/**
 * @param {import('@collateral/server-adapter').Store} store
 * @param {number} days
 */
export async function addSuggestions(store, days) {
  /** @type {Map<string, Record<string, object[]>>} */
  const books = new Map();
  for (let number = 0; number < days * suggestionsPerDay; number += 1) {
    const time = firstDay + (number / suggestionsPerDay) * dayMs;
    const collateralId = `deck-${(number * 37) % items}`;
    const id = `01980000-0000-7000-9000-${number.toString(16).padStart(12, '0')}`;
    const effectiveAt = new Date(time).toISOString();
    const place = {
      collateralId,
      version: 'v1',
      occurredAt: effectiveAt,
      receivedAt: effectiveAt,
      effectiveAt,
      day: effectiveAt.slice(0, 10),
      slot: Math.floor(time / 1_800_000),
      team: 'team-1',
      context: null,
    };
    const made = { ...place, id, actorId: `person-${number % 1_500}`, type: 'suggestion', excluded: null };
    const replyId = `01980000-0000-7000-a000-${number.toString(16).padStart(12, '0')}`;
    const reply = { ...place, id: replyId, actorId: 'owner', type: 'reply', excluded: 'own-use' };
    const facts = [{ ...made, detail: { body: 'An idea' } }];
    if (number % 3 === 0) facts.push({ ...reply, detail: { suggestionId: id, body: 'Thank you' } });
    await store.append('main', /** @type {import('@collateral/server-adapter').Fact[]} */ (facts));
    if (number % 2 === 0) continue;
    const at = new Date(time + (number % 20) * dayMs).toISOString();
    const move = {
      commandId: id,
      type: 'transition',
      at,
      actorId: 'owner',
      role: 'producer',
      to: 'declined',
      reason: 'No',
    };
    const book = books.get(collateralId) ?? {};
    books.set(collateralId, Object.assign(book, { [id]: [move] }));
  }
  for (const [collateralId, moves] of books) await store.put('main', 'suggestions', `item ${collateralId}`, { moves });
}
