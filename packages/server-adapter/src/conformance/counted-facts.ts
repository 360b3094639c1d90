import type { Fact } from '../store/fact.js';
import type { AggregateQuery } from '../store/aggregate-query.js';
import type { PruneOptions, Store } from '../store/store.js';
import { everyQuery, expectFoldOf } from './aggregate-history.js';
import { readAll } from './read-all.js';

// What tells what people wrote, and to whom, ends with its facts.
const ending: readonly AggregateQuery['type'][] = [
  'suggestions',
  'suggestion-page',
  'inbox-page',
  'standings',
  'supporters',
  'low-ratings',
  'searches',
];

/** Prunes and erases in a tenant of a store, and knows which facts still count although they are gone. */
export class CountedFacts {
  readonly #store: Store;
  readonly #tenant: string;
  #pruned: readonly Fact[] = [];

  constructor(store: Store, tenant = 'main') {
    this.#store = store;
    this.#tenant = tenant;
  }

  /** Prunes, remembers what goes, and gives the cursor of the next step. */
  async prune(before: string, options?: PruneOptions): Promise<string | undefined> {
    const { facts } = await readAll(this.#store, this.#tenant);
    const { nextCursor } = await this.#store.prune(this.#tenant, before, options);
    const left = new Set((await readAll(this.#store, this.#tenant)).facts.map(keyOf));
    this.#pruned = [...this.#pruned, ...facts.filter((fact) => !left.has(keyOf(fact)))];
    return nextCursor;
  }

  /** Gives one person's facts to another, those that are gone too. */
  async reassign(actorId: string, tombstoneId: string): Promise<void> {
    await this.#store.reassign(this.#tenant, actorId, tombstoneId);
    this.#pruned = this.#pruned.map((fact) => (fact.actorId === actorId ? { ...fact, actorId: tombstoneId } : fact));
  }

  /** Compares every answer of the store: counts with all facts there ever were, the rest with the log. */
  async expectFold(queries: readonly AggregateQuery[] = everyQuery): Promise<void> {
    const { facts } = await readAll(this.#store, this.#tenant);
    const counts = queries.filter(({ type }) => !ending.includes(type));
    await expectFoldOf(this.#store, [...facts, ...this.#pruned], this.#tenant, counts);
    const others = queries.filter(({ type }) => ending.includes(type));
    await expectFoldOf(this.#store, facts, this.#tenant, others);
  }
}

function keyOf({ actorId, id }: Fact): string {
  return JSON.stringify([actorId, id]);
}
