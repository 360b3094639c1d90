import type { AggregateQuery } from '../store/aggregate-query.js';
import type { Fact } from '../store/fact.js';
import type { ActionsRow } from '../store/aggregate-row.js';
import type { Store } from '../store/store.js';
import { expectEqual } from './expect.js';
import { foldAggregates, showRows } from './fold-aggregates.js';
import { randomWords, suggestionIdsOf } from './conversation-samples.js';
import { readAll } from './read-all.js';
import { sampleFact, sampleTime } from './sample-fact.js';
import { numbersFrom } from './sample-list.js';
import type { SeededRandom } from './seeded-random.js';

const rule = 'Store.aggregate';

/** Questions that together look at every count a store keeps. */
export const everyQuery: readonly AggregateQuery[] = [
  { type: 'usage', by: [] },
  { type: 'usage', by: ['collateralId'] },
  { type: 'usage', by: ['day'] },
  { type: 'usage', by: ['day'], withoutPeople: true },
  { type: 'usage', by: ['collateralId', 'day'], collateralIds: ['deck-42'], withoutPeople: true },
  { type: 'usage', by: [], withoutPairs: true },
  { type: 'usage', by: ['team'], from: '2026-05-05', to: '2026-05-06', withoutPairs: true },
  { type: 'usage', by: ['collateralId'], withoutPairs: true },
  { type: 'usage', by: ['team', 'version'] },
  { type: 'usage', by: ['collateralId', 'version', 'team', 'day'] },
  { type: 'usage', by: ['team'], from: '2026-05-05', to: '2026-05-06' },
  { type: 'usage', by: ['version'], collateralIds: ['deck-43', 'nobody'] },
  { type: 'ratings', by: [] },
  { type: 'ratings', by: ['collateralId', 'version'] },
  { type: 'usage', by: ['collateralId', 'team'], team: 'sales' },
  { type: 'usage', by: ['day', 'version'], team: null, to: '2026-05-06' },
  { type: 'ratings', by: ['team'], collateralIds: ['deck-42'] },
  { type: 'ratings', by: ['day', 'afterUse'] },
  { type: 'ratings', by: ['collateralId', 'version', 'day'], actorId: 'ana' },
  { type: 'ratings', by: ['collateralId', 'version', 'day', 'afterUse'], collateralIds: ['deck-42', 'deck-43'] },
  { type: 'ratings', by: ['afterUse', 'version'], from: '2026-05-05', to: '2026-05-07', team: 'sales' },
  { type: 'actions', by: [] },
  { type: 'actions', by: ['collateralId', 'version', 'team', 'day'] },
  { type: 'actions', by: ['team'], collateralIds: ['deck-43'], from: '2026-05-05' },
  { type: 'actions', by: ['day'], team: null, to: '2026-05-06' },
  { type: 'last-use' },
  { type: 'last-use', collateralIds: ['deck-42', 'nobody'], team: 'sales' },
  { type: 'arrivals', by: [] },
  { type: 'arrivals', by: ['day'] },
  { type: 'arrivals', by: ['day'], from: '2026-05-05', to: '2026-05-06' },
  { type: 'suggestions', collateralIds: ['deck-42'] },
  { type: 'suggestions', collateralIds: ['deck-43', null, 'nobody'] },
  { type: 'suggestions', suggestionIds: suggestionIdsOf(0, 30) },
  { type: 'suggestions', collateralIds: ['deck-42', null], suggestionIds: suggestionIdsOf(3, 12) },
  { type: 'suggestion-page', collateralId: 'deck-42', order: 'voters', limit: 4 },
  {
    type: 'suggestion-page',
    collateralId: null,
    order: 'newest',
    limit: 100,
    after: { voters: 0, at: '2026-05-05T00:00:00.000Z', suggestionId: '' },
  },
  { type: 'suggestion-page', collateralId: 'deck-43', order: 'changed', limit: 3, without: suggestionIdsOf(3, 12) },
  { type: 'inbox-page', collateralIds: ['deck-42', null], part: 'open', today: '2026-05-05', limit: 5 },
  { type: 'inbox-page', collateralIds: ['deck-43'], part: 'closed', today: '2026-05-05', limit: 5 },
  { type: 'standings', collateralIds: ['deck-42', 'deck-43', null] },
  { type: 'supporters', suggestionIds: suggestionIdsOf(0, 30) },
  { type: 'supporters', suggestionIds: suggestionIdsOf(2, 9), actorId: 'ben' },
  { type: 'low-ratings', collateralIds: ['deck-42', 'deck-43'], atMost: 2 },
  { type: 'low-ratings', collateralIds: ['deck-42', 'deck-43'], atMost: 2, withReasons: true },
  { type: 'low-ratings', collateralIds: ['Deck-42'], atMost: 3, actorId: 'ana' },
  { type: 'participation', from: '2026-05-01', to: '2026-06-30' },
  { type: 'participation', from: '2026-05-05', to: '2026-05-06' },
  { type: 'low-raters', atMost: 2, from: '2026-05-01', to: '2026-06-30' },
  { type: 'low-raters', atMost: 3, from: '2026-05-05', to: '2026-05-06' },
  { type: 'first-engaged', collateralIds: ['deck-42', 'deck-43', 'nobody'] },
  { type: 'first-engaged', collateralIds: ['deck-42', 'deck-43'], teams: ['sales', 'pre-sales', 'nobody'] },
  { type: 'first-engaged', collateralIds: ['deck-42'], teams: [] },
  { type: 'first-engaged', collateralIds: [] },
  { type: 'searches' },
  { type: 'searches', from: '2026-05-05', to: '2026-05-06' },
];

