import { expect } from 'chai';
import { createManualPlatform } from '../testing/index.js';
import { createOutbox, createOutboxOn } from './create-outbox.js';
import { createFaultyDisk } from './faulty-disk.fixture.js';
import type { Outbox, OutboxRow } from './outbox.js';
import type { QueueLimits } from './room.js';
import { idsOf, roomy, row } from './rows.fixture.js';

const platform = createManualPlatform();
const view = (id: string, more: Partial<OutboxRow> = {}): OutboxRow => row(id, { type: 'view', ...more });
const rating = (id: string, more: Partial<OutboxRow> = {}): OutboxRow =>
  row(id, { type: 'rating', written: true, ...more });

for (const [name, create] of [
  ['on disk', (limits: QueueLimits) => createOutbox(crypto.randomUUID(), platform, limits)],
  ['in memory', (limits: QueueLimits) => createOutboxOn(undefined, platform, limits)],
] as const) {
  describe(`a full outbox ${name}`, () => {
    let outbox: Outbox;
    afterEach(() => outbox.close());

    it('drops the oldest views first, then what else was observed, and what was written last', async () => {
      outbox = create({ events: 3, bytes: 1_000 });
      await outbox.append([rating('1'), row('2'), view('3')]);
      expect(idsOf((await outbox.append([rating('4')])).dropped)).to.deep.equal(['3']);
      expect(idsOf((await outbox.append([view('5')])).dropped)).to.deep.equal(['5']);
      expect(idsOf((await outbox.append([rating('6')])).dropped)).to.deep.equal(['2']);
      expect(idsOf((await outbox.append([rating('7')])).dropped)).to.deep.equal(['1']);
      expect(idsOf(await outbox.head('ann', 9, 0))).to.deep.equal(['4', '6', '7']);
    });

    it('counts bytes as well as events', async () => {
      outbox = create({ events: 100, bytes: 100 });
      await outbox.append([view('1', { bytes: 40 }), view('2', { bytes: 40 }), view('3', { bytes: 20 })]);
      expect(idsOf((await outbox.append([view('4', { bytes: 45 })])).dropped)).to.deep.equal(['1', '2']);
    });

    it('counts rows a page stored that was gone before it took note of them', async () => {
      outbox = create({ events: 3, bytes: 1_000 });
      await outbox.append([row('1'), row('2')]);
      await outbox.amend('size', () => ({ events: 0, bytes: 0 }));
      expect(await outbox.count('ann')).to.include({ pending: 2, parked: 0 });
      expect(idsOf((await outbox.append([view('3'), row('4')])).dropped)).to.deep.equal(['3']);
    });

    it('reckons what a page stored and took no note of by what it noted', async () => {
      outbox = create({ events: 100, bytes: 100 });
      await outbox.append([view('1', { bytes: 30 }), view('2', { bytes: 30 })]);
      await outbox.amend('size', () => ({ events: 1, bytes: 30 }));
      await outbox.count('ann');
      expect(idsOf((await outbox.append([view('3', { bytes: 40 })])).dropped)).to.deep.equal([]);
      expect(idsOf((await outbox.append([view('4', { bytes: 10 })])).dropped)).to.deep.equal(['1']);
    });

    it('has no more room because something was removed that was not there', async () => {
      outbox = create({ events: 2, bytes: 1_000 });
      await outbox.append([view('1'), view('2')]);
      await outbox.remove([view('8'), view('9')], []);
      expect(idsOf((await outbox.append([view('3')])).dropped)).to.deep.equal(['1']);
    });

    it('has room again when rows were delivered, replaced or given up', async () => {
      outbox = create({ events: 3, bytes: 1_000 });
      await outbox.append([view('1', { slot: 'a' }), view('2'), view('3')]);
      expect((await outbox.append([view('4', { slot: 'a' })])).dropped).to.deep.equal([]);
      await outbox.remove([view('2')], []);
      await outbox.remove([view('2')], []);
      expect((await outbox.append([view('5')])).dropped).to.deep.equal([]);
      await outbox.dropOlderThan('2027-01-01T00:00:00.000Z');
      expect((await outbox.append([view('6'), view('7'), view('8')])).dropped).to.deep.equal([]);
      expect(idsOf((await outbox.append([view('9')])).dropped)).to.deep.equal(['6']);
    });

    it('takes a thousand events at once and keeps the newest', async () => {
      outbox = create({ events: 100, bytes: 1_000_000 });
      const rows = Array.from({ length: 1_000 }, (_, index) => view(`${1_000 + index}`));
      const { dropped } = await outbox.append(rows);
      expect(dropped).to.have.length(900);
      expect(idsOf(await outbox.head('ann', 200, 0))).to.deep.equal(idsOf(rows.slice(900)));
    });
  });
}

describe('a disk that is full', () => {
  it('loses the oldest tenth of the views and takes the rating', async () => {
    const disk = createFaultyDisk();
    const outbox = createOutboxOn(disk, platform, roomy);
    await outbox.append([rating('00'), ...Array.from({ length: 20 }, (_, index) => view(`${10 + index}`))]);
    const atomically = disk.atomically.bind(disk);
    let isFull = true;
    disk.atomically = async function (work, durability) {
      if (durability !== 'strict' || !isFull) return atomically(work, durability);
      isFull = false;
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(idsOf((await outbox.append([rating('50')])).dropped)).to.deep.equal(['10', '11']);
    expect(outbox.tier).to.equal('indexed-db');
    expect((await outbox.count('ann')).pending).to.equal(20);
  });

  it('goes on in memory when that does not help', async () => {
    const disk = createFaultyDisk();
    const outbox = createOutboxOn(disk, platform, roomy);
    disk.fault = 'QuotaExceededError';
    expect((await outbox.append([rating('1')])).dropped).to.deep.equal([]);
    expect(outbox.tier).to.equal('memory');
    expect(idsOf(await outbox.head('ann', 9, 0))).to.deep.equal(['1']);
  });
});
