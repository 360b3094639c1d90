import type { Store, StoreCapabilities } from '../store/store.js';
import { checkedStore } from './checked-store.js';
import type { Ability, CaseOutcome, ConformanceCase } from './conformance-case.js';

/**
 * Opens a store at a place. A name nobody used before means a new and empty store; what else a place is (a file, a schema, a
 * prefix) is the factory's business. A store without `reopen`, `crash` and `share` may ignore it.
 */
export type CreateStore = (options: { readonly place: string }) => Store | Promise<Store>;

/** What the kit is run against. */
export interface StoreSubject {
  /** Called for each case with a place of its own, and again with the same place where a case reopens or shares it. */
  readonly createStore: CreateStore;
  /** What the factory can do; the store itself declares its capabilities. @defaultValue none */
  readonly abilities?: readonly Ability[];
}

/** A case for a store. */
export type StoreCase = ConformanceCase<StoreSubject>;

/** Opens one more store on the place of a case. */
export type OpenAgain = () => Promise<Store>;

/** What a case does with a new, empty store. */
export type StoreCheck = (store: Store, openAgain: OpenAgain) => Promise<void>;

/** Makes a case that gets a place of its own and closes every store it opened there. */
export function storeCase(id: string, name: string, check: StoreCheck, needs: readonly Ability[] = []): StoreCase {
  return { id, level: 'must', name, needs, run: (subject) => runAlone(subject, id, check, needs) };
}

async function runAlone(
  { createStore, abilities = [] }: StoreSubject,
  id: string,
  check: StoreCheck,
  needs: readonly Ability[],
): Promise<CaseOutcome> {
  const missing = needs.find((ability) => !isCapability(ability) && !abilities.includes(ability));
  if (missing !== undefined) return { state: 'skipped', missing };
  // Random, because two runs may share one database.
  const place = `${id}-${crypto.randomUUID().slice(0, 8)}`;
  const opened: Store[] = [];
  async function open(): Promise<Store> {
    const store = checkedStore(await createStore({ place }));
    opened.push(store);
    return store;
  }
  try {
    const store = await open();
    const undeclared = needs.find((ability) => isCapability(ability) && store.capabilities?.[ability] !== true);
    if (undeclared !== undefined) {
      await store.close();
      return { state: 'skipped', missing: undeclared };
    }
    await check(store, open);
  } catch (error) {
    // Closing a broken store may fail as well, which must not hide the first failure.
    await Promise.allSettled(opened.map((store) => store.close()));
    throw error;
  }
  for (const store of opened) await store.close();
  return { state: 'passed' };
}

function isCapability(ability: Ability): ability is keyof StoreCapabilities & Ability {
  return ability === 'getMany' || ability === 'aggregate' || ability === 'search';
}
