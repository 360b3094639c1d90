import { CollateralError } from '@collateral/sdk/contract';
import { suggestionOf } from './about-suggestion.js';
import { compareCodePoints } from './code-point-order.js';
import type { SuggestionsQuery, SupportersQuery } from './conversation-query.js';
import type { SuggestionRow, SupporterRow } from './conversation-row.js';
import type { Fact } from './fact.js';
import { isLater } from './fact-order.js';
import { getOrMake } from './get-or-make.js';

/** A suggestion that arrived, as those who look for words see it. */
export interface MadeSuggestion {
  readonly made: Fact;
  readonly withdrawnAt: string | null;
}

/** Folds suggestions, withdrawals, votes and replies. */
export class SuggestionFold {
  readonly #threads = new Map<string, Thread>();

  /** Takes one fact in. Facts of other types change nothing. */
  add(fact: Fact): void {
    const id = suggestionOf(fact);
    if (id === null) return;
    if (fact.type === 'suggestion') {
      const thread = this.#open(id);
      if (thread.made === null || isReceivedFirst(fact, thread.made)) thread.made = fact;
    } else if (fact.type === 'suggestion-withdrawal') {
      this.#open(id).withdrawals.push(fact);
    } else if (fact.type === 'vote') {
      const { votes } = this.#open(id);
      const known = votes.get(fact.actorId);
      if (known === undefined || isLater(fact, known)) votes.set(fact.actorId, fact);
    } else if (fact.type === 'reply') {
      this.#open(id).replies.push(fact);
    }
  }

  /** Gives the suggestions asked for. Those of which nobody knows more than a vote that was taken back are left out. */
  suggestions(query: SuggestionsQuery): readonly SuggestionRow[] {
    checkSuggestionsQuery(query);
    const items = query.collateralIds && new Set(query.collateralIds);
    const ids = query.suggestionIds && new Set(query.suggestionIds);
    return [...this.#threads].flatMap(([id, thread]): readonly SuggestionRow[] => {
      if (ids !== undefined && !ids.has(id)) return [];
      if (items !== undefined && (thread.made === null || !items.has(thread.made.collateralId))) return [];
      const row = rowOf(id, thread);
      return row.made !== null || row.voters > 0 || row.replies > 0 ? [row] : [];
    });
  }

  /** Gives all of which something is known. */
  *all(): Iterable<SuggestionRow> {
    for (const [id, thread] of this.#threads) yield rowOf(id, thread);
  }

  /** Gives the live votes asked for. */
  supporters({ suggestionIds, actorId: asked }: SupportersQuery): readonly SupporterRow[] {
    return [...new Set(suggestionIds)].flatMap((suggestionId) =>
      [...(this.#threads.get(suggestionId)?.votes.values() ?? [])]
        .filter((vote) => isOn(vote) && (asked === undefined || vote.actorId === asked))
        .map(({ actorId, effectiveAt }) => ({ type: 'supporters', suggestionId, actorId, effectiveAt })),
    );
  }

  /** Gives every suggestion that arrived. */
  *made(): Iterable<MadeSuggestion> {
    for (const thread of this.#threads.values())
      if (thread.made !== null) yield { made: thread.made, withdrawnAt: withdrawnAt(thread) };
  }

  #open(id: string): Thread {
    return getOrMake(this.#threads, id, () => ({ made: null, withdrawals: [], votes: new Map(), replies: [] }));
  }
}

/** Tells whether a vote supports its suggestion. */
function isOn({ detail }: Fact): boolean {
  return detail['on'] === true;
}

/** Tells which of two suggestions with one id counts: the one received first, so that nobody takes over what others wrote. */
export function isReceivedFirst(fact: Fact, other: Fact): boolean {
  if (fact.receivedAt !== other.receivedAt) return fact.receivedAt < other.receivedAt;
  return compareCodePoints(fact.actorId, other.actorId) < 0;
}

/**
 * Checks that a query says which suggestions it asks for.
 *
 * @throws CollateralError `invalid-option` when it would be all of them.
 */
export function checkSuggestionsQuery({ collateralIds, suggestionIds }: SuggestionsQuery): void {
  if (collateralIds === undefined && suggestionIds === undefined)
    throw new CollateralError(
      'invalid-option',
      'A suggestions query must have collateralIds or suggestionIds, got neither. Ask for [null] to get requests.',
    );
}

interface Thread {
  made: Fact | null;
  readonly withdrawals: Fact[];
  readonly votes: Map<string, Fact>;
  readonly replies: Fact[];
}

function rowOf(suggestionId: string, thread: Thread): SuggestionRow {
  const { made, votes, replies } = thread;
  const times = [...replies, ...(made === null ? [] : [made])].map(({ effectiveAt }) => effectiveAt);
  return {
    type: 'suggestions',
    suggestionId,
    made: made === null ? null : madeOf(made),
    withdrawnAt: withdrawnAt(thread),
    voters: [...votes.values()].filter((vote) => isOn(vote) && vote.actorId !== made?.actorId).length,
    replies: new Set(replies.map(({ id: replyId }) => replyId)).size,
    changedAt: times.length === 0 ? null : times.reduce((one, other) => (one > other ? one : other)),
  };
}

function madeOf(made: Fact): SuggestionRow['made'] {
  const { actorId, collateralId, version, team, effectiveAt, receivedAt, excluded } = made;
  return { actorId, collateralId, version, team, effectiveAt, receivedAt, excluded };
}

function withdrawnAt({ made, withdrawals }: Thread): string | null {
  const own = withdrawals.filter(({ actorId }) => actorId === made?.actorId);
  return own.map(({ effectiveAt }) => effectiveAt).toSorted()[0] ?? null;
}
