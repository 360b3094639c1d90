import type { AggregateQuery } from '../store/aggregate-query.js';
import type { StandingRow } from '../store/conversation-row.js';
import type { Document, Store } from '../store/store.js';
import { expectEqual } from './expect.js';
import { showRows } from './fold-aggregates.js';
import type { SampleStep } from './fold-inbox.js';
import { sampleTime } from './sample-fact.js';

/** The step that ships something. */
export const shipped: SampleStep = { type: 'transition', to: 'shipped', at: sampleTime(60) };

/** Makes the step that promises something. */
export function accepted(dueAt: string, assignee = 'marketing'): SampleStep {
  return { type: 'transition', to: 'accepted', at: sampleTime(50), assignee, dueAt };
}

/** A document with the steps of one suggestion that low ratings made. */
export const lowSteps: Document = Object.freeze({
  moves: { 'low:outdated:v1:deck-99': [accepted('2026-06-20', 'ann')] },
});

/** Where that stands. */
export const lowStanding: StandingRow = Object.freeze({
  type: 'standings',
  suggestionId: 'low:outdated:v1:deck-99',
  collateralId: 'deck-99',
  part: 'promised',
  assignee: 'ann',
  dueAt: '2026-06-20',
  root: 'low:outdated:v1:deck-99',
  moves: [accepted('2026-06-20', 'ann')] as readonly SampleStep[] as StandingRow['moves'],
});

/** Writes the steps of one place, as the handler does. */
export async function decide(
  store: Store,
  moves: Readonly<Record<string, readonly SampleStep[]>>,
  key = 'item deck-42',
): Promise<void> {
  await store.put('main', 'suggestions', key, { moves });
}

/** Compares an answer with the rows it should have. What is in any order is compared in one. */
export async function expectSame(store: Store, query: AggregateQuery, expected: readonly object[]): Promise<void> {
  const rows = (await store.aggregate?.('main', query)) ?? [];
  expectEqual(
    `rows of ${JSON.stringify(query)}`,
    showRows(rows.map(inOrder)),
    showRows(expected.map(inOrder)),
    'Store.aggregate',
  );
}

function inOrder(row: object): object {
  return 'doubtful' in row && Array.isArray(row.doubtful) ? { ...row, doubtful: row.doubtful.toSorted() } : row;
}
