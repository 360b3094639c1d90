import type { Platform } from '../platform.js';
import { openIndexedDbOutbox } from './indexed-db-outbox.js';
import { createMemoryOutbox } from './memory-outbox.js';
import type { Outbox } from './outbox.js';

/**
 * Creates the best outbox this page may have: on disk, or in memory when the disk is denied, stuck or fails twice.
 *
 * Starts to open at once, so that the first event of a page can be written in the task it happens in. What is on disk
 * when the disk fails stays there for the next page.
 */
export function createSturdyOutbox(name: string, platform: Platform): Outbox {
  let tier: Outbox['tier'] = 'indexed-db';
  const fallBack = (): Outbox => {
    tier = 'memory';
    return createMemoryOutbox();
  };
  let current = platform.hasPage ? openIndexedDbOutbox(name, platform).catch(fallBack) : Promise.resolve(fallBack());

  async function use<Value>(work: (outbox: Outbox) => Promise<Value>): Promise<Value> {
    const outbox = await current;
    try {
      return await work(outbox);
    } catch (error) {
      if (outbox.tier === 'memory') throw error;
      if (tier !== 'memory') current = Promise.resolve(fallBack());
      return work(await current);
    }
  }

  return {
    get tier() {
      return tier;
    },
    append: (rows) => use((outbox) => outbox.append(rows)),
    head: (owner, limit) => use((outbox) => outbox.head(owner, limit)),
    about: (collateralId) => use((outbox) => outbox.about(collateralId)),
    count: (owner) => use((outbox) => outbox.count(owner)),
    remove: (rows) => use((outbox) => outbox.remove(rows)),
    bury: (letter, limit) => use((outbox) => outbox.bury(letter, limit)),
    reown: (from, to) => use((outbox) => outbox.reown(from, to)),
    amend: (note, change) => use((outbox) => outbox.amend(note, change)),
    close: () => use((outbox) => outbox.close()),
  };
}
