import { expect } from 'chai';
import { createManualPlatform, type ManualPlatform } from '../testing/index.js';
import { createOutboxOn } from './create-outbox.js';
import { createFaultyDisk, type FaultyDisk } from './faulty-disk.fixture.js';
import type { Outbox } from './outbox.js';
import { idsOf, roomy, row, untilOnDisk } from './rows.fixture.js';

describe('an outbox whose disk fails', () => {
  let platform: ManualPlatform;
  let disk: FaultyDisk;
  let outbox: Outbox;
  beforeEach(() => {
    platform = createManualPlatform();
    disk = createFaultyDisk();
    outbox = createOutboxOn(disk, platform, roomy);
  });

  /** Lets the outbox find out that the disk works. */
  async function comeBack(): Promise<void> {
    disk.fault = null;
    platform.advance(300_000);
    await untilOnDisk(outbox);
  }

  it('keeps new rows in memory and brings them to disk when it is back', async () => {
    await outbox.append([row('1')]);
    disk.fault = 'UnknownError';
    await outbox.append([row('2')]);
    expect(outbox.tier).to.equal('memory');
    expect(idsOf(await outbox.head('ann', 9, 0))).to.deep.equal(['2']);
    await comeBack();
    expect(idsOf(await outbox.head('ann', 9, 0))).to.deep.equal(['1', '2']);
    expect((await outbox.count('ann')).pending).to.equal(2);
    const other = createOutboxOn(disk, platform, roomy);
    expect(idsOf(await other.head('ann', 9, 0))).to.deep.equal(['1', '2']);
  });

  it('does what is asked while everything comes to disk once that is done', async () => {
    disk.fault = 'UnknownError';
    await outbox.append([row('1')]);
    const atomically = disk.atomically.bind(disk);
    let moves = (): void => undefined;
    const moving = new Promise<void>((resolve) => (moves = resolve));
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    disk.atomically = async (work, durability) => {
      if (durability === 'strict') {
        moves();
        await held;
      }
      return atomically(work, durability);
    };
    disk.fault = null;
    platform.advance(5_000);
    await outbox.count('ann');
    await moving;
    const asked = Promise.all([outbox.append([row('2')]), outbox.count('ann')]);
    goOn();
    expect((await asked)[0].growth).to.equal(1);
    expect(outbox.tier).to.equal('indexed-db');
    expect(idsOf(await outbox.head('ann', 9, 0))).to.deep.equal(['1', '2']);
  });

  it('keeps a row once when the disk did what it said had failed', async () => {
    disk.losesNextAnswer = true;
    await outbox.append([row('1')]);
    expect(outbox.tier).to.equal('memory');
    await comeBack();
    expect(idsOf(await outbox.head('ann', 9, 0))).to.deep.equal(['1']);
    expect((await outbox.count('ann')).parked).to.equal(0);
  });

  it('does not bring rows back that were answered for meanwhile', async () => {
    await outbox.append([row('1'), row('2')]);
    const sent = await outbox.head('ann', 1, 0);
    disk.fault = 'UnknownError';
    await outbox.remove(sent, []);
    await comeBack();
    expect(idsOf(await outbox.head('ann', 9, 0))).to.deep.equal(['2']);
    expect((await outbox.count('ann')).parked).to.equal(0);
  });

  it('gives the rows on disk to the person who became known meanwhile', async () => {
    await outbox.append([row('1', { owner: 'page:x' })]);
    disk.fault = 'UnknownError';
    await outbox.append([row('2', { owner: 'page:x' })]);
    await outbox.reown('page:x', 'ann');
    await outbox.append([row('3')]);
    await comeBack();
    expect(idsOf(await outbox.head('ann', 9, 0))).to.deep.equal(['1', '2', '3']);
  });

  it('asks a disk that stays away less and less often, up to every five minutes', async () => {
    disk.fault = 'UnknownError';
    await outbox.append([row('1')]);
    const asked: number[] = [];
    for (let second = 1; second <= 1_000; second += 1) {
      platform.advance(1_000);
      const before = disk.durabilities.length;
      await outbox.count('ann');
      await outbox.count('ann');
      if (disk.durabilities.length > before) asked.push(second);
    }
    expect(asked).to.deep.equal([5, 15, 35, 75, 155, 315, 615, 915]);
  });

  it('stays in memory when the disk is back for a moment only', async () => {
    disk.fault = 'UnknownError';
    await outbox.append([row('1')]);
    platform.advance(5_000);
    const atomically = disk.atomically.bind(disk);
    let isProbe = true;
    disk.atomically = async function (work, durability) {
      if (!isProbe) disk.fault = 'QuotaExceededError';
      isProbe = false;
      disk.fault ??= null;
      return atomically(work, durability);
    };
    disk.fault = null;
    await outbox.count('ann');
    await outbox.count('ann');
    await outbox.count('ann');
    expect(outbox.tier).to.equal('memory');
    expect(idsOf(await outbox.head('ann', 9, 0))).to.deep.equal(['1']);
    disk.atomically = atomically;
    await comeBack();
    expect(idsOf(await outbox.head('ann', 9, 0))).to.deep.equal(['1']);
  });

  it('keeps what two pages wrote in memory when both come back', async () => {
    const other = createOutboxOn(disk, platform, roomy);
    await outbox.append([row('1', { owner: 'page:x' })]);
    disk.fault = 'UnknownError';
    await Promise.all([outbox.append([row('2', { owner: 'page:x' })]), other.append([row('3', { owner: 'page:y' })])]);
    await Promise.all([outbox.reown('page:x', 'ann'), other.reown('page:y', 'ann')]);
    disk.fault = null;
    platform.advance(5_000);
    await Promise.all([untilOnDisk(outbox), untilOnDisk(other)]);
    expect(idsOf(await outbox.head('ann', 9, 0))).to.deep.equal(['1', '2', '3']);
    expect((await other.count('ann')).pending).to.equal(3);
  });

  it('purges a disk that is back of what was there then, and of nothing another page stored since', async () => {
    const other = createOutboxOn(disk, platform, roomy);
    const at = (ms: number): string => new Date(platform.now() + ms).toISOString();
    await other.append([row('1', { storedAt: at(-1) }), row('2', { owner: 'bob', storedAt: at(-1) })]);
    disk.fault = 'UnknownError';
    const removed: string[] = [];
    await outbox.purge('ann', (rows) => removed.push(...idsOf(rows)));
    expect(removed).to.deep.equal([]);
    disk.fault = null;
    await other.append([row('3', { storedAt: at(1) })]);
    await comeBack();
    expect(removed).to.deep.equal(['1']);
    expect(idsOf(await other.head('ann', 9, 0))).to.deep.equal(['3']);
    expect(idsOf(await other.head('bob', 9, 0))).to.deep.equal(['2']);
  });

  it('brings everything to disk when it is closed, and says what it could not bring there', async () => {
    disk.fault = 'UnknownError';
    await outbox.append([row('1')]);
    expect(idsOf(await outbox.close())).to.deep.equal(['1']);
    disk.fault = null;
    expect(await outbox.close()).to.deep.equal([]);
    expect(idsOf(await createOutboxOn(disk, platform, roomy).head('ann', 9, 0))).to.deep.equal(['1']);
  });
});
