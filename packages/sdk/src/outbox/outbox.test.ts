import { deleteDB, openDB } from 'idb';
import { expect } from 'chai';
import { createManualPlatform } from '../testing/index.js';
import { createOutbox, createOutboxOn } from './create-outbox.js';
import { idsOf, roomy, row } from './rows.fixture.js';
import type { DeadLetter, Outbox, OutboxRow } from './outbox.js';

const platform = createManualPlatform();
const letterOf = (letter: OutboxRow): DeadLetter => ({
  row: letter,
  code: 'invalid-event',
  message: '',
  refusedAt: '',
});

for (const [name, create] of [
  ['on disk', () => createOutbox(crypto.randomUUID(), platform, roomy)],
  ['in memory', () => createOutboxOn(undefined, platform, roomy)],
] as const) {
  describe(`an outbox ${name}`, () => {
    let outbox: Outbox;
    beforeEach(() => {
      outbox = create();
    });
    afterEach(() => outbox.close());

    it('returns the oldest rows of one owner first, and counts the others', async () => {
      await outbox.append([row('1'), row('2', { owner: 'bob' })]);
      await outbox.append([row('3'), row('4')]);
      expect(idsOf(await outbox.head('ann', 2, 0))).to.deep.equal(['1', '3']);
      expect(await outbox.count('ann')).to.include({ pending: 3, parked: 1, oldestPendingAt: row('1').storedAt });
      expect(await outbox.count('eve')).to.include({ pending: 0, parked: 4, oldestPendingAt: null });
    });

    it('puts a newer row in the place of one with the same slot, and says by how much it grew', async () => {
      expect((await outbox.append([row('1', { slot: 'v' }), row('2')])).growth).to.equal(2);
      expect((await outbox.append([row('3', { slot: 'v' })])).growth).to.equal(0);
      expect(idsOf(await outbox.head('ann', 9, 0))).to.deep.equal(['2', '3']);
    });

    it('removes just the rows asked for, also when others lie between', async () => {
      await outbox.append([row('1'), row('2', { owner: 'bob' }), row('3'), row('4')]);
      await outbox.remove(await outbox.head('ann', 2, 0), []);
      expect(idsOf(await outbox.head('ann', 9, 0))).to.deep.equal(['4']);
      expect(idsOf(await outbox.head('bob', 9, 0))).to.deep.equal(['2']);
      await outbox.remove(await outbox.head('ann', 1, 0), []);
      expect(await outbox.count('ann')).to.include({ pending: 0, parked: 1 });
    });

    it('removes nothing when asked to remove nothing', async () => {
      await outbox.append([row('1')]);
      await outbox.remove([], []);
      expect((await outbox.count('ann')).pending).to.equal(1);
    });

    it('gives rows to another owner and keeps their order', async () => {
      await outbox.append([row('1', { owner: 'page:x' }), row('2'), row('3', { owner: 'page:x' })]);
      await outbox.reown('page:x', 'ann');
      expect(idsOf(await outbox.head('ann', 9, 0))).to.deep.equal(['1', '2', '3']);
    });

    it('keeps deferred rows back until they are due, behind rows that wait for nothing', async () => {
      await outbox.append([row('1'), row('2'), row('3')]);
      await outbox.defer([row('1'), row('3')], 1_000);
      expect(idsOf(await outbox.head('ann', 9, 999))).to.deep.equal(['2']);
      expect(idsOf(await outbox.head('ann', 9, 1_000))).to.deep.equal(['2', '1', '3']);
      expect((await outbox.head('ann', 9, 1_000))[1]).to.include({ dueMs: 1_000, deferrals: 1 });
      expect((await outbox.count('ann')).pending).to.equal(3);
    });

    it('does not keep rows back for years because the clock was wrong, and brings none back that is gone', async () => {
      await outbox.append([row('1')]);
      await outbox.defer([row('1'), row('gone')], 9e12);
      expect(idsOf(await outbox.head('ann', 9, 1))).to.deep.equal(['1']);
    });

    it('keeps an event once, however often it is stored', async () => {
      await outbox.append([row('1'), row('1')]);
      await outbox.append([row('1')]);
      expect(idsOf(await outbox.head('ann', 9, 0))).to.deep.equal(['1']);
    });

    it('gives up rows stored before a time, and none that is younger', async () => {
      const old = Array.from({ length: 120 }, (_, index) =>
        row(`${100 + index}`, { storedAt: '2025-12-01T00:00:00.000Z' }),
      );
      await outbox.append([...old, row('900'), row('901', { owner: 'bob' })]);
      expect(idsOf(await outbox.dropOlderThan('2026-01-01T00:00:00.000Z'))).to.deep.equal(idsOf(old));
      expect(await outbox.count('ann')).to.include({ pending: 1, parked: 1 });
    });

    it('finds the rows about an item', async () => {
      await outbox.append([row('1', { collateralId: 'a' }), row('2', { collateralId: 'b' }), row('3')]);
      expect(idsOf(await outbox.about('b'))).to.deep.equal(['2']);
    });

    it('finds the rows of some types', async () => {
      await outbox.append([row('1', { type: 'vote' }), row('2'), row('3', { type: 'reply' })]);
      expect(idsOf(await outbox.ofTypes(['reply', 'vote'])).toSorted()).to.deep.equal(['1', '3']);
    });

    it('changes a note in one step, whoever else does', async () => {
      const add = () => outbox.amend<number>('sum', (sum = 0) => sum + 1);
      expect((await Promise.all([add(), add(), add()])).sort()).to.deep.equal([1, 2, 3]);
    });

    it('moves refused rows to the dead letters', async () => {
      await outbox.append([row('1'), row('2')]);
      const [first] = await outbox.head('ann', 1, 0);
      await outbox.remove([first!], [letterOf(first!)]);
      expect(idsOf(await outbox.head('ann', 9, 0))).to.deep.equal(['2']);
    });
  });
}

describe('the outbox database', () => {
  it('keeps only the newest 200 dead letters', async () => {
    const name = crypto.randomUUID();
    const outbox = createOutbox(name, platform, roomy);
    const ids = Array.from({ length: 203 }, (_, index) => `${index}`);
    await outbox.remove(
      [],
      ids.map((id) => letterOf(row(id))),
    );
    await outbox.close();
    const database = await openDB(name);
    const letters = (await database.getAll('dead')) as { readonly row: OutboxRow }[];
    expect(letters.map((letter) => letter.row.id)).to.deep.equal(ids.slice(3));
    database.close();
  });

  it('forgets its dead letters with the person', async () => {
    const name = crypto.randomUUID();
    const outbox = createOutbox(name, platform, roomy);
    await outbox.remove([], [letterOf(row('1'))]);
    await outbox.purge('ann', () => undefined);
    await outbox.close();
    const database = await openDB(name);
    expect(await database.getAll('dead')).to.deep.equal([]);
    database.close();
  });

  it('opens again when the connection was closed under it, and lets go when another page wants to delete it', async () => {
    const name = crypto.randomUUID();
    const outbox = createOutbox(name, platform, roomy);
    await outbox.append([row('1')]);
    await deleteDB(name);
    await outbox.append([row('2')]);
    expect(idsOf(await outbox.head('ann', 9, 0))).to.deep.equal(['2']);
    await outbox.close();
    expect(idsOf(await outbox.head('ann', 9, 0))).to.deep.equal(['2']);
    await outbox.close();
  });
});
