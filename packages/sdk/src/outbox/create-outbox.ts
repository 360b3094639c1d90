import type { Platform } from '../platform.js';
import { createIndexedDbStorage } from './indexed-db-storage.js';
import { createMemoryStorage } from './memory-storage.js';
import { longestDeferralMs, type Outbox } from './outbox.js';
import type { Storage } from './storage.js';

/**
 * Creates the best outbox this page may have: on disk, or in memory when the disk is denied, stuck or fails twice.
 *
 * What is on disk when the disk fails stays there for the next page.
 */
export function createOutbox(name: string, platform: Platform): Outbox {
  // Opened at once, so that the first event of a page can be written in the task it happens in.
  return createOutboxOn(platform.hasPage ? createIndexedDbStorage(name, platform) : undefined);
}

/** Creates an outbox on a storage, or in memory only. */
export function createOutboxOn(disk?: Storage): Outbox {
  let memory = disk ? undefined : createMemoryStorage();

  const atomically: Storage['atomically'] = (work, durability) =>
    disk && !memory
      ? disk.atomically(work, durability).catch(() => (memory ??= createMemoryStorage()).atomically(work))
      : (memory ??= createMemoryStorage()).atomically(work);

  return {
    get tier() {
      return memory ? 'memory' : 'indexed-db';
    },
    append: (rows) =>
      atomically(
        async (step) => {
          const replaced = await Promise.all(rows.flatMap(({ slot }) => (slot ? [step.find('slot', slot)] : [])));
          await Promise.all(replaced.flat().map((row) => step.remove(row)));
          await Promise.all(rows.map((row) => step.put(row)));
          return rows.length - replaced.flat().length;
        },
        // The operating system may lose what is only relaxed when the power fails.
        rows.some(({ written }) => written) ? 'strict' : 'relaxed',
      ),
    head: (owner, limit, nowMs) =>
      atomically(async (step) => {
        const due = await step.findDue(owner, 0, nowMs, limit);
        // What is due later than anything can be was deferred before the clock was set back.
        return due.length > 0 ? due : step.findDue(owner, nowMs + longestDeferralMs + 1, Infinity, limit);
      }),
    about: (collateralId) => atomically((step) => step.find('collateralId', collateralId)),
    count: (owner) =>
      atomically(async (step) => {
        const [pending, all, [oldest]] = await Promise.all([
          step.count(owner),
          step.count(),
          step.find('owner', owner, 1),
        ]);
        return { pending, parked: all - pending, oldestPendingAt: oldest?.storedAt ?? null };
      }),
    remove: (rows, letters) =>
      atomically(async (step) => {
        await Promise.all(rows.map((row) => step.remove(row)));
        for (const letter of letters) await step.bury(letter);
      }),
    defer: (rows, dueMs) =>
      atomically(async (step) => {
        for (const row of rows) {
          // Somebody else may have settled it meanwhile.
          if (await step.remove(row)) await step.put({ ...row, dueMs, deferrals: row.deferrals + 1 });
        }
      }),
    reown: (from, to) =>
      atomically(async (step) => {
        const rows = await step.find('owner', from);
        await Promise.all(rows.map((row) => step.put({ ...row, owner: to })));
      }),
    amend: (note, change) =>
      atomically(async (step) => {
        // Only one piece of code writes a note, always as the same type.
        const value = change((await step.readNote(note)) as Parameters<typeof change>[0]);
        await step.writeNote(note, value);
        return value;
      }),
    close: async () => disk?.close(),
  };
}
