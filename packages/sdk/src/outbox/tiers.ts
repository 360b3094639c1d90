import type { Platform } from '../platform.js';
import { createMemoryStorage } from './memory-storage.js';
import { account, removeRows } from './room.js';
import type { Storage, Work } from './storage.js';

/** The disk while it works, else memory. */
export interface Tiers {
  isOnDisk(): boolean;
  /**
   * Does work where rows are kept now. `makeRoom` is tried on the disk once when the browser says that it is full, before
   * the work is done again.
   */
  run<Value>(work: Work<Value>, durability?: IDBTransactionDurability, makeRoom?: Work<unknown>): Promise<Value>;
  /** Does work on the disk as soon as it is back; nothing to do while it is there. */
  onReturn(work: Work<unknown>): void;
  /** Tries once more to bring everything to disk, now. */
  comeBack(): Promise<void>;
  close(): void;
}

const firstProbeMs = 5_000;
const longestProbeMs = 300_000;

/**
 * Creates tiers over a disk, or over memory alone.
 *
 * Must:
 * 1. begin work on the disk in the task it is asked for in;
 * 2. go on in memory when the disk fails, never throw;
 * 3. look after the disk again, and bring there what came into memory and what it missed, in one step and alone;
 * 4. change nothing when the same is done twice: a disk that said no may have done it. Rows are keyed by id for that.
 */
export function createTiers(disk: Storage | undefined, platform: Platform): Tiers {
  let memory = disk ? undefined : createMemoryStorage();
  let missed: Work<unknown>[] = [];
  let returning: Promise<void> | undefined;
  let failures = 0;
  let probeAtMs = 0;

  function fall(): Storage {
    if (!memory || probeAtMs < platform.monotonicNow()) {
      probeAtMs = platform.monotonicNow() + Math.min(longestProbeMs, firstProbeMs * 2 ** failures++);
    }
    return (memory ??= createMemoryStorage());
  }

  function run<Value>(
    work: Work<Value>,
    durability?: IDBTransactionDurability,
    makeRoom?: Work<unknown>,
  ): Promise<Value> {
    if (returning) return returning.then(() => run(work, durability, makeRoom));
    if (!disk || memory) {
      if (disk && platform.monotonicNow() >= probeAtMs) void probe(disk);
      return fall().atomically(work);
    }
    return disk
      .atomically(work, durability)
      .catch(async (error: unknown) => {
        if (!makeRoom || (error as Error | undefined)?.name !== 'QuotaExceededError') throw error;
        await disk.atomically(makeRoom);
        return disk.atomically(work, durability);
      })
      .catch(() => fall().atomically(work));
  }

  /** Finds out in the background, because a disk that hangs must hold up nobody. */
  async function probe(storage: Storage): Promise<void> {
    probeAtMs = Infinity;
    const isBack = await storage.atomically(async () => true).catch(() => false);
    probeAtMs = 0;
    if (isBack) await comeBack();
    else fall();
  }

  function comeBack(): Promise<void> {
    if (!disk || !memory) return Promise.resolve();
    return (returning ??= moveToDisk(disk, memory).finally(() => (returning = undefined)));
  }

  async function moveToDisk(storage: Storage, from: Storage): Promise<void> {
    const rows = await from.atomically((step) => step.oldest());
    try {
      await storage.atomically(async (step) => {
        for (const work of missed) await work(step);
        await removeRows(step, rows);
        await Promise.all(rows.map((row) => step.put(row)));
        await account(step, rows, []);
      }, 'strict');
      memory = undefined;
      missed = [];
      failures = 0;
    } catch {
      // It was there for a moment only, or it is full. Everything is still in memory.
      probeAtMs = 0;
      fall();
    }
  }

  return {
    isOnDisk: () => !memory,
    run,
    onReturn(work) {
      if (disk && memory) missed.push(work);
    },
    comeBack,
    close: () => disk?.close(),
  };
}
