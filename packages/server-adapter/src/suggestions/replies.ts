import type { SuggestionReply } from '@collateral/sdk/contract';
import type { Fact } from '../store/fact.js';
import { readAuthors, type Writer } from './authors.js';
import type { SuggestionEntry } from './suggestion-entry.js';
import { groupBy } from './group-by.js';
import { readReplies } from './suggestion-facts.js';
import { authorSource, roleFor, type ViewedConversation, type Viewer } from './viewer.js';
import { visiblePosts, type Post } from './visible-posts.js';

/** A reply, or what somebody wrote beside a low rating and wants the owner to read. */
interface Answer extends Post, Writer {
  readonly body: string | null;
  readonly isOwners: boolean;
  readonly isComment: boolean;
  /** Since when others may read it. */
  readonly visibleAt: string | undefined;
}

/** Shapes what stands below one suggestion for somebody, oldest first. */
export async function shapeReplies(
  viewer: Viewer,
  viewed: ViewedConversation,
  entry: SuggestionEntry,
): Promise<readonly SuggestionReply[]> {
  const facts = await readReplies(viewer.source, [entry.suggestionId]);
  const shown = shownAnswers(viewer, viewed, entry, facts);
  const authorOf = await readAuthors(authorSource(viewer), viewed.conversation.collateralId, shown);
  return shown
    .map((answer): SuggestionReply => {
      const hidden = entry.state.hiddenReplies.get(answer.id);
      const author = answer.body === null ? null : authorOf(answer);
      return {
        replyId: answer.id,
        body: answer.body,
        // The form for ratings promises that no name is sent, whatever the policy for suggestions is.
        author: author !== null && answer.isComment ? { ...author, name: null } : author,
        fromOwner: answer.isOwners,
        createdAt: answer.visibleAt ?? answer.effectiveAt,
        hidden: hidden === undefined ? null : { reason: hidden },
      };
    })
    .sort((one, other) => (one.createdAt < other.createdAt ? -1 : one.createdAt > other.createdAt ? 1 : 0));
}

/** Counts what stands below suggestions as far as somebody may read it. */
export async function countReplies(
  viewer: Viewer,
  viewed: ViewedConversation,
  entries: readonly SuggestionEntry[],
): Promise<ReadonlyMap<string, number>> {
  const answered = entries.filter(({ replies }) => replies > 0);
  // Under an anonymous policy a number that goes up at once would tell what the reply itself must not.
  if (viewer.source.policy.commentIdentity !== 'anonymous' || answered.length === 0)
    return new Map(entries.map((entry) => [entry.suggestionId, countOpen(viewer, viewed, entry)]));
  const replies = await readReplies(
    viewer.source,
    answered.map(({ suggestionId }) => suggestionId),
  );
  const byThread = groupBy(replies, ({ detail }) => detail['suggestionId']);
  return new Map(
    answered.map((entry) => [
      entry.suggestionId,
      shownAnswers(viewer, viewed, entry, byThread.get(entry.suggestionId) ?? []).length,
    ]),
  );
}

function countOpen(viewer: Viewer, viewed: ViewedConversation, entry: SuggestionEntry): number {
  if (roleFor(viewer.caller, viewed, entry) !== null) return entry.replies;
  const comments = commentsOf(entry);
  const ids = new Set(comments.map(({ id }) => id));
  const others = comments.filter(({ actorId }) => actorId !== viewer.caller.actorId).length;
  const hidden = [...entry.state.hiddenReplies.keys()].filter((id) => !ids.has(id)).length;
  return entry.replies - others - hidden;
}

function shownAnswers(
  { caller, source }: Viewer,
  viewed: ViewedConversation,
  entry: SuggestionEntry,
  facts: readonly Fact[],
): readonly Answer[] {
  const role = roleFor(caller, viewed, entry);
  const answers = [...commentsOf(entry), ...facts.map(answerOf)];
  const visible = visiblePosts(answers, source.policy.commentIdentity, source.now);
  const { hiddenReplies } = entry.state;
  return answers
    .map((answer) => ({ ...answer, visibleAt: visible.get(answer.id) }))
    .filter(({ id, actorId, isComment, visibleAt }) => {
      if (actorId === caller.actorId) return true;
      // Whoever sent their reasons to the owner sent them to nobody else.
      return visibleAt !== undefined && (role !== null || (!isComment && !hiddenReplies.has(id)));
    });
}

type Unseen = Omit<Answer, 'visibleAt'>;

function commentsOf({ low }: SuggestionEntry): readonly Unseen[] {
  return (low?.told ?? []).flatMap(({ id, actorId, team, effectiveAt, receivedAt, comment }) =>
    comment === null
      ? []
      : [{ id, actorId, team, effectiveAt, receivedAt, body: comment, isOwners: false, isComment: true }],
  );
}

function answerOf({ id, actorId, team, effectiveAt, receivedAt, detail, excluded }: Fact): Unseen {
  const { body } = detail;
  return {
    id,
    actorId,
    team,
    effectiveAt,
    receivedAt,
    body: typeof body === 'string' ? body : null,
    // Of a reply "own use" says that the item's producer or its manager wrote it: see placeEvents.
    isOwners: excluded === 'own-use',
    isComment: false,
  };
}