/** Makes one checkpoint of a view. Events number 1, 2, 3 … happen a minute apart. */
export function sampleView(number: number, viewId: string, activeMs: number, changes: Partial<Fact> = {}): Fact {
  return sampleFact(number, {
    type: 'view',
    detail: { viewId, activeMs, visibleMs: activeMs + 500, progress: 0.25 },
    ...changes,
  });
}

/** Makes one thing done with an item. */
export function sampleAction(number: number, action: ActionsRow['action'], changes: Partial<Fact> = {}): Fact {
  if (action === 'complete') return sampleFact(number, { type: 'completion', detail: { progress: 1 }, ...changes });
  return sampleFact(number, { type: 'usage', detail: { action }, ...changes });
}

/** Makes views, ratings, actions and suggestions of a few people over some days: several checkpoints, changes of mind, equal instants, late ones. */
export function randomHistory(random: SeededRandom, count: number, days = 3): readonly Fact[] {
  return numbersFrom(0, count).map((number) => {
    const minutes = random.below(days * 24 * 6) * 10;
    const time = sampleTime(minutes);
    const changes: Partial<Fact> = {
      actorId: random.pick(['ana', 'ben', 'cem']),
      collateralId: random.pick(['deck-42', 'deck-43', 'Deck-42']),
      version: random.pick(['v1', 'v1', 'v2', null]),
      team: random.pick(['sales', 'sales', 'pre-sales', null]),
      excluded: random.pick([null, null, null, 'own-use', 'automation'] as const),
      occurredAt: time,
      receivedAt: sampleTime(minutes + random.pick([0, 0, 60, 61, 2_000])),
      effectiveAt: time,
      day: time.slice(0, 10),
      slot: Math.floor(Date.parse(time) / 1_800_000),
    };
    const roll = random.below(10);
    if (roll > 7) return randomWords(random, number, changes);
    if (roll === 0) return sampleAction(number, random.pick(['download', 'share', 'present', 'complete']), changes);
    if (roll > 2)
      return sampleView(
        number,
        `view-${random.below(count >> 2)}`,
        random.below(4) * 1_333.3 + random.pick([0, 0, 9_000]),
        changes,
      );
    const type = random.below(4) === 0 ? 'rating-withdrawal' : 'rating';
    return sampleFact(number, { ...changes, type, detail: ratingDetail(random) });
  });
}

/** Every fact at least once and some again, in any order, in batches of one to nine. */
export function randomBatches(random: SeededRandom, facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const again = facts.filter(() => random.below(3) === 0);
  const sent = random.shuffle([...facts, ...again, ...again.slice(0, 5)]);
  const batches: (readonly Fact[])[] = [];
  for (let first = 0; first < sent.length;) {
    const size = 1 + random.below(9);
    batches.push(sent.slice(first, first + size));
    first += size;
  }
  return batches;
}

function ratingDetail(random: SeededRandom): Fact['detail'] {
  const value = 1 + random.below(3);
  const words = random.below(3) === 0 && { comment: 'Old', reasons: ['outdated'], tellOwner: random.below(2) === 0 };
  return { value, scaleId: 'collateral-5@1', ...words };
}

/** Asks a store that has the capability. */
async function askStore(store: Store, query: AggregateQuery, tenant = 'main'): Promise<readonly string[]> {
  return showRows((await store.aggregate?.(tenant, query)) ?? []);
}

/** Compares answers of a store with a fold of the facts it should hold. */
export async function expectFoldOf(
  store: Store,
  facts: readonly Fact[],
  tenant = 'main',
  queries: readonly AggregateQuery[] = everyQuery,
): Promise<void> {
  for (const query of queries) {
    const what = `rows of ${JSON.stringify(query)}`;
    expectEqual(what, await askStore(store, query, tenant), foldAggregates(facts, query), rule);
  }
}

/** Compares every answer of a store with a fold of its own log. */
export async function expectFoldOfLog(store: Store, tenant = 'main'): Promise<void> {
  await expectFoldOf(store, (await readAll(store, tenant)).facts, tenant);
}

/**
 * Compares one answer of a store with rows written by hand.
 *
 * A row that does not say so is of facts that count; one of use has as many pairs as viewers, none of them rated.
 */
export async function expectRows(store: Store, query: AggregateQuery, rows: readonly object[]): Promise<void> {
  const whole = rows.map((row) => ({ ...rowLeftOut(query, row), ...row }));
  expectEqual(`rows of ${JSON.stringify(query)}`, await askStore(store, query), showRows(whole), rule);
}

/** Questions whose rows have no group. */
const plain: ReadonlySet<AggregateQuery['type']> = new Set([
  'suggestions',
  'suggestion-page',
  'inbox-page',
  'standings',
  'supporters',
  'low-ratings',
  'searches',
  'participation',
  'low-raters',
  'first-engaged',
]);

function rowLeftOut({ type }: AggregateQuery, row: { readonly viewers?: number }): object {
  if (plain.has(type)) return { type };
  if (type === 'last-use' || type === 'arrivals') return { type, group: {} };
  const pairs = type === 'usage' ? { pairs: row.viewers, ratedPairs: 0 } : {};
  return { type, group: {}, excluded: null, ...pairs };
}
