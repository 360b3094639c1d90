import type { Fact } from '../store/fact.js';
import { sampleFact, sampleId, sampleTime } from './sample-fact.js';
import type { SeededRandom } from './seeded-random.js';

/** Makes a suggestion for an item. Events number 1, 2, 3 … happen a minute apart. */
export function sampleSuggestion(number: number, body: string, changes: Partial<Fact> = {}): Fact {
  return sampleFact(number, { type: 'suggestion', detail: { body }, ...changes });
}

/** Makes a vote. Like everything that only names a suggestion it is about no item. */
export function sampleVote(number: number, suggestionId: string, on: boolean, changes: Partial<Fact> = {}): Fact {
  return naming(number, 'vote', { suggestionId, on }, changes);
}

/** Makes a reply. */
export function sampleReply(number: number, suggestionId: string, changes: Partial<Fact> = {}): Fact {
  return naming(number, 'reply', { suggestionId, body: 'We will' }, changes);
}

/** Makes the withdrawal of a suggestion. */
export function sampleTakingBack(number: number, suggestionId: string, changes: Partial<Fact> = {}): Fact {
  return naming(number, 'suggestion-withdrawal', { suggestionId }, changes);
}

/** Makes a search. */
export function sampleSearch(number: number, query: string, results = 0, changes: Partial<Fact> = {}): Fact {
  return naming(number, 'usage', { action: 'search', query, results }, changes);
}

/** Gives a fact the times of another minute; the moment it was received is its own when not said. */
export function at(minutes: number, received: number = minutes): Partial<Fact> {
  const time = sampleTime(minutes);
  return { occurredAt: time, effectiveAt: time, receivedAt: sampleTime(received), day: time.slice(0, 10) };
}

/** Makes one fact out of what a few people said to each other. Several of them use one id for suggestions of their own. */
export function randomWords(random: SeededRandom, number: number, changes: Partial<Fact>): Fact {
  const suggestionId =
    random.below(6) === 0 ? 'low:outdated:v1:deck-42' : sampleId(suggestionNumber(random.below(number + 8)));
  switch (random.below(9)) {
    case 0:
    case 1:
    case 2:
      return sampleSuggestion(number, randomText(random), {
        ...changes,
        // Each person has each id once: a second one would be a conflict.
        actorId: (['ana', 'ben', 'cem'] as const)[number % 3] ?? 'ana',
        id: sampleId(suggestionNumber(number)),
        collateralId: random.pick(['deck-42', 'deck-43', null]),
      });
    case 3:
      return sampleTakingBack(number, suggestionId, { ...changes, ...noItem });
    case 4:
      return sampleReply(number, suggestionId, { ...changes, ...noItem });
    case 5:
      return sampleSearch(number, randomText(random), random.below(2), { ...changes, ...noItem });
    default:
      return sampleVote(number, suggestionId, random.below(3) > 0, { ...changes, ...noItem });
  }
}

/** Gives ids random suggestions have, and the one all low ratings for one reason stand behind. */
export function suggestionIdsOf(first: number, count: number): readonly string[] {
  const ids = Array.from({ length: count }, (_, index) => sampleId(suggestionNumber(3 * (first + index))));
  return [...ids, 'low:outdated:v1:deck-42'];
}

/** Writes a text of a few words out of a few. */
export function randomText(random: SeededRandom): string {
  const words = ['Price', 'price', 'prices', 'slide', 'ROI', 'case', 'study', 'an'] as const;
  return Array.from({ length: 1 + random.below(4) }, () => random.pick(words)).join(' ');
}

const noItem = { collateralId: null, version: null };

// Three suggestions in a row share one, and have three authors.
function suggestionNumber(number: number): number {
  return 500_000 + Math.floor(number / 3);
}

function naming(number: number, type: Fact['type'], detail: Fact['detail'], changes: Partial<Fact>): Fact {
  return sampleFact(number, { type, detail, ...noItem, ...changes });
}
