// Suggestions for tests. It holds no tests of its own.
import type { SuggestionDetail } from '@collateral/sdk/contract';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import { detailOf, idOf } from '../testing/in-memory-conversation.fixture.js';
import { mountTalk, type MountedConversation } from '../testing/mount-conversation.fixture.js';

/** So many suggestions about one item. */
export function details(count: number): SuggestionDetail[] {
  return Array.from({ length: count }, (_, index) => detailOf(idOf(index + 1), { body: `Idea ${index + 1}` }));
}

/** A client whose server has these. */
export function clientWith(list: readonly SuggestionDetail[]): InMemoryClient {
  const client = new InMemoryClient();
  for (const detail of list) client.details.set(detail.suggestionId, detail);
  return client;
}

/** Mounts the suggestions about that item. */
export function mountDeck(
  client: InMemoryClient,
  attributes = '',
): Promise<MountedConversation<'collateral-suggestions'>> {
  return mountTalk('collateral-suggestions', `collateral-id="deck-42" ${attributes}`, client);
}

/** An answer of Ann Lee's. */
export function replyOf(number: number, body: string, fromOwner = false): SuggestionDetail['replies'][number] {
  const author = { name: 'Ann Lee', team: null, mine: false };
  return { replyId: idOf(100 + number), body, author, fromOwner, createdAt: '2026-06-02T09:00:00.000Z', hidden: null };
}
