import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { findViolations } from '../testing/find-violations.fixture.js';
import { fourteenRatings, InMemoryClient, summaryOf } from '../testing/in-memory-client.fixture.js';
import { mountRating, radios, settle, textOf, type MountedRating } from '../testing/mount.fixture.js';
import type { OwnRating, RatingSummary } from '@collateral/sdk';

/** Mounts a rating on a device that keeps its answer back until it is let go, as a browser does that cannot open its database. */
async function mountOnSlowDevice(
  fields: Partial<RatingSummary> | Error,
): Promise<MountedRating & { readonly answer: () => Promise<void> }> {
  const client = new InMemoryClient();
  client.summaries.set('deck-42', fields instanceof Error ? fields : summaryOf('deck-42', fields));
  let open!: () => void;
  client.deviceGate = new Promise((resolve) => (open = resolve));
  const mounted = await mountRating('summary', client);
  const answer = async (): Promise<void> => {
    open();
    await settle(mounted.rating);
  };
  return { ...mounted, answer };
}

const rated = (value: number): OwnRating => ({ value, id: 'earlier', ratedAt: '2026-01-01T00:00:00Z' });
const newer = { id: 'offline', value: 5, occurredAt: '2026-01-05T09:00:00.000Z' };

describe('collateral-rating on a device that is slow to answer', () => {
  it('breaks no rule of axe meanwhile', async () => {
    const { rating } = await mountOnSlowDevice({ metric: fourteenRatings });
    expect(await findViolations(rating)).to.deep.equal([]);
  });

  it('shows the score as soon as the server has answered', async () => {
    const { rating } = await mountOnSlowDevice({ metric: fourteenRatings });
    expect(textOf(rating, '.score')).to.equal('3.9 (likely 3.4 to 4.4), 14 ratings');
  });

  it('names the own rating when the device has said that it keeps no newer one', async () => {
    const { rating, answer, fired } = await mountOnSlowDevice({ mine: rated(2) });
    expect([rating.value, textOf(rating, '.foot')]).to.deep.equal([null, '']);
    await answer();
    expect([rating.value, textOf(rating, '.foot'), fired]).to.deep.equal([2, 'You rated 2, Weak', []]);
  });

  it('never shows an older rating of the server before the newer one of the device', async () => {
    const { rating, client, answer } = await mountOnSlowDevice({ mine: rated(2) });
    client.pending.set('deck-42', newer);
    await answer();
    expect([rating.value, textOf(rating, '[role="status"]')]).to.deep.equal([
      5,
      'You rated 5, Excellent. Saved on this device, will be sent',
    ]);
  });

  it('keeps the newer one of the device while both are asked again', async () => {
    const { rating, client, answer } = await mountOnSlowDevice({ mine: rated(2) });
    client.pending.set('deck-42', newer);
    await answer();
    client.deviceGate = new Promise(() => undefined);
    client.summaries.set('deck-42', summaryOf('deck-42', { mine: rated(3), metric: fourteenRatings }));
    client.signal('delivered', { ids: ['offline'], collateralIds: ['deck-42'] });
    await settle(rating);
    expect([rating.value, textOf(rating, '.score')]).to.deep.equal([5, '3.9 (likely 3.4 to 4.4), 14 ratings']);
  });

  it('R4: asks about the new version when the device has said that it was not rated yet', async () => {
    const { rating, answer } = await mountOnSlowDevice({ version: 'v2', previous: { version: 'v1', value: 2 } });
    expect(textOf(rating, '.foot')).to.equal('');
    await answer();
    expect(textOf(rating, '.foot')).to.equal('You rated v1: 2. Rate v2?');
  });

  it('says that ratings could not be loaded without waiting for the device', async () => {
    const { rating } = await mountOnSlowDevice(new Error('offline'));
    expect(textOf(rating, '[role="status"]')).to.equal('Ratings could not be loaded.');
  });

  it('takes a choice by keyboard meanwhile and keeps it', async () => {
    const { rating, client, answer } = await mountOnSlowDevice({ mine: rated(2) });
    radios(rating)[0]!.focus();
    for (const key of ['4', 'Enter']) await sendKeys({ press: key });
    await answer();
    expect([rating.value, client.rated]).to.deep.equal([4, [{ collateralId: 'deck-42', value: 4 }]]);
  });
});
