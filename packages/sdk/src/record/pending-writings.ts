import type {
  NoticeResponseEvent,
  ReplyEvent,
  SuggestionEvent,
  SuggestionWithdrawalEvent,
  VoteEvent,
} from '../contract/usage-event.js';
import type { OutboxRow } from '../outbox/outbox.js';

/** A suggestion, its withdrawal, a vote, a reply or the answer to a notice that is still on this device. */
export type PendingWriting = SuggestionEvent | SuggestionWithdrawalEvent | VoteEvent | ReplyEvent | NoticeResponseEvent;

/** The types of {@link PendingWriting}. */
export const pendingTypes = ['suggestion', 'suggestion-withdrawal', 'vote', 'reply', 'notice-response'] as const;

/** Reads the writings of one owner back, oldest first. */
export function readPendingWritings(rows: readonly OutboxRow[], owner: string): readonly PendingWriting[] {
  // Not by id: those of suggestions and replies don't tell the time.
  const placeOf = ({ storedAt, id }: OutboxRow): string => storedAt + id;
  const mine = rows.filter((row) => row.owner === owner).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  // Written by the recorder, which checked every field.
  return mine.map(({ json }) => JSON.parse(json) as PendingWriting);
}
