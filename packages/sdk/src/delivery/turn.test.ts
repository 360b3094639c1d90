import { expect } from 'chai';
import { createOutboxOn } from '../outbox/create-outbox.js';
import { roomy } from '../outbox/rows.fixture.js';
import { createManualPlatform, type ManualPlatform } from '../testing/index.js';
import { createTurn, type Turn } from './turn.js';

describe('the turn to send', () => {
  let platform: ManualPlatform;
  let mine: Turn;
  let theirs: Turn;

  beforeEach(() => {
    platform = createManualPlatform();
    const outbox = createOutboxOn(undefined, platform, roomy);
    mine = createTurn(outbox, platform, '/collateral', 'mine');
    theirs = createTurn(outbox, platform, '/collateral', 'theirs');
  });

  it('waits the whole five minutes of a back-off, for everybody, unless it is urgent', async () => {
    for (let failures = 0; failures < 10; failures += 1) {
      expect(await mine.take(true)).to.equal(0);
      await mine.fail(0);
    }
    expect(await mine.take(false)).to.equal(platform.now() + 300_000);
    expect(await theirs.take(false)).to.equal(platform.now() + 300_000);
    platform.advance(299_999);
    expect(await theirs.take(false)).to.equal(platform.now() + 1);
    expect(await theirs.take(true)).to.equal(0);
  });

  it('waits a whole day when the server asks for it or for more, however urgent', async () => {
    await mine.take(false);
    expect(await mine.fail(platform.now() + 90_000_000)).to.equal(platform.now() + 86_400_000);
    expect(await theirs.take(true)).to.equal(platform.now() + 86_400_000);
    expect(theirs.isToldToWait()).to.equal(true);
    platform.advance(86_400_000);
    expect(theirs.isToldToWait()).to.equal(false);
    expect(await theirs.take(true)).to.equal(0);
  });

  it('forgets the failures when the server took something, not when it was only kept or given back', async () => {
    await mine.take(true);
    const first = (await mine.fail(0)) - platform.now();
    await mine.take(true);
    await mine.keep(0, false);
    await mine.end(false);
    await mine.take(true);
    expect((await mine.fail(0)) - platform.now()).to.equal(2 * first);
    await mine.take(true);
    await mine.end(true);
    await mine.take(true);
    expect((await mine.fail(0)) - platform.now()).to.equal(first);
  });

  it('knows that another page has it until that is over', async () => {
    expect(mine.isElsewhere()).to.equal(false);
    await theirs.take(false);
    expect(await mine.take(true)).to.equal(platform.now() + 5_000);
    expect(mine.isElsewhere()).to.equal(true);
    await theirs.end(false);
    expect(await mine.take(true)).to.equal(0);
    expect(mine.isElsewhere()).to.equal(false);
  });

  it('believes a lease as long as any request may need, and none that is longer', async () => {
    await theirs.take(false);
    await theirs.keep(55_000, false);
    expect(await mine.take(true)).to.equal(platform.now() + 5_000);
    await theirs.keep(55_001, false);
    expect(await mine.take(true)).to.equal(0);
    expect(await theirs.keep(0, false)).to.equal(false);
  });
});
