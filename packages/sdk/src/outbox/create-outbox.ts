import type { Platform } from '../platform.js';
import { createIndexedDbStorage } from './indexed-db-storage.js';
import { longestDeferralMs, type Outbox, type OutboxRow } from './outbox.js';
import { account, countAll, dropOldestViews, dropOlderThan, makeRoom, removeRows, type QueueLimits } from './room.js';
import type { Step, Storage, Work } from './storage.js';
import { createTiers } from './tiers.js';

/** Creates the best outbox this page may have: on disk, or in memory while the disk is denied, stuck or fails. */
export function createOutbox(name: string, platform: Platform, limits: QueueLimits): Outbox {
  // Opened at once, so that the first event of a page can be written in the task it happens in.
  return createOutboxOn(platform.hasPage ? createIndexedDbStorage(name, platform) : undefined, platform, limits);
}

/** Creates an outbox on a storage, or in memory only. */
export function createOutboxOn(disk: Storage | undefined, platform: Platform, limits: QueueLimits): Outbox {
  const tiers = createTiers(disk, platform);

  return {
    get tier() {
      return tiers.isOnDisk() ? 'indexed-db' : 'memory';
    },
    async append(rows) {
      let evicted: readonly OutboxRow[] = [];
      await tiers.run(
        (step) => {
          const stored = Promise.all(rows.map((row) => step.put(row)));
          step.seal();
          return stored;
        },
        // The operating system may lose what is only relaxed when the power fails.
        rows.some(({ written }) => written) ? 'strict' : 'relaxed',
        async (step) => {
          evicted = await dropOldestViews(step);
        },
      );
      // A step of its own: reading before the page knows that it wrote would cost those that leave in the same task their rows.
      const { replaced, dropped } = await tiers.run(async (step) => {
        const older = await Promise.all([...newestBySlot(rows)].map(([slot, row]) => findOlder(step, slot, row)));
        const { length: replaced } = await removeRows(step, older.flat());
        const size = await account(step, rows, []);
        return { replaced, dropped: await makeRoom(step, size, limits) };
      });
      return { growth: rows.length - replaced, dropped: [...evicted, ...dropped] };
    },
    head: (owner, limit, nowMs) =>
      tiers.run(async (step) => {
        const due = await step.findDue(owner, 0, nowMs, limit);
        // What is due later than anything can be was deferred before the clock was set back.
        return due.length > 0 ? due : step.findDue(owner, nowMs + longestDeferralMs + 1, Infinity, limit);
      }),
    about: (collateralId) => tiers.run((step) => step.find('collateralId', collateralId)),
    ofTypes: (types) =>
      tiers.run(async (step) => (await Promise.all(types.map((type) => step.find('type', type)))).flat()),
    count: (owner) =>
      tiers.run(async (step) => {
        const [pending, events, [oldest]] = await Promise.all([
          step.count(owner),
          countAll(step),
          step.find('owner', owner, 1),
        ]);
        return { pending, parked: events - pending, oldestPendingAt: oldest?.storedAt ?? null };
      }),
    async remove(rows, letters) {
      const removed = await tiers.run(async (step) => {
        for (const letter of letters) await step.bury(letter);
        return removeRows(step, rows);
      });
      // They were read from a disk that failed since; it must not bring them back.
      const elsewhere = rows.filter((row) => !removed.includes(row));
      if (elsewhere.length > 0) tiers.onReturn((step) => removeRows(step, elsewhere));
    },
    dropOlderThan: (storedAt) => tiers.run((step) => dropOlderThan(step, storedAt)),
    defer: (rows, dueMs) =>
      tiers.run(async (step) => {
        for (const row of rows) {
          // Somebody else may have settled it meanwhile.
          if (await step.remove(row)) await step.put({ ...row, dueMs, deferrals: row.deferrals + 1 });
        }
      }),
    async purge(owner, removed) {
      const work = async (step: Step, isWanted: (row: OutboxRow) => boolean): Promise<readonly OutboxRow[]> => {
        await step.clearLetters();
        const rows = await step.oldest();
        const hers = rows.filter((row) => row.owner === owner || row.owner.startsWith('page:'));
        return removeRows(step, hers.filter(isWanted));
      };
      const now = new Date(platform.now()).toISOString();
      removed(await tiers.run((step) => work(step, () => true)));
      tiers.onReturn(async (step) => removed(await work(step, ({ storedAt }) => storedAt <= now)));
    },
    async reown(from, to) {
      const work: Work<void> = async (step) => {
        const rows = await step.find('owner', from);
        await Promise.all(rows.map((row) => step.put({ ...row, owner: to })));
      };
      await tiers.run(work);
      // Rows of this page may be on a disk that failed since: they would be nobody's for ever.
      tiers.onReturn(work);
    },
    amend: (note, change) =>
      tiers.run(async (step) => {
        // Only one piece of code writes a note, always as the same type.
        const value = change((await step.readNote(note)) as Parameters<typeof change>[0]);
        await step.writeNote(note, value);
        return value;
      }),
    async close() {
      const inMemory = tiers.isOnDisk() ? [] : await tiers.run((step) => step.oldest());
      if (inMemory.length > 0) await tiers.comeBack();
      tiers.close();
      return tiers.isOnDisk() ? [] : inMemory;
    },
  };
}

function newestBySlot(rows: readonly OutboxRow[]): ReadonlyMap<string, OutboxRow> {
  return new Map(rows.flatMap((row) => (row.slot ? [[row.slot, row] as const] : [])));
}

async function findOlder(step: Step, slot: string, newest: OutboxRow): Promise<readonly OutboxRow[]> {
  return (await step.find('slot', slot)).filter(({ id }) => id < newest.id);
}
