import type { DeadLetter, Outbox, OutboxRow } from './outbox.js';

/** Creates an outbox that lives as long as the page: for pages that may not write to disk, and for tests. */
export function createMemoryOutbox(): Outbox {
  let rows: OutboxRow[] = [];
  let dead: DeadLetter[] = [];
  let lastKey = 0;
  const notes = new Map<string, unknown>();
  const forget = (ids: ReadonlySet<string>): void => {
    rows = rows.filter(({ id }) => !ids.has(id));
  };
  return {
    tier: 'memory',
    async append(added) {
      const before = rows.length;
      for (const row of added) {
        if (row.slot) rows = rows.filter(({ slot }) => slot !== row.slot);
        rows.push({ ...row, key: ++lastKey });
      }
      return rows.length - before;
    },
    head: async (owner, limit) => rows.filter((row) => row.owner === owner).slice(0, limit),
    about: async (collateralId) => rows.filter((row) => row.collateralId === collateralId),
    async count(owner) {
      const mine = rows.filter((row) => row.owner === owner);
      return { pending: mine.length, parked: rows.length - mine.length, oldestAt: mine[0]?.storedAt ?? null };
    },
    // By id, not by key: a batch may have been read from disk before the disk failed.
    remove: async (removed) => forget(new Set(removed.map(({ id }) => id))),
    async bury(letter, limit) {
      forget(new Set([letter.row.id]));
      dead = [...dead, letter].slice(-limit);
    },
    async reown(from, to) {
      rows = rows.map((row) => (row.owner === from ? { ...row, owner: to } : row));
    },
    async amend(name, change) {
      // Only the callers of one name write it, always as the same type.
      const value = change(notes.get(name) as Parameters<typeof change>[0]);
      notes.set(name, value);
      return value;
    },
    close: async () => undefined,
  };
}
