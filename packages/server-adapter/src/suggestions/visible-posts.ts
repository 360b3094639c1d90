import type { CommentIdentity } from '@collateral/sdk/contract';
import type { SuggestionRow } from '../store/conversation-row.js';

/** Something a person wrote. */
export interface Post {
  readonly id: string;
  readonly actorId: string;
  /** When the person wrote it, ISO 8601 UTC. */
  readonly effectiveAt: string;
  /** When the server got it: later posts never change what happened to earlier ones. */
  readonly receivedAt: string;
}

const together = 3;
const longestMs = 86_400_000;

/**
 * Says since when each post may be read by others; posts that wait are missing from the map.
 *
 * Under an anonymous policy posts are released together with those of two other people, or after 24 hours, so that somebody who
 * sees a post appear can't tell by the time who wrote it.
 *
 * @param now - milliseconds since 1970.
 */
export function visiblePosts(
  posts: readonly Post[],
  identity: CommentIdentity,
  now: number,
): ReadonlyMap<string, string> {
  if (identity !== 'anonymous') return new Map(posts.map(({ id, effectiveAt }) => [id, effectiveAt]));
  const visible = new Map<string, string>();
  let waiting: Post[] = [];
  for (const post of posts.toSorted(byTime)) {
    waiting = waiting.filter((earlier) => !releaseLate(earlier, Date.parse(post.receivedAt), visible));
    waiting.push(post);
    if (new Set(waiting.map(({ actorId }) => actorId)).size < together) continue;
    for (const { id } of waiting) visible.set(id, post.receivedAt);
    waiting = [];
  }
  for (const post of waiting) releaseLate(post, now, visible);
  return visible;
}

/** Gives the post a suggestion is, also when it was taken back since: who was company once stays company. */
export function postsOfRow({ suggestionId: id, made }: SuggestionRow): readonly Post[] {
  if (made === null || made.excluded === 'automation') return [];
  const { actorId, effectiveAt, receivedAt } = made;
  return [{ id, actorId, effectiveAt, receivedAt }];
}

function releaseLate({ id, receivedAt }: Post, now: number, visible: Map<string, string>): boolean {
  const due = Date.parse(receivedAt) + longestMs;
  if (due > now) return false;
  visible.set(id, new Date(due).toISOString());
  return true;
}

function byTime(one: Post, other: Post): number {
  if (one.receivedAt !== other.receivedAt) return one.receivedAt < other.receivedAt ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
