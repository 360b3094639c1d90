import type { Dispute, DisputeCommand, Disputes, SettleCommand } from '../contract/dispute.js';
import type { ReadOptions } from './suggestions-client.js';

/** What is read of disputes about ratings, and the decisions about them. */
export interface DisputesClient {
  /**
   * Asks for the disputes about ratings of items the caller answers for, open ones first. Only producers, managers, auditors and
   * admins may see them.
   *
   * @throws CollateralError `forbidden`, `not-signed-in`, `network-failed`, `unexpected-reply`, `server-failed`; an abort rejects with
   * the signal's reason.
   */
  disputes(options?: ReadOptions): Promise<Disputes>;
  /**
   * Objects to a rating with a comment. It goes straight to the server and is tried once more when there is no answer; a rating is
   * disputed once, so the dispute there is comes back.
   *
   * @example
   * ```ts
   * await client.dispute({ collateralId: 'deck-42', ratingId: comment.ratingId, reason: 'It is about the deck before this one.' });
   * ```
   * @throws CollateralError `invalid-option`, `invalid-collateral-id`, `invalid-batch`, `not-found`, `forbidden`, `not-signed-in`,
   * `rate-limited`, `network-failed`, `unexpected-reply`, `server-failed`, `client-closed`.
   */
  dispute(command: DisputeCommand): Promise<Dispute>;
  /**
   * Settles a dispute: `upheld` leaves the rating out for good, otherwise it counts again. Tried once more when there is no answer;
   * the same command is done once.
   *
   * @throws CollateralError `revision-conflict` with the {@link Dispute} as it is now as `cause`; the others as
   * {@link DisputesClient.dispute}.
   */
  settleDispute(ratingId: string, command: SettleCommand): Promise<Dispute>;
}
