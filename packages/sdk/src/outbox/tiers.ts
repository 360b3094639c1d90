import { lazily } from '../lazily.js';
import type { Platform } from '../platform.js';
import type { OutboxRow } from './outbox.js';
import type { Manner, Storage, Work } from './storage.js';
import type * as Troubled from './troubled-disk.js';

/** The disk while it works, else memory. */
export interface Tiers {
  isOnDisk(): boolean;
  /** Does work where rows are kept now. */
  run<Value>(work: Work<Value>, manner?: Manner): Promise<Value>;
  /** Brings everything to disk if it can, and lets go of it. Returns what is left in memory. */
  close(): Promise<readonly OutboxRow[]>;
}

/** Loads what goes on in memory. */
export const loadTroubledDisk: () => Promise<typeof Troubled> = lazily(() => import('./troubled-disk.js'));

/**
 * Creates tiers over a disk, or over memory alone.
 *
 * Must:
 * 1. begin work on the disk in the task it is asked for in;
 * 2. go on in memory when the disk fails. The code for that is loaded with the first failure; work rejects only when it fails and
 *    the network keeps that code away too.
 */
export function createTiers(disk: Storage | undefined, platform: Platform): Tiers {
  let troubled: Troubled.TroubledDisk | undefined;
  const inTrouble = async (): Promise<Troubled.TroubledDisk> => {
    const { createTroubledDisk } = await loadTroubledDisk();
    return (troubled ??= createTroubledDisk(disk, platform));
  };
  return {
    isOnDisk: () => (troubled ? troubled.isOnDisk() : disk !== undefined),
    async run(work, manner = {}) {
      if (troubled || !disk) return (troubled ?? (await inTrouble())).run(work, manner);
      try {
        return await disk.atomically(work, manner.durability);
      } catch (error) {
        return (await inTrouble()).goOn(work, manner, error);
      }
    },
    async close() {
      const left = (await troubled?.settle()) ?? [];
      disk?.close();
      return left;
    },
  };
}
