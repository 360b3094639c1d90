import type { Platform } from '../platform.js';
import { dropOldestViews } from './make-room.js';
import { createMemoryStorage } from './memory-storage.js';
import type { OutboxRow } from './outbox.js';
import { account, removeRows } from './room.js';
import type { Manner, Storage, Work } from './storage.js';

/** A disk that failed at least once, or is not there, with memory to fall back on. */
export interface TroubledDisk {
  isOnDisk(): boolean;
  /** Does work where rows are kept now. */
  run<Value>(work: Work<Value>, manner: Manner): Promise<Value>;
  /** Does work that failed on the disk. */
  goOn<Value>(work: Work<Value>, manner: Manner, error: unknown): Promise<Value>;
  /** Tries once more to bring everything to disk, now, and returns what is still in memory. */
  settle(): Promise<readonly OutboxRow[]>;
}

const firstProbeMs = 5_000;
const longestProbeMs = 300_000;

/**
 * Creates what goes on when a disk fails.
 *
 * Must:
 * 1. go on in memory, never throw;
 * 2. look after the disk again, and bring there what came into memory and what it missed, in one step and alone;
 * 3. change nothing when the same is done twice: a disk that said no may have done it. Rows are keyed by id for that.
 */
export function createTroubledDisk(disk: Storage | undefined, platform: Platform): TroubledDisk {
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

  function run<Value>(work: Work<Value>, manner: Manner): Promise<Value> {
    if (returning) return returning.then(() => run(work, manner));
    if (disk && !memory)
      return disk.atomically(work, manner.durability).catch((error: unknown) => goOn(work, manner, error));
    if (disk && platform.monotonicNow() >= probeAtMs) void probe(disk);
    return inMemory(work, manner);
  }

  async function goOn<Value>(work: Work<Value>, manner: Manner, error: unknown): Promise<Value> {
    if (disk && manner.evicted && (error as Error | undefined)?.name === 'QuotaExceededError') {
      try {
        manner.evicted(await disk.atomically(dropOldestViews));
        return await disk.atomically(work, manner.durability);
      } catch {
        // That was not enough.
      }
    }
    return inMemory(work, manner);
  }

  async function inMemory<Value>(work: Work<Value>, { onReturn }: Manner): Promise<Value> {
    const value = await fall().atomically(work);
    if (onReturn && disk && memory) missed.push(onReturn);
    return value;
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
    goOn,
    async settle() {
      const rows = (await memory?.atomically((step) => step.oldest())) ?? [];
      if (rows.length > 0) await comeBack();
      return memory ? rows : [];
    },
  };
}
