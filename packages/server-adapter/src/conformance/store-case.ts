import type { Store } from '../store/store.js';

/** Makes a new, empty store. Called once per case; the case closes it. */
export type CreateStore = () => Store | Promise<Store>;

/** One promise of the storage interface, checked against a real store. Needs no test runner. */
export interface StoreCase {
  /** Never renamed, so that a skip list stays right. */
  readonly id: string;
  /** The promise as a sentence. */
  readonly name: string;
  /** Resolves when the store keeps the promise, else rejects and says what it did instead. */
  readonly run: (createStore: CreateStore) => Promise<void>;
}

/** Makes a case that gets a store of its own and closes it afterwards. */
export function storeCase(id: string, name: string, check: (store: Store) => Promise<void>): StoreCase {
  return {
    id,
    name,
    async run(createStore) {
      const store = await createStore();
      try {
        await check(store);
      } finally {
        await store.close();
      }
    },
  };
}
