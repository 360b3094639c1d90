// Disputes as a server gives them: open, upheld, rejected, without words, long words. It holds no tests of its own.
import type { Dispute, InsightsItem } from '@collateral/sdk/contract';
import { itemReply } from '../insights/insights.fixture.js';

export function disputeOf(ratingId: string, more: Partial<Dispute> = {}): Dispute {
  return {
    ratingId,
    collateralId: 'item-7',
    title: 'First-meeting deck',
    version: 'v2',
    value: 2,
    comment: 'The prices on slide 7 are from last year.',
    month: '2026-04',
    reason: 'Slide 7 has no prices; this is about the price list.',
    status: 'open',
    openedAt: '2026-05-04T09:00:00.000Z',
    settledAt: null,
    settlement: null,
    revision: 1,
    maySettle: true,
    ...more,
  };
}

const settled = { settledAt: '2026-05-06T10:00:00.000Z', revision: 2, maySettle: false } as const;

/** Two that wait, one of them not to be settled by the reader, and two that are settled. */
export const disputes: readonly Dispute[] = [
  disputeOf('r1'),
  disputeOf('r2', { maySettle: false, comment: null, reason: null, version: null, title: 'Battlecard' }),
  disputeOf('r3', { ...settled, status: 'upheld', settlement: 'It is about the price list.', title: 'Data sheet' }),
  disputeOf('r4', { ...settled, status: 'rejected', settlement: 'The prices are on slide 7.', value: 1 }),
];

/** An item whose first comment may be disputed and whose second is under review. */
export function disputedItem(change: Partial<InsightsItem['comments'][number]> = {}): InsightsItem {
  const [first, second] = itemReply.comments;
  const { reason, openedAt, settledAt, settlement } = disputeOf('r2', { reason: 'It praises another deck.' });
  return {
    ...itemReply,
    comments: [
      { ...first!, ratingId: 'r1', mayDispute: true, ...change },
      {
        ...second!,
        ratingId: 'r2',
        dispute: 'open',
        disputeDetail: { reason, openedAt, settledAt, settlement },
      },
    ],
  };
}
