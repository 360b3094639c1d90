import type { UsageEventType } from '@collateral/sdk/contract';
import { suggestionOf } from '../store/about-suggestion.js';
import type { Fact } from '../store/fact.js';
import { getOrMake } from '../store/get-or-make.js';
import type { Code } from './count-codes.js';

/** The types of facts rows of suggestions and votes are made of. */
export const saidTypes: readonly UsageEventType[] = Object.freeze([
  'suggestion',
  'suggestion-withdrawal',
  'vote',
  'reply',
]);

/** What may have changed about a suggestion. */
export interface SaidAbout {
  /** Its text, its author or its life, and not only who voted and replied. */
  isMade: boolean;
  /** Whose votes. */
  readonly voters: Set<Code>;
}

/** What may have changed, by suggestion. */
export type Said = ReadonlyMap<string, SaidAbout>;

/** Collects what facts say about suggestions. */
export class SaidFacts {
  readonly #said = new Map<string, SaidAbout>();

  /** Takes in a fact that came or goes, and by which codes its person votes. */
  add(fact: Pick<Fact, 'type' | 'id' | 'detail'>, actors: () => readonly Code[]): void {
    const id = saidTypes.includes(fact.type) ? suggestionOf(fact) : null;
    if (id === null) return;
    const about = getOrMake(this.#said, id, () => ({ isMade: false, voters: new Set<Code>() }));
    if (fact.type === 'vote') for (const actor of actors()) about.voters.add(actor);
    else if (fact.type !== 'reply') about.isMade = true;
  }

  /** Gives everything, in one order: two writers who meet take their rows in the same. */
  said(): Said {
    return new Map([...this.#said].sort(([one], [other]) => (one < other ? -1 : 1)));
  }
}
