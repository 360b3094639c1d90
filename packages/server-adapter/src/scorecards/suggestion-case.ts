import type { SuggestionStatus } from '@collateral/sdk/contract';
import type { OutcomePlace } from './outcome.js';
import type { OwnerSpan } from './owner-spans.js';

/** One move in the life of a suggestion. */
export interface CaseMove {
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly from: SuggestionStatus;
  readonly to: SuggestionStatus;
  /** Day promised with it, `YYYY-MM-DD`; null when it promises none. */
  readonly dueAt: string | null;
  /** What it is a duplicate of since; null when the move merges nothing. */
  readonly duplicateOf: string | null;
}

/** What measuring has to know about a suggestion. */
export interface SuggestionCase extends OutcomePlace {
  readonly suggestionId: string;
  /** Of its item, in the order of time; empty for a request. */
  readonly owners: readonly OwnerSpan[];
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  /** When its author took it back; null when they did not. */
  readonly withdrawnAt: string | null;
  /** When the owner, their manager or an admin replied, in any order. */
  readonly repliedAt: readonly string[];
  /** Oldest first. */
  readonly moves: readonly CaseMove[];
}

/** Gives when a suggestion was answered, oldest first: replies of the owner and moves of any kind. Milliseconds since 1970. */
export function answersOf({ repliedAt, moves }: SuggestionCase): readonly number[] {
  return [...repliedAt, ...moves.map(({ at }) => at)].map((at) => Date.parse(at)).toSorted((one, other) => one - other);
}

/** Makes a function that follows duplicates, as they stood at an instant, to the suggestion they were merged into. */
export function rootsAt(cases: readonly SuggestionCase[], at: number): (one: SuggestionCase) => SuggestionCase {
  const byId = new Map(cases.map((one) => [one.suggestionId, one]));
  return (one) => {
    let root = one;
    // Merging in a circle is refused by the server; remembering the way keeps a damaged history from running for ever.
    const passed = new Set<SuggestionCase>();
    for (let next: SuggestionCase | undefined = one; next !== undefined && !passed.has(next);) {
      root = next;
      passed.add(root);
      next = byId.get(duplicateAt(root, at) ?? '');
    }
    return root;
  };
}

function duplicateAt({ moves }: SuggestionCase, at: number): string | null {
  const move = moves.findLast((one) => Date.parse(one.at) <= at);
  return move?.to === 'duplicate' ? move.duplicateOf : null;
}
