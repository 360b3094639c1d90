import type { DeadLetter, OutboxRow } from './outbox.js';
import { deadLetterLimit, type Step, type Storage } from './storage.js';

/** Creates a storage that lives as long as the page: for pages that may not write to disk, and for tests. */
export function createMemoryStorage(): Storage {
  const rows = new Map<number, OutboxRow>();
  const notes = new Map<string, unknown>();
  const dead: DeadLetter[] = [];
  // Far above the keys of a disk that failed: what is said of its rows must not hit ours.
  let lastKey = 2 ** 40;
  let last: Promise<unknown> = Promise.resolve();

  const step: Step = {
    find: async (index, value, limit) => [...rows.values()].filter((row) => row[index] === value).slice(0, limit),
    count: async (owner) => [...rows.values()].filter((row) => !owner || row.owner === owner).length,
    async put(row) {
      const key = row.key ?? ++lastKey;
      rows.set(key, { ...row, key });
      return key;
    },
    remove: async ({ key = 0 }) => rows.delete(key),
    bury: async (letter) => dead.push(letter) > deadLetterLimit && dead.shift(),
    readNote: async (name) => notes.get(name),
    writeNote: async (name, value) => notes.set(name, value),
  };

  return {
    async atomically(work) {
      const result = last.then(() => work(step));
      last = result.catch(() => undefined);
      return result;
    },
    close: () => undefined,
  };
}
