import type { InsightsChoice, SuggestionDetail, SuggestionMove } from '@collateral/sdk/contract';
import type { SuggestionEntry } from './suggestion-entry.js';
import { readLoop } from './loop.js';
import { nameProducers, readProducers } from './producer-names.js';
import { shapeReplies } from './replies.js';
import { choice, shapeSuggestions, nameShipped } from './shape-suggestions.js';
import type { StoredMove } from '../store/stored-move.js';
import { roleFor, type ViewedConversation, type Viewer } from './viewer.js';

/** Shapes one suggestion with its replies and its whole history. */
export async function shapeDetail(
  viewer: Viewer,
  viewed: ViewedConversation,
  entry: SuggestionEntry,
): Promise<SuggestionDetail> {
  const { conversation } = viewed;
  const { families } = conversation;
  const relatedIds = new Set([
    ...families.duplicatesOf(entry.suggestionId),
    ...(entry.state.duplicateOf === null ? [] : [entry.state.duplicateOf, families.rootOf(entry.suggestionId)]),
  ]);
  const others = viewed.entries.filter(({ suggestionId }) => relatedIds.has(suggestionId));
  const [shaped, replies, history, assignees, loop] = await Promise.all([
    shapeSuggestions(viewer, viewed, [entry, ...others]),
    shapeReplies(viewer, viewed, entry),
    shapeHistory(viewer, entry),
    roleFor(viewer.caller, viewed, entry) === null ? [] : assigneesFor(viewer, viewed),
    readLoop(conversation, entry),
  ]);
  const [suggestion, ...related] = shaped;
  if (suggestion === undefined) throw new RangeError('shapeSuggestions gives as many as it gets');
  return {
    ...suggestion,
    replyCount: replies.length,
    replies,
    history,
    related: related.map(({ suggestionId, body, reason, status, supporters }) => ({
      suggestionId,
      body,
      reason,
      status,
      supporters,
    })),
    assignees,
    versions: conversation.item?.versions?.map(({ version }) => version) ?? [],
    loop,
  };
}

/** Producers a caller may give something to: the item's own, those the caller is or manages, and for whoever manages all, all. */
export async function assigneesFor(
  { caller, figures }: Viewer,
  { conversation, role }: Pick<ViewedConversation, 'conversation' | 'role'>,
): Promise<readonly InsightsChoice[]> {
  const producers = await readProducers(figures);
  const own = conversation.item?.producer;
  const mayAll = role === 'admin' || role === 'service' || caller.manages === 'all';
  const managed = caller.manages === 'all' ? [] : caller.manages.producers;
  const ids = mayAll ? producers.keys() : [...caller.producerIds, ...managed];
  const choices = new Map([...ids].map((id) => [id, { id, name: producers.get(id) ?? id }]));
  if (own === undefined) return [...choices.values()];
  choices.delete(own.id);
  return [own, ...choices.values()];
}

async function shapeHistory(viewer: Viewer, entry: SuggestionEntry): Promise<readonly SuggestionMove[]> {
  const { figures, caller, namesOf } = viewer;
  const { moves } = entry;
  const [nameOf, shipped] = await Promise.all([nameProducers(figures), nameShipped(viewer)]);
  const actorIds = [...new Set(moves.map(({ actorId }) => actorId))];
  // Deciding is done in an office: whoever does it is named where the host tells names, whatever the policy for those who write.
  const names = namesOf === null || actorIds.length === 0 ? null : await namesOf(figures.tenant, actorIds);
  return moves.map((move, index): SuggestionMove => {
    const { assignee, dueAt, duplicateOf, replyId } = move;
    return {
      type: move.type,
      at: move.at,
      by: { name: names?.get(move.actorId) ?? null, role: move.role, mine: move.actorId === caller.actorId },
      from: statusBefore(moves, index),
      to: move.to,
      reason: move.reason,
      ...(assignee !== undefined && { assignee: choice(assignee, nameOf) }),
      ...(dueAt !== undefined && { dueAt }),
      ...shipped(entry, move.shippedVersion),
      ...(duplicateOf !== undefined && { duplicateOf }),
      ...(replyId !== undefined && { replyId }),
    };
  });
}

function statusBefore(moves: readonly StoredMove[], index: number): SuggestionMove['from'] {
  return moves[index - 1]?.to ?? 'new';
}
