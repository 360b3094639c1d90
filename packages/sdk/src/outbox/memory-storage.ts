import type { OutboxRow } from './outbox.js';
import type { Step, Storage } from './storage.js';

/** Creates a storage that lives as long as the page: for pages that may not write to disk, and for tests. */
export function createMemoryStorage(): Storage {
  const rows = new Map<string, OutboxRow>();
  const notes = new Map<string, unknown>();
  let last: Promise<unknown> = Promise.resolve();

  const inOrder = (isWanted: (row: OutboxRow) => boolean): OutboxRow[] =>
    [...rows.values()].filter(isWanted).sort((a, b) => (a.id < b.id ? -1 : 1));

  const step: Step = {
    find: async (index, value, limit) => inOrder((row) => row[index] === value).slice(0, limit),
    findDue: async (owner, fromMs, toMs, limit) =>
      inOrder((row) => row.owner === owner && row.dueMs >= fromMs && row.dueMs <= toMs)
        .sort((a, b) => a.dueMs - b.dueMs)
        .slice(0, limit),
    oldest: async (limit) => inOrder(() => true).slice(0, limit),
    count: async (owner) => inOrder((row) => owner === undefined || row.owner === owner).length,
    seal: () => undefined,
    put: async (row) => rows.set(row.id, { ...row }),
    remove: async ({ id }) => rows.delete(id),
    // Nobody could read them: they would end with the page.
    bury: async () => undefined,
    clearLetters: async () => undefined,
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
