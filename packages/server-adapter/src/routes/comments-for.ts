import type { Item, RatingComment } from '@collateral/sdk/contract';
import { listDisputes } from '../scorecards/disputes.js';
import type { Caller } from '../request/principal.js';
import { mayOpenDispute, maySeeDispute } from './dispute-access.js';
import type { Call } from './route.js';

/**
 * Adds to comments what one caller may know and do: that they may dispute a rating, and why one is disputed.
 *
 * Comments are counted once for everybody, so disputes are read anew: who has just opened one sees it.
 */
export async function commentsFor(
  { store }: Pick<Call, 'store'>,
  caller: Caller,
  item: Item,
  comments: readonly RatingComment[],
): Promise<readonly RatingComment[]> {
  if (comments.length === 0) return comments;
  const mayOpen = mayOpenDispute(caller, item);
  const maySee = maySeeDispute(caller, item);
  const states = await listDisputes({ store, tenant: caller.tenant });
  const disputes = new Map(states.map(({ dispute }) => [dispute.ratingId, dispute]));
  return comments.map(({ dispute: _, ...comment }) => {
    const dispute = disputes.get(comment.ratingId ?? '');
    if (dispute === undefined) return mayOpen ? { ...comment, mayDispute: true } : comment;
    const { status, reason, openedAt, settledAt, settlement } = dispute;
    return {
      ...comment,
      dispute: status,
      // What was settled is opened again by a new reason.
      ...(mayOpen && status !== 'open' && { mayDispute: true }),
      ...(maySee && { disputeDetail: { reason, openedAt, settledAt, settlement } }),
    };
  });
}
