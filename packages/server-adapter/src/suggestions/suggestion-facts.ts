import type { Place } from '@collateral/sdk/contract';
import type { Fact } from '../store/fact.js';
import { isReceivedFirst } from '../store/suggestion-fold.js';
import type { ConversationSource } from './conversation.js';
import type { SuggestionEntry } from './suggestion-entry.js';

/** What somebody wrote, and where it points. */
export interface WrittenText {
  /** Null when its author was erased. */
  readonly body: string | null;
  readonly place: Place | null;
}

/** Reads the texts of suggestions. Low ratings have none. */
export async function readTexts(
  { store, tenant }: ConversationSource,
  entries: readonly SuggestionEntry[],
): Promise<ReadonlyMap<string, WrittenText>> {
  const authors = new Map(
    entries.flatMap(({ suggestionId, author }) => (author ? [[suggestionId, author.actorId]] : [])),
  );
  const texts = new Map<string, WrittenText>();
  if (authors.size === 0) return texts;
  const filter = { types: ['suggestion'], suggestionIds: [...authors.keys()] } as const;
  for await (const { facts } of store.read(tenant, filter)) {
    // Somebody else may have sent a suggestion under the same id; it is not this one.
    for (const fact of facts) if (authors.get(fact.id) === fact.actorId) texts.set(fact.id, textOf(fact));
  }
  return texts;
}

/** Reads the replies to some suggestions, oldest first, without those of programs. */
export async function readReplies(
  { store, tenant }: ConversationSource,
  suggestionIds: readonly string[],
): Promise<readonly Fact[]> {
  const replies = new Map<string, Fact>();
  for await (const { facts } of store.read(tenant, { types: ['reply'], suggestionIds })) {
    for (const fact of facts) {
      const key = JSON.stringify([fact.detail['suggestionId'], fact.id]);
      const known = replies.get(key);
      // Somebody else may send another one under the id of a reply; it is not that reply.
      if (known === undefined || isReceivedFirst(fact, known)) replies.set(key, fact);
    }
  }
  return [...replies.values()]
    .filter(({ excluded }) => excluded !== 'automation')
    .sort((one, other) =>
      one.effectiveAt === other.effectiveAt
        ? one.id < other.id
          ? -1
          : 1
        : one.effectiveAt < other.effectiveAt
          ? -1
          : 1,
    );
}

function textOf({ detail }: Fact): WrittenText {
  const { body, place } = detail;
  return {
    body: typeof body === 'string' ? body : null,
    // The handler checked it when it came in.
    place: typeof place === 'object' && place !== null ? place : null,
  };
}
