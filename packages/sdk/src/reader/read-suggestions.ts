import type { ErrorCode } from '../contract/errors.js';
import { isHostId } from '../contract/ids.js';
import type { Notices } from '../contract/notice.js';
import { isSuggestionId } from '../contract/suggestion-id.js';
import type { Inbox, InboxQuery, Suggestions, SuggestionsQuery } from '../contract/suggestions-query.js';
import type { SuggestionDetail } from '../contract/suggestion.js';
import { refuse } from '../refuse.js';
import type { Transport } from '../transport/transport.js';
import { read, searchOf } from './read.js';
import { detailShape, inboxShape, listShape, noticesShape } from './suggestion-shapes.js';
import type { ReadOptions } from './suggestions-client.js';

const codes: readonly ErrorCode[] = ['invalid-query', 'not-found', 'rate-limited'];

/** Asks for a list of suggestions. */
export async function readSuggestions(
  transport: Transport,
  query: SuggestionsQuery = {},
  { signal }: ReadOptions = {},
): Promise<Suggestions> {
  const { collateralId } = query;
  if (collateralId !== undefined && !isHostId(collateralId)) {
    refuse('invalid-collateral-id', 'collateralId', '1 to 200 characters without controls', collateralId);
  }
  const path = `/v1/suggestions${searchOf({ ...query })}`;
  // Checked against its shape, as all below.
  return (await read(transport, { path, signal, shape: listShape, codes })) as Suggestions;
}

/** Asks for one suggestion. */
export async function readSuggestion(
  transport: Transport,
  suggestionId: string,
  { signal }: ReadOptions = {},
): Promise<SuggestionDetail> {
  if (!isSuggestionId(suggestionId)) refuse('invalid-query', 'suggestionId', 'the id of a suggestion', suggestionId);
  const path = `/v1/suggestions/${encodeURIComponent(suggestionId)}`;
  return (await read(transport, { path, signal, shape: detailShape, codes })) as SuggestionDetail;
}

/** Asks for the caller's inbox. */
export async function readInbox(
  transport: Transport,
  query: InboxQuery = {},
  { signal }: ReadOptions = {},
): Promise<Inbox> {
  const path = `/v1/inbox${searchOf({ ...query })}`;
  return (await read(transport, { path, signal, shape: inboxShape, codes })) as Inbox;
}

/** Asks for the caller's notices. */
export async function readNotices(transport: Transport, { signal }: ReadOptions = {}): Promise<Notices> {
  return (await read(transport, { path: '/v1/notices', signal, shape: noticesShape, codes })) as Notices;
}
