import type { SuggestionStatus } from '@collateral/sdk/contract';
import { readPeriod } from '../insights/period.js';
import { measuredPeriod, type MeasuredPeriod } from './measured-period.js';
import type { MeasuredItem } from './measured-item.js';
import type { IsOwn, OwnerSpan } from './owner-spans.js';
import type { CaseMove, SuggestionCase } from './suggestion-case.js';

/** The quarter the tests measure, seen after its end. */
export const quarter: MeasuredPeriod = measuredPeriod(
  readPeriod('2026-Q2', '2026-09-01'),
  'UTC',
  Date.parse('2026-09-01T09:00:00.000Z'),
);

/** The instant at which a day of 2026 is some hours old. `at('05-01', 12)` is noon of the 1st of May. */
export function at(day: string, hour = 0): string {
  return new Date(Date.parse(`2026-${day}T00:00:00.000Z`) + hour * 3_600_000).toISOString();
}

const ann = { id: 'ann', name: 'Ann' };
const bob = { id: 'bob', name: 'Bob' };

/** Ann's, all the time. */
export const anns: readonly OwnerSpan[] = [{ producer: ann, team: 'blue', from: at('01-01') }];
/** Ann's until the 1st of June, then Bob's. */
export const handedOver: readonly OwnerSpan[] = [...anns, { producer: bob, team: 'blue', from: at('06-01') }];

export const isAnns: IsOwn = (owner) => owner?.producer?.id === 'ann';
export const isBobs: IsOwn = (owner) => owner?.producer?.id === 'bob';
export const isBlue: IsOwn = (owner) => owner?.team === 'blue';
export const isAnybodys: IsOwn = () => true;

let number = 0;

/** A suggestion of Ann's item, made on a day. */
export function suggested(day: string, changes: Partial<SuggestionCase> = {}): SuggestionCase {
  return {
    suggestionId: `suggestion-${(number += 1)}`,
    collateralId: 'deck',
    version: 'v1',
    owners: anns,
    createdAt: at(day),
    withdrawnAt: null,
    repliedAt: [],
    moves: [],
    ...changes,
  };
}

/** Moves of a suggestion, each as its day and status, with the day promised or what it repeats. */
export function moves(
  ...steps: readonly (readonly [day: string, to: SuggestionStatus, detail?: string])[]
): readonly CaseMove[] {
  return steps.map(([day, to, detail], index) => ({
    at: at(day),
    from: steps[index - 1]?.[1] ?? 'new',
    to,
    dueAt: to === 'accepted' && detail !== undefined ? `2026-${detail}` : null,
    duplicateOf: to === 'duplicate' ? (detail ?? null) : null,
  }));
}

/** An item of Ann's that was always there. */
export function item(collateralId: string, changes: Partial<MeasuredItem> = {}): MeasuredItem {
  return {
    collateralId,
    version: 'v1',
    owners: anns,
    publishedOn: '2026-01-10',
    retiredOn: null,
    hasAudience: true,
    reviewBy: null,
    ...changes,
  };
}
