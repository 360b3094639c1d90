import type { InsightsChoice, SuggestionDetail, SuggestionMove, SuggestionReply } from '@collateral/sdk/contract';
import type { Fact } from '../store/fact.js';
import { readAuthors, type Writer } from './authors.js';
import type { SuggestionEntry } from './conversation.js';
import { readLoop } from './loop.js';
import { nameProducers, readProducers } from './producer-names.js';
import { choice, shapeSuggestions } from './shape-suggestions.js';
import type { StoredMove } from './stored-move.js';
import { readReplies } from './suggestion-facts.js';
import { authorSource, roleFor, type ViewedConversation, type Viewer } from './viewer.js';
import { visiblePosts } from './visible-posts.js';

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

async function shapeReplies(
  viewer: Viewer,
  viewed: ViewedConversation,
  entry: SuggestionEntry,
): Promise<readonly SuggestionReply[]> {
  const { conversation } = viewed;
  const { caller, source } = viewer;
  const role = roleFor(caller, viewed, entry);
  const posts = [
    ...(entry.low?.told ?? []).flatMap(({ id, actorId, team, effectiveAt, receivedAt, comment }) =>
      comment === null ? [] : [{ id, actorId, team, effectiveAt, receivedAt, body: comment, isOwners: false }],
    ),
    ...(await readReplies(source, [entry.suggestionId])).map(postOf),
  ];
  const visible = visiblePosts(posts, source.policy.commentIdentity, source.now);
  const { hiddenReplies } = entry.state;
  const shown = posts.filter(
    ({ id, actorId }) => actorId === caller.actorId || (visible.has(id) && (role !== null || !hiddenReplies.has(id))),
  );
  const authorOf = await readAuthors(authorSource(viewer), conversation.collateralId, shown);
  return shown
    .map((post): SuggestionReply => {
      const hidden = hiddenReplies.get(post.id);
      return {
        replyId: post.id,
        body: post.body,
        author: post.body === null ? null : authorOf(post),
        fromOwner: post.isOwners,
        createdAt: visible.get(post.id) ?? post.effectiveAt,
        hidden: hidden === undefined ? null : { reason: hidden },
      };
    })
    .sort((one, other) => (one.createdAt < other.createdAt ? -1 : one.createdAt > other.createdAt ? 1 : 0));
}

function postOf({ id, actorId, team, effectiveAt, receivedAt, detail, excluded }: Fact): Writer & {
  readonly id: string;
  readonly effectiveAt: string;
  readonly receivedAt: string;
  readonly body: string | null;
  readonly isOwners: boolean;
} {
  const { body } = detail;
  // Of a reply "own use" says that the item's producer or its manager wrote it: see placeEvents.
  return {
    id,
    actorId,
    team,
    effectiveAt,
    receivedAt,
    body: typeof body === 'string' ? body : null,
    isOwners: excluded === 'own-use',
  };
}

async function shapeHistory(
  { figures, caller, namesOf }: Viewer,
  { moves }: SuggestionEntry,
): Promise<readonly SuggestionMove[]> {
  const nameOf = await nameProducers(figures);
  const actorIds = [...new Set(moves.map(({ actorId }) => actorId))];
  // Deciding is done in an office: whoever does it is named where the host tells names, whatever the policy for those who write.
  const names = namesOf === null || actorIds.length === 0 ? null : await namesOf(figures.tenant, actorIds);
  return moves.map((move, index): SuggestionMove => {
    const { assignee, dueAt, shippedVersion, duplicateOf, replyId } = move;
    return {
      type: move.type,
      at: move.at,
      by: { name: names?.get(move.actorId) ?? null, role: move.role, mine: move.actorId === caller.actorId },
      from: statusBefore(moves, index),
      to: move.to,
      reason: move.reason,
      ...(assignee !== undefined && { assignee: choice(assignee, nameOf) }),
      ...(dueAt !== undefined && { dueAt }),
      ...(shippedVersion !== undefined && { shippedVersion }),
      ...(duplicateOf !== undefined && { duplicateOf }),
      ...(replyId !== undefined && { replyId }),
    };
  });
}

function statusBefore(moves: readonly StoredMove[], index: number): SuggestionMove['from'] {
  return moves[index - 1]?.to ?? 'new';
}
