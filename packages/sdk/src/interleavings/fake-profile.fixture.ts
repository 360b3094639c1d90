import { createMemoryStorage } from '../outbox/memory-storage.js';
import type { Storage } from '../outbox/storage.js';

/** The disk of one browser profile. It does each step when it is told to, so that anything can come in between. */
export interface FakeProfile {
  readonly waiting: { readonly tab: object; readonly go: () => void }[];
  /** What is on the disk, whatever happens to tabs. */
  readonly storage: Storage;
  storageFor(tab: FakeTab): Storage;
}

/** What can be wrong with the disk as one tab sees it. */
export interface FakeTab {
  isDead: boolean;
  /** `fails`: nothing is done. `forgets`: it is done, and the tab hears that it failed. */
  disk: 'works' | 'fails' | 'forgets';
  /** Whether it ever was. */
  hadTrouble: boolean;
}

/** Creates an empty profile. */
export function createFakeProfile(): FakeProfile {
  const storage = createMemoryStorage();
  const waiting: { readonly tab: object; readonly go: () => void }[] = [];
  return {
    storage,
    waiting,
    storageFor: (tab) => ({
      atomically: (work, durability) =>
        new Promise((resolve, reject) => {
          async function go(): Promise<void> {
            if (tab.isDead) return;
            const failure = new DOMException('made up', 'UnknownError');
            if (tab.disk === 'fails') {
              reject(failure);
              return;
            }
            const value = await storage.atomically(work, durability);
            if (tab.disk === 'forgets') reject(failure);
            else resolve(value);
          }
          waiting.push({ tab, go: () => void go() });
        }),
      close: () => undefined,
    }),
  };
}
