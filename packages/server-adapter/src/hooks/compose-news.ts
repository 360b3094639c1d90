import { readCatalogue } from '../insights/source.js';
import { aggregate } from '../insights/aggregate.js';
import { readConversation, type Conversation } from '../suggestions/conversation.js';
import type { SuggestionEntry } from '../suggestions/suggestion-entry.js';
import { noticeIdOf, shippingsOf } from '../suggestions/loop.js';
import { readTexts } from '../suggestions/suggestion-facts.js';
import { readSupporters } from '../suggestions/supporters.js';
import type { StoredMove } from '../store/stored-move.js';
import type { Viewer } from '../suggestions/viewer.js';
import type { NoticeNews, TransitionNews } from './news.js';

/** Which step news is about. */
export interface NewsReference {
  readonly type: (TransitionNews | NoticeNews)['type'];
  /** The id of the command. */
  readonly id: string;
  readonly collateralId: string | null;
  readonly suggestionId: string;
}

/** Reads what there is to tell about a step; null when there is no such step, or nobody to tell. */
export type ComposeNews = (reference: NewsReference) => Promise<TransitionNews | NoticeNews | null>;

/** What news is read from. */
export type NewsSource = Pick<Viewer, 'source' | 'figures'>;

/** Reads what there is to tell about a step. */
export async function composeNews(
  from: NewsSource,
  reference: NewsReference,
): Promise<TransitionNews | NoticeNews | null> {
  const conversation = await readConversation(from.source, reference.collateralId);
  const entry = conversation.entries.get(reference.suggestionId);
  const index = entry?.moves.findIndex(({ commandId }) => commandId === reference.id) ?? -1;
  const move = entry?.moves[index];
  if (entry === undefined || move === undefined) return null;
  if (reference.type === 'suggestion.moved') return transitionNews(conversation, entry, move, index);
  return noticeNews(from, conversation, entry, move, index);
}

function transitionNews(
  { source, item }: Conversation,
  { suggestionId, collateralId, moves }: SuggestionEntry,
  { commandId, actorId: _whose, ...move }: StoredMove,
  index: number,
): TransitionNews {
  return {
    type: 'suggestion.moved',
    id: commandId,
    tenant: source.tenant,
    at: move.at,
    suggestionId,
    collateralId,
    title: item?.title ?? null,
    move: { ...move, from: moves[index - 1]?.to ?? 'new' },
  };
}

async function noticeNews(
  { figures }: NewsSource,
  conversation: Conversation,
  entry: SuggestionEntry,
  move: StoredMove,
  index: number,
): Promise<NoticeNews | null> {
  const { source } = conversation;
  const { suggestionId } = entry;
  // It was hidden meanwhile: nobody is to read it.
  if (entry.state.hidden !== null) return null;
  const actorIds = await readRecipients(conversation, entry, move);
  if (actorIds.length === 0) return null;
  const item = entry.collateralId ?? move.shippedVersion ?? null;
  const [texts, items] = await Promise.all([readTexts(source, [entry]), readCatalogue(figures)]);
  return {
    type: 'notice.created',
    id: move.commandId,
    tenant: source.tenant,
    noticeId: noticeIdOf(suggestionId, index + 1),
    suggestionId,
    collateralId: item,
    title: items.get(item ?? '')?.title ?? item,
    version: entry.collateralId === null ? null : (move.shippedVersion ?? null),
    body: texts.get(suggestionId)?.body ?? null,
    reason: entry.low?.reason ?? null,
    answer: move.reason,
    shippedAt: move.at,
    actorIds,
  };
}

/** Everybody who suggested, supported or rated low before, without who shipped it. */
async function readRecipients(
  conversation: Conversation,
  entry: SuggestionEntry,
  { at, actorId, shippedVersion, commandId }: StoredMove,
): Promise<readonly string[]> {
  const { source, collateralId } = conversation;
  const supporters = (await readSupporters(conversation, [entry])).get(entry.suggestionId);
  const people = new Map(supporters?.since);
  if (collateralId !== null) {
    const shippings = shippingsOf(conversation, shippedVersion);
    const query = { type: 'low-ratings', collateralIds: [collateralId], atMost: source.policy.lowRating } as const;
    for (const rating of await aggregate(source.store, source.tenant, query))
      // Whoever only rated low is told once that a version is better, not of everything that was shipped in it.
      if (rating.version !== shippedVersion && rating.excluded === null && !people.has(rating.actorId))
        if (shippings.find(({ move }) => rating.effectiveAt <= move.at)?.move.commandId === commandId)
          people.set(rating.actorId, rating.effectiveAt);
  }
  people.delete(actorId);
  return [...people]
    .filter(([, since]) => since <= at)
    .map(([id]) => id)
    .sort();
}
