import { expect } from 'chai';
import { openDB } from 'idb';
import { createManualPlatform, type ManualPlatform } from '../testing/index.js';
import { createOutbox } from './create-outbox.js';
import { createIndexedDbStorage } from './indexed-db-storage.js';
import { roomy, row } from './rows.fixture.js';
import type { OutboxSchema } from './schema.js';

describe('a page that is left', () => {
  let name: string;
  let platform: ManualPlatform;

  beforeEach(() => {
    name = crypto.randomUUID();
    platform = createManualPlatform();
  });

  /** The page after it: writes a note and reads the ids of all rows. */
  async function nextPage(): Promise<readonly string[]> {
    const database = await openDB<OutboxSchema>(name);
    const transaction = database.transaction(['events', 'meta'], 'readwrite');
    await transaction.objectStore('meta').put('theirs', 'turn');
    const ids = await transaction.objectStore('events').getAllKeys();
    await transaction.done;
    database.close();
    return ids;
  }

  it('keeps the next one waiting for nothing, and does what was half done when it is back', async () => {
    const storage = createIndexedDbStorage(name, platform);
    let isLong = true;
    let began = (): void => undefined;
    const begun = new Promise<void>((resolve) => (began = resolve));
    const working = storage.atomically(async (step) => {
      await step.put(row('1'));
      began();
      // In a page that is kept for the back button this would never end.
      while (isLong) await step.count();
    });
    await begun;
    platform.change('left');
    expect(await nextPage()).to.deep.equal([]);
    isLong = false;
    platform.change('back');
    await working;
    expect(await nextPage()).to.deep.equal(['1']);
    storage.close();
    expect(platform.leftOvers()).to.equal(0);
  });

  it('begins nothing that could keep others waiting, and does it when it is back', async () => {
    const outbox = createOutbox(name, platform, roomy);
    await outbox.append([row('1')]);
    platform.change('left');
    let isCounted = false;
    const counting = outbox.count('ann').then(({ pending }) => {
      isCounted = true;
      return pending;
    });
    expect(await nextPage()).to.deep.equal(['1']);
    expect(isCounted).to.equal(false);
    platform.change('back');
    expect([await counting, outbox.tier]).to.deep.equal([1, 'indexed-db']);
    await outbox.close();
    expect(platform.leftOvers()).to.equal(0);
  });

  it('goes on by itself when it was not left after all', async () => {
    const outbox = createOutbox(name, platform, roomy);
    await outbox.append([row('1')]);
    platform.change('left');
    platform.change('left');
    const counting = outbox.count('ann');
    platform.advance(1_000);
    expect((await counting).pending).to.equal(1);
    await outbox.close();
    expect(platform.leftOvers()).to.equal(0);
  });

  it('still stores what is recorded while it leaves', async () => {
    const outbox = createOutbox(name, platform, roomy);
    await outbox.append([row('1')]);
    platform.change('left');
    const appended = outbox.append([row('2')]);
    let ids: readonly string[] = [];
    while (ids.length < 2) ids = await nextPage();
    expect(ids).to.deep.equal(['1', '2']);
    platform.change('back');
    expect((await appended).growth).to.equal(1);
    await outbox.close();
  });
});
