import { CollateralError } from '@collateral/sdk';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { CollateralStatusEvent } from '../shared/events.js';
import { catchWarnings } from '../testing/catch-warnings.fixture.js';
import { findViolations } from '../testing/find-violations.fixture.js';
import { fourteenRatings, InMemoryClient, summaryOf } from '../testing/in-memory-client.fixture.js';
import { mount, mountRating, radios, settle, textOf } from '../testing/mount.fixture.js';

const statusOf = (rating: HTMLElement): string => textOf(rating, '[role="status"]');

describe('collateral-rating saves', () => {
  it('breaks no rule of axe, whatever it says', async () => {
    const { rating, client } = await mountRating('summary clearable');
    expect(await findViolations(rating)).to.deep.equal([]);
    radios(rating)[3]!.click();
    await settle(rating);
    expect(await findViolations(rating)).to.deep.equal([]);
    client.reject('deck-42', 'unknown-item');
    await settle(rating);
    expect(await findViolations(rating)).to.deep.equal([]);
  });

  it('hands a click to the client once and says how far saving has come', async () => {
    const { rating, client, fired } = await mountRating();
    radios(rating)[3]!.click();
    expect(fired).to.deep.equal(['input', 'collateral-rate', 'change', 'collateral-status:saving']);
    await settle(rating);
    expect(client.rated).to.deep.equal([{ collateralId: 'deck-42', value: 4 }]);
    expect(statusOf(rating)).to.equal('You rated 4, Good. Saved on this device, will be sent');
    client.deliver();
    await settle(rating);
    expect(statusOf(rating)).to.equal('You rated 4, Good. Sent');
    expect(fired.slice(4)).to.deep.equal(['collateral-status:stored', 'collateral-status:delivered']);
  });

  it('names the version the page shows', async () => {
    const { rating, client } = await mountRating('version="v2"');
    radios(rating)[0]!.click();
    expect(client.rated).to.deep.equal([{ collateralId: 'deck-42', version: 'v2', value: 1 }]);
  });

  it('case 35: says "Saving" as long as saving takes', async () => {
    const { rating, client } = await mountRating();
    let open!: () => void;
    client.gate = new Promise((resolve) => (open = resolve));
    radios(rating)[3]!.click();
    await settle(rating);
    expect(statusOf(rating)).to.equal('You rated 4, Good. Saving…');
    open();
    await settle(rating);
    expect(statusOf(rating)).to.contain('Saved on this device');
  });

  it('records nothing and goes back when the page cancels collateral-rate', async () => {
    const { rating, client, fired } = await mountRating('value="2"');
    rating.addEventListener('collateral-rate', (event) => event.preventDefault());
    radios(rating)[3]!.click();
    await settle(rating);
    expect([rating.value, client.rated, fired]).to.deep.equal([2, [], ['input', 'collateral-rate']]);
  });

  it('says on the event what was chosen and what it was before', async () => {
    const { rating } = await mountRating('value="2" version="v2"');
    const seen: unknown[] = [];
    rating.addEventListener('collateral-rate', ({ collateralId, version, value, previousValue }) => {
      seen.push({ collateralId, version, value, previousValue });
    });
    radios(rating)[4]!.click();
    expect(seen).to.deep.equal([{ collateralId: 'deck-42', version: 'v2', value: 5, previousValue: 2 }]);
  });

  it('goes back to the last good rating when the server refuses, and says so', async () => {
    const client = new InMemoryClient();
    client.summaries.set(
      'deck-42',
      summaryOf('deck-42', { mine: { value: 2, id: 'earlier', ratedAt: '2026-01-01T00:00:00Z' } }),
    );
    const { rating } = await mountRating('', client);
    radios(rating)[3]!.click();
    await settle(rating);
    client.reject('deck-42', 'unknown-item');
    await settle(rating);
    expect(rating.value).to.equal(2);
    expect(statusOf(rating)).to.contain('Not saved: the server refused it. Choose again');
  });

  it('case 35: keeps the choice when the device cannot store it, and stores it at the next try', async () => {
    const { rating, client } = await mountRating();
    client.receipt = new CollateralError('client-closed', 'Closed by the test.');
    radios(rating)[3]!.click();
    await settle(rating);
    expect([rating.value, statusOf(rating)]).to.deep.equal([4, 'Not saved: this browser could not store it.']);
    client.receipt = 'stored';
    rating.shadowRoot!.querySelector('button')!.click();
    await settle(rating);
    expect(client.rated.map(({ value }) => value)).to.deep.equal([4, 4]);
    expect(statusOf(rating)).to.contain('Saved on this device');
  });

  it('says that a rating in memory needs the tab', async () => {
    const { rating, client } = await mountRating();
    client.receipt = 'memory';
    radios(rating)[3]!.click();
    await settle(rating);
    expect(statusOf(rating)).to.contain('Kept in this tab until it is sent');
  });

  it('case 35: asks for a sign-in when the server wants one', async () => {
    const { rating, client } = await mountRating();
    radios(rating)[3]!.click();
    await settle(rating);
    client.signal('stalled', { code: 'not-signed-in', message: '401', nextAttemptAt: null });
    await settle(rating);
    expect(statusOf(rating)).to.contain('Not sent: nobody is signed in');
  });

  it('says when a rating was given up', async () => {
    const { rating, client } = await mountRating();
    radios(rating)[3]!.click();
    await settle(rating);
    client.signal('dropped', { reason: 'too-old', ids: ['event-1'] });
    await settle(rating);
    expect(statusOf(rating)).to.contain('given up');
  });

  it('case 35: without a client warns once, says so, keeps the choice and saves it when one comes', async () => {
    const stage = mount(
      '<collateral-rating collateral-id="deck-42" label="A"></collateral-rating><collateral-rating collateral-id="deck-43" label="B"></collateral-rating>',
    );
    const [first, second] = stage.querySelectorAll('collateral-rating');
    await settle(first!);
    const states: string[] = [];
    first!.addEventListener('collateral-status', (event: CollateralStatusEvent) => states.push(event.state));
    const warnings = await catchWarnings(async () => {
      for (const rating of [first!, second!]) radios(rating)[3]!.click();
      await import('./setup-warnings.js');
      return settle(first!);
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(/^\[collateral\] no-client: .*<collateral-provider endpoint=/);
    expect([first!.value, statusOf(first!), states]).to.deep.equal([
      4,
      'Cannot be saved: this page is not connected to Collateral.',
      ['failed'],
    ]);

    const client = new InMemoryClient();
    const provider = document.createElement('collateral-provider');
    provider.client = client;
    stage.append(provider);
    provider.append(first!);
    await settle(first!);
    expect(client.rated).to.deep.equal([{ collateralId: 'deck-42', value: 4 }]);
  });

  it('says without being touched that it cannot save, once a provider had time to come', async () => {
    const stage = mount('<collateral-rating collateral-id="deck-42" label="A"></collateral-rating>');
    const rating = stage.querySelector('collateral-rating')!;
    let pass!: () => void;
    rating.startTimer = (callback) => {
      pass = callback;
      return () => undefined;
    };
    stage.append(rating);
    await settle(rating);
    expect(statusOf(rating)).to.equal('');
    pass();
    await settle(rating);
    expect(statusOf(rating)).to.equal('Cannot be saved: this page is not connected to Collateral.');
  });

  it('is a plain form control without an item', async () => {
    const stage = mount('<collateral-rating label="A"></collateral-rating>');
    const rating = stage.querySelector('collateral-rating')!;
    await settle(rating);
    radios(rating)[3]!.click();
    await settle(rating);
    expect(rating.value).to.equal(4);
    expect(rating.shadowRoot!.querySelector('[role="status"]')).to.equal(null);
  });

  it('shows a rating of an earlier page that is sent while this one loads', async () => {
    const { rating, client } = await mountRating('summary');
    await settle(rating);
    client.pending.set('deck-42', { id: 'event-0', value: 2, occurredAt: '2026-05-04T10:00:00.000Z' });
    client.deliver();
    await settle(rating);
    expect(rating.value).to.equal(2);
  });

  it('follows only the newest of two quick choices', async () => {
    const { rating, client } = await mountRating('summary');
    radios(rating)[1]!.click();
    radios(rating)[4]!.click();
    await settle(rating);
    client.signal('rejected', { id: 'event-1', code: 'too-old', message: '' });
    client.signal('delivered', { ids: ['event-2'], collateralIds: ['deck-42'] });
    await settle(rating);
    expect([rating.value, statusOf(rating)]).to.deep.equal([5, 'You rated 5, Excellent. Sent']);
  });

  it('asks for the new score after delivery', async () => {
    const { rating, client } = await mountRating('summary');
    expect(textOf(rating, '.score')).to.equal('No ratings yet');
    radios(rating)[3]!.click();
    await settle(rating);
    client.summaries.set('deck-42', summaryOf('deck-42', { metric: fourteenRatings }));
    client.deliver();
    await settle(rating);
    expect(textOf(rating, '.score')).to.equal('3.9 (likely 3.4 to 4.4), 14 ratings');
  });

  it('R2: Tab, arrow to 4, Enter: "You rated 4, Good"', async () => {
    const { rating, client } = await mountRating();
    await sendKeys({ press: 'Tab' });
    for (let step = 0; step < 3; step += 1) await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Enter' });
    await settle(rating);
    expect(client.rated).to.deep.equal([{ collateralId: 'deck-42', value: 4 }]);
    expect(statusOf(rating)).to.contain('You rated 4, Good');
  });
});
