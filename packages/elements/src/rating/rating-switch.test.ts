import { CollateralError } from '@collateral/sdk';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { findViolations } from '../testing/find-violations.fixture.js';
import { InMemoryClient, summaryOf } from '../testing/in-memory-client.fixture.js';
import { mount, mountRating, radios, settle, textOf } from '../testing/mount.fixture.js';
import type { CollateralRating } from './collateral-rating.js';

const statusOf = (rating: HTMLElement): string => textOf(rating, '[role="status"]');

/** Walks to 3 with the arrow keys and does not rest there. */
async function walkToThree(rating: CollateralRating): Promise<void> {
  rating.focus();
  await sendKeys({ press: 'ArrowRight' });
  await sendKeys({ press: 'ArrowRight' });
  expect(rating.value).to.equal(3);
}

const changes: readonly [string, (rating: CollateralRating) => unknown][] = [
  ['collateral-id', (rating) => (rating.collateralId = 'deck-43')],
  ['version', (rating) => (rating.version = 'v2')],
  ['scale', (rating) => (rating.scale = 'stars-10@1')],
  ['collateral-id and value', (rating) => Object.assign(rating, { collateralId: 'deck-43', value: 1 })],
];

describe('collateral-rating turns to another item', () => {
  it('breaks no rule of axe afterwards', async () => {
    const { rating } = await mountRating();
    rating.collateralId = 'deck-43';
    await settle(rating);
    expect(await findViolations(rating)).to.deep.equal([]);
  });

  for (const [name, change] of changes) {
    it(`records a walk under way for the old item when ${name} changes`, async () => {
      const { rating, client } = await mountRating();
      const told: string[] = [];
      rating.addEventListener('collateral-rate', ({ collateralId, version }) =>
        told.push(`${collateralId} ${version}`),
      );
      await walkToThree(rating);
      change(rating);
      await settle(rating);
      expect(client.rated).to.deep.equal([{ collateralId: 'deck-42', value: 3 }]);
      expect(told).to.deep.equal(['deck-42 undefined']);
      expect(rating.value).to.equal(name.endsWith('value') ? 1 : null);
    });
  }

  it('does not lose a choice the device could not store', async () => {
    const { rating, client } = await mountRating();
    client.receipt = new CollateralError('client-closed', 'Closed by the test.');
    radios(rating)[3]!.click();
    await settle(rating);
    rating.collateralId = 'deck-43';
    await settle(rating);
    expect(statusOf(rating)).to.equal('');
    client.receipt = 'stored';
    rating.collateralId = 'deck-42';
    await settle(rating);
    expect(rating.value).to.equal(4);
    [...rating.shadowRoot!.querySelectorAll('button')].find((each) => each.textContent.trim() === 'Try again')!.click();
    await settle(rating);
    expect(client.rated.at(-1)).to.deep.equal({ collateralId: 'deck-42', value: 4 });
    expect(statusOf(rating)).to.contain('You rated 4');
  });

  it('does not lose a choice made without a client', async () => {
    const stage = mount('<collateral-rating collateral-id="deck-42" label="Deck"></collateral-rating>');
    const rating = stage.querySelector('collateral-rating')!;
    await settle(rating);
    radios(rating)[1]!.click();
    rating.collateralId = 'deck-43';
    await settle(rating);
    radios(rating)[4]!.click();
    await settle(rating);
    const provider = document.createElement('collateral-provider');
    const client = new InMemoryClient();
    provider.client = client;
    stage.append(provider);
    provider.append(rating);
    await settle(rating);
    expect(client.rated).to.deep.equal([
      { collateralId: 'deck-42', value: 2 },
      { collateralId: 'deck-43', value: 5 },
    ]);
  });

  it('takes an unsaved choice up again when the page comes back to its item', async () => {
    const { rating, client } = await mountRating();
    client.receipt = new CollateralError('client-closed', 'Closed by the test.');
    radios(rating)[3]!.click();
    await settle(rating);
    rating.collateralId = 'deck-43';
    await settle(rating);
    rating.collateralId = 'deck-42';
    await settle(rating);
    expect([rating.value, statusOf(rating)]).to.deep.equal([4, 'Not saved: this browser could not store it.']);
  });

  it('keeps a walk when the page mirrors every input into value', async () => {
    const { rating, client, timers } = await mountRating();
    rating.addEventListener('input', () => (rating.value = Number(rating.value)));
    await walkToThree(rating);
    timers.pass(10_000);
    expect(client.rated).to.deep.equal([{ collateralId: 'deck-42', value: 3 }]);
  });

  it('says nothing of the last choice while a walk is under way', async () => {
    const client = new InMemoryClient();
    client.summaries.set(
      'deck-42',
      summaryOf('deck-42', { mine: { value: 4, id: 'e', ratedAt: '2026-01-01T00:00:00Z' } }),
    );
    const { rating, timers } = await mountRating('clearable', client);
    expect(textOf(rating, '.foot')).to.equal('You rated 4, Good Withdraw');
    const button = rating.shadowRoot!.querySelector('button')!;
    rating.focus();
    await sendKeys({ press: 'ArrowLeft' });
    await settle(rating);
    expect([textOf(rating, '.line:not(.anchor)'), getComputedStyle(button).visibility]).to.deep.equal(['', 'hidden']);
    timers.pass(10_000);
    await settle(rating);
    expect([statusOf(rating), getComputedStyle(button).visibility]).to.deep.equal([
      'You rated 3, OK. Saved on this device, will be sent',
      'visible',
    ]);
    await sendKeys({ press: 'ArrowRight' });
    await settle(rating);
    expect(statusOf(rating)).to.equal('');
  });
});

describe('collateral-rating turns to another client', () => {
  it('shows nothing of the person before, also when the server can not be reached', async () => {
    const first = new InMemoryClient();
    const mine = { id: 'event-9', value: 4, ratedAt: '2026-05-01T09:00:00.000Z' };
    first.summaries.set('deck-42', summaryOf('deck-42', { mine }));
    const { rating } = await mountRating('', first);
    expect(rating.value).to.equal(4);
    const next = new InMemoryClient();
    next.summaries.set('deck-42', new CollateralError('network-failed', 'offline'));
    rating.closest('collateral-provider')!.client = next;
    await settle(rating);
    expect(rating.value).to.equal(null);
    expect(rating.shadowRoot!.textContent).not.to.contain('You rated');
  });

  it('says of a rating that waits what the device says of it', async () => {
    const { rating } = await mountRating();
    radios(rating)[3]!.click();
    await settle(rating);
    const next = new InMemoryClient();
    rating.closest('collateral-provider')!.client = next;
    await settle(rating);
    expect([statusOf(rating), rating.value]).to.deep.equal(['', null]);
    const again = new InMemoryClient();
    again.pending.set('deck-42', { id: 'event-1', value: 4, occurredAt: '2026-05-01T09:00:00.000Z' });
    rating.closest('collateral-provider')!.client = again;
    await settle(rating);
    expect([statusOf(rating), rating.value]).to.deep.equal([
      'You rated 4, Good. Saved on this device, will be sent',
      4,
    ]);
  });

  it('hands nothing over to it that the client before could not store: it may be another person', async () => {
    const { client, rating } = await mountRating();
    client.receipt = new Error('full');
    radios(rating)[1]!.click();
    await settle(rating);
    const next = new InMemoryClient();
    rating.closest('collateral-provider')!.client = next;
    await settle(rating);
    expect([next.rated.length, rating.value]).to.deep.equal([0, null]);
  });
});
