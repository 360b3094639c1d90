import type { Dispute } from '@collateral/sdk/contract';

const columns = Object.freeze([
  'ratingId',
  'collateralId',
  'title',
  'version',
  'value',
  'month',
  'comment',
  'status',
  'reason',
  'openedAt',
  'settlement',
  'settledAt',
] as const satisfies readonly (keyof Dispute)[]);

/** The disputes as lines of a table, with a head; none while there are none. */
export function disputeLines(disputes: readonly Dispute[]): readonly (readonly (string | number | null)[])[] {
  if (disputes.length === 0) return [];
  return [columns, ...disputes.map((dispute) => columns.map((column) => dispute[column]))];
}
