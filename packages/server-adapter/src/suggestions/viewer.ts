import { type Item } from '@collateral/sdk/contract';
import type { Caller } from '../request/principal.js';
import type { AuthorSource, NamesOf } from './authors.js';
import type { Conversation, ConversationSource } from './conversation.js';
import type { SuggestionEntry } from './suggestion-entry.js';
import { moverRole } from './mover-role.js';
import type { MoverRole } from '../store/stored-move.js';
import { visiblePosts } from './visible-posts.js';
import type { InsightsSource } from '../insights/source.js';

/** Who reads suggestions, and by which rules. */
export interface Viewer {
  readonly caller: Caller;
  readonly source: ConversationSource;
  readonly figures: InsightsSource;
  readonly secret: string | null;
  readonly namesOf: NamesOf | null;
}

/** The suggestions of a place as far as somebody may see them. */
export interface ViewedConversation {
  readonly conversation: Conversation;
  /** Why the viewer may move what is suggested here; null when they may not. */
  readonly role: MoverRole | null;
  /** Under an anonymous policy with the instants at which they became visible instead of those at which they were written. */
  readonly entries: readonly SuggestionEntry[];
}

/** Keeps what somebody may see: nothing hidden from others than its author and those who may move it, and nothing that waits for company. */
export function viewConversation({ caller, source }: Viewer, conversation: Conversation): ViewedConversation {
  const role = moverRole(caller, itemFor(conversation));
  const all = [...conversation.entries.values()];
  const visible = visiblePosts(conversation.posts, source.policy.commentIdentity, source.now);
  const entries = all.filter((entry) => {
    const { author, suggestionId, state } = entry;
    if (author?.actorId === caller.actorId) return true;
    if (state.hidden !== null && roleFor(caller, { role }, entry) === null) return false;
    return author === null || visible.has(suggestionId);
  });
  const isAnonymous = source.policy.commentIdentity === 'anonymous';
  return { conversation, role, entries: isAnonymous ? entries.map((entry) => withoutTimes(entry, visible)) : entries };
}

// Of anonymous posts nothing tells when they were written: not what is shown, not the order, not the cursor of a page.
function withoutTimes(entry: SuggestionEntry, visible: ReadonlyMap<string, string>): SuggestionEntry {
  const createdAt = visible.get(entry.suggestionId) ?? entry.createdAt;
  const movedAt = entry.moves.at(-1)?.at ?? '';
  return { ...entry, createdAt, changedAt: movedAt > createdAt ? movedAt : createdAt };
}

/** Why somebody may move one suggestion: because of the item, or because it was given to them. Null when they may not. */
export function roleFor(
  { roles, producerIds }: Caller,
  { role }: Pick<ViewedConversation, 'role'>,
  { state }: Pick<SuggestionEntry, 'state'>,
): MoverRole | null {
  if (role !== null) return role;
  return roles.has('producer') && state.assignee !== null && producerIds.has(state.assignee) ? 'producer' : null;
}

/** How authors are shown to a viewer. */
export function authorSource({ caller, figures, secret, namesOf }: Viewer): AuthorSource {
  return { figures, secret, namesOf, reader: caller.actorId };
}

function itemFor({ collateralId, item }: Conversation): Item | null | undefined {
  return collateralId === null ? null : (item ?? undefined);
}
