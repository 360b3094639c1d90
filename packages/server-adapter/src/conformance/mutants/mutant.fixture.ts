import type { Fact } from '../../store/fact.js';
import { createMemoryStore } from '../../store/memory-store.js';
import type { FactFilter, FactPage, Store } from '../../store/store.js';
import { sampleId } from '../sample-fact.js';
import type { StoreSubject } from '../store-case.js';

/** A store with one planted fault, and the case that must notice it. */
export interface Mutant {
  /** Ends the sentence "a store that …". */
  readonly fault: string;
  readonly noticedBy: string;
  /** Called once for every handle, so what it remembers is gone after a restart. */
  readonly breakIt: (good: Store) => Partial<Store>;
}

/** Memory stores that stay at their places, so that they can be closed, left, opened again and shared. */
export function memoryPlaces(breakIt: Mutant['breakIt'] = () => ({})): StoreSubject {
  const stores = new Map<string, Store>();
  return {
    abilities: ['reopen', 'crash', 'share'],
    createStore({ place }) {
      const store = stores.get(place) ?? createMemoryStore();
      stores.set(place, store);
      const good = handleOn(store);
      return { ...good, ...breakIt(good) };
    },
  };
}

/** Lets a mutant change the facts of each page on their way out. */
export function changePages(
  good: Store,
  change: (facts: readonly Fact[], tenant: string) => readonly Fact[],
): Store['read'] {
  return async function* (tenant: string, filter: FactFilter, cursor?: string): AsyncIterable<FactPage> {
    for await (const page of good.read(tenant, filter, cursor)) {
      const facts = change(page.facts, tenant);
      if (facts.length > 0) yield { facts, cursor: page.cursor };
    }
  };
}

/** Reads every fact a filter lets through. */
export async function everyFact(good: Store, tenant: string, filter: FactFilter = {}): Promise<readonly Fact[]> {
  const facts: Fact[] = [];
  for await (const page of good.read(tenant, filter)) facts.push(...page.facts);
  return facts;
}

let lastFreshNumber = 1_000_000;

/** Gives a fact an id nobody has, so that a good store stores it once more. */
export function withFreshId(fact: Fact): Fact {
  return { ...fact, id: sampleId(++lastFreshNumber) };
}

function handleOn(store: Store): Store {
  let isClosed = false;
  function open(): Store {
    if (isClosed) throw new Error('closed');
    return store;
  }
  return {
    capabilities: { getMany: true, aggregate: true, search: true },
    append: async (...given) => open().append(...given),
    async *read(...given) {
      yield* open().read(...given);
    },
    reassign: async (...given) => open().reassign(...given),
    prune: async (...given) => open().prune(...given),
    get: async (...given) => open().get(...given),
    getMany: async (...given) => (await open().getMany?.(...given)) ?? [],
    put: async (...given) => open().put(...given),
    list: async (...given) => open().list(...given),
    aggregate: async (...given) => (await open().aggregate?.(...given)) ?? [],
    search: async (...given) => (await open().search?.(...given)) ?? [],
    health: async () => open().health(),
    close: async () => {
      isClosed = true;
    },
  };
}
