import type { Conversation } from './conversation.js';
import { visiblePosts } from './visible-posts.js';

/**
 * Writes down what everybody may see of a conversation, as briefly as it takes to notice that it has changed.
 *
 * What nobody may see yet changes nothing here: else the moment would tell what the words do not.
 */
export function stampOf({ source, entries, posts }: Conversation): string {
  const all = [...entries.values()];
  const isAnonymous = source.policy.commentIdentity === 'anonymous';
  const visible = visiblePosts(posts, source.policy.commentIdentity, source.now);
  const seen = all
    .filter(({ suggestionId, author }) => author === null || visible.has(suggestionId))
    .map(({ suggestionId, state, ownSupporters, replies }) => [
      suggestionId,
      state.revision,
      ownSupporters,
      isAnonymous ? 0 : replies,
    ]);
  return JSON.stringify(seen.sort());
}
