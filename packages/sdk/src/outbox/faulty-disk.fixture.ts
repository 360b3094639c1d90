import { createMemoryStorage } from './memory-storage.js';
import type { Storage } from './storage.js';

/** A disk whose faults a test switches on and off. */
export interface FaultyDisk extends Storage {
  /** Rejects work before it is done: with this name of a DOMException. */
  fault: string | null;
  /** What was done on it so far. */
  readonly durabilities: readonly (string | undefined)[];
  /** Makes the next work fail although it was done: the answer of the disk was lost. */
  losesNextAnswer: boolean;
}

/** Creates a disk in memory that fails on demand. */
export function createFaultyDisk(): FaultyDisk {
  const storage = createMemoryStorage();
  const durabilities: (string | undefined)[] = [];
  return {
    fault: null,
    losesNextAnswer: false,
    durabilities,
    async atomically(work, durability) {
      durabilities.push(durability);
      if (this.fault) throw new DOMException('made up', this.fault);
      const value = await storage.atomically(work);
      if (this.losesNextAnswer) {
        this.losesNextAnswer = false;
        throw new DOMException('made up', 'UnknownError');
      }
      return value;
    },
    close: () => undefined,
  };
}
