import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { findViolations } from '../testing/find-violations.fixture.js';
import { fourteenRatings, InMemoryClient, summaryOf } from '../testing/in-memory-client.fixture.js';
import { middleOf, mount, mountRating, radios, settle, textOf } from '../testing/mount.fixture.js';
import type { RatingSummary } from '@collateral/sdk';

/** A client that knows this about deck-42. */
function clientWith(fields: Partial<RatingSummary>): InMemoryClient {
  const client = new InMemoryClient();
  client.summaries.set('deck-42', summaryOf('deck-42', fields));
  return client;
}

const sentenceOf = (rating: HTMLElement): string | null | undefined =>
  rating.shadowRoot!.querySelector('[role="img"]')?.ariaLabel;

describe('collateral-rating shows', () => {
  it('breaks no rule of axe when read-only', async () => {
    const { rating } = await mountRating('readonly summary', clientWith({ metric: fourteenRatings }));
    expect(await findViolations(rating)).to.deep.equal([]);
  });

  it('case 5: read-only is an image with one sentence and nothing to focus', async () => {
    const { rating } = await mountRating('readonly summary', clientWith({ metric: fourteenRatings }));
    expect(sentenceOf(rating)).to.equal('Rate this deck: 3.9 out of 5 (likely 3.4 to 4.4), 14 ratings');
    expect(rating.shadowRoot!.querySelector('[tabindex], [role="radio"], button')).to.equal(null);
    expect(textOf(rating, '.score')).to.equal('3.9 (likely 3.4 to 4.4), 14 ratings');
  });

  it('case 5: an average is said with one decimal', async () => {
    const stage = mount('<collateral-rating readonly label="Deck" value="3.7000000000001"></collateral-rating>');
    const rating = stage.querySelector('collateral-rating')!;
    await settle(rating);
    expect(sentenceOf(rating)).to.equal('Deck: 3.7 out of 5');
  });

  it('case 19: shows half a star for 2.5', async () => {
    const stage = mount('<collateral-rating readonly label="Deck" value="2.5"></collateral-rating>');
    const rating = stage.querySelector('collateral-rating')!;
    await settle(rating);
    // Two stars of 24 and half of the third, and 2 for the line left of the first.
    expect(rating.shadowRoot!.querySelector('clipPath rect')!.getAttribute('width')).to.equal(String(2 + 2.5 * 24));
    expect(sentenceOf(rating)).to.equal('Deck: 2.5 out of 5');
  });

  for (const attribute of ['readonly', 'disabled']) {
    it(`case 6: ${attribute}, a click or a key changes nothing and fires nothing`, async () => {
      const { rating, client, fired } = await mountRating(`${attribute} value="3" clearable`);
      await sendMouse({
        type: 'click',
        position: middleOf(rating.shadowRoot!.querySelector('[role=radio]:last-child, .average')!),
      });
      rating.focus();
      await sendKeys({ press: 'Tab' });
      for (const key of ['ArrowRight', 'Enter', 'Delete', '5']) await sendKeys({ press: key });
      for (const radio of radios(rating)) radio.click();
      await settle(rating);
      expect([rating.value, fired, client.rated, client.withdrawn]).to.deep.equal([3, [], [], []]);
    });
  }

  it('a choice under way is dropped when the rating becomes read-only', async () => {
    const { rating, client, timers } = await mountRating('value="2"');
    rating.focus();
    await sendKeys({ press: 'ArrowRight' });
    rating.readonly = true;
    await settle(rating);
    timers.pass(10_000);
    expect([rating.value, client.rated]).to.deep.equal([2, []]);
  });

  it('case 7: a value set by the page fires nothing and records nothing', async () => {
    const { rating, client, fired } = await mountRating();
    rating.value = 4;
    rating.setAttribute('value', '5');
    await settle(rating);
    rating.clear();
    await settle(rating);
    expect([rating.value, fired, client.rated, client.withdrawn]).to.deep.equal([null, [], [], []]);
  });

  it('R6: the owner is told that ratings come from others', async () => {
    const { rating, fired } = await mountRating('', clientWith({ own: true }));
    expect(textOf(rating, '.foot')).to.contain('You own this; ratings come from others');
    expect([radios(rating).length, fired]).to.deep.equal([0, []]);
  });

  it('R6: a form does not wait for a rating its owner cannot give', async () => {
    const { rating } = await mountRating('required', clientWith({ own: true }));
    expect(rating.checkValidity()).to.equal(true);
  });

  it('R7: with few ratings says how many and gives no score', async () => {
    const { rating } = await mountRating(
      'summary',
      clientWith({ metric: { ...fourteenRatings, value: null, interval: null, n: 2, state: 'early' } }),
    );
    expect(textOf(rating, '.score')).to.equal('2 ratings so far, too few for a score');
  });

  it('R7: one rating is one rating', async () => {
    const { rating } = await mountRating(
      'summary',
      clientWith({ metric: { ...fourteenRatings, value: null, interval: null, n: 1, state: 'early' } }),
    );
    expect(textOf(rating, '.score')).to.equal('1 rating so far, too few for a score');
  });

  it('R3: the own rating of earlier is chosen and named, without events', async () => {
    const { rating, fired } = await mountRating(
      '',
      clientWith({ mine: { value: 4, id: 'earlier', ratedAt: '2026-01-01T00:00:00Z' } }),
    );
    expect([rating.value, textOf(rating, '.foot'), fired]).to.deep.equal([4, 'You rated 4, Good', []]);
  });

  it('R4: a new version asks again', async () => {
    const { rating } = await mountRating('', clientWith({ version: 'v2', previous: { version: 'v1', value: 2 } }));
    expect([rating.value, textOf(rating, '.foot')]).to.deep.equal([null, 'You rated v1: 2. Rate v2?']);
  });

  it('R9: what is still on this device wins over what the server knows, and is followed', async () => {
    const client = clientWith({ mine: { value: 2, id: 'earlier', ratedAt: '2026-01-01T00:00:00Z' } });
    client.pending.set('deck-42', { id: 'offline', value: 5, occurredAt: '2026-01-05T09:00:00.000Z' });
    const { rating } = await mountRating('', client);
    expect([rating.value, textOf(rating, '[role="status"]')]).to.deep.equal([
      5,
      'You rated 5, Excellent. Saved on this device, will be sent',
    ]);
    client.deliver();
    await settle(rating);
    expect(textOf(rating, '[role="status"]')).to.equal('You rated 5, Excellent. Sent');
  });

  it('R9: without the server the rating on this device still shows', async () => {
    const client = new InMemoryClient();
    client.summaries.set('deck-42', new Error('offline'));
    client.pending.set('deck-42', { id: 'offline', value: 5, occurredAt: '2026-01-05T09:00:00.000Z' });
    const { rating } = await mountRating('', client);
    expect(rating.value).to.equal(5);
  });

  it('case 35: says when ratings could not be loaded, and loads at the next try', async () => {
    const client = new InMemoryClient();
    client.summaries.set('deck-42', new Error('offline'));
    const { rating } = await mountRating('summary', client);
    expect(textOf(rating, '[role="status"]')).to.equal('Ratings could not be loaded.');
    client.summaries.set('deck-42', summaryOf('deck-42', { metric: fourteenRatings }));
    rating.shadowRoot!.querySelector('button')!.click();
    await settle(rating);
    expect([textOf(rating, '[role="status"]'), textOf(rating, '.score')]).to.deep.equal([
      '',
      '3.9 (likely 3.4 to 4.4), 14 ratings',
    ]);
  });

  it('keeps a choice made while ratings were loading', async () => {
    const client = clientWith({ mine: { value: 2, id: 'earlier', ratedAt: '2026-01-01T00:00:00Z' } });
    let open!: () => void;
    client.gate = new Promise((resolve) => (open = resolve));
    const { rating } = await mountRating('', client);
    radios(rating)[4]!.click();
    open();
    await settle(rating);
    expect(rating.value).to.equal(5);
  });

  it('shows another item when the page says so', async () => {
    const client = clientWith({ mine: { value: 4, id: 'earlier', ratedAt: '2026-01-01T00:00:00Z' } });
    const { rating } = await mountRating('', client);
    rating.collateralId = 'deck-43';
    await settle(rating);
    expect([rating.value, client.asked]).to.deep.equal([null, ['deck-42', 'deck-43']]);
  });

  it('R1: refuses another scale and says why', async () => {
    const { rating, client } = await mountRating('scale="stars-10@1"');
    expect(rating.shadowRoot!.textContent).to.contain(
      'This rating asks for the scale “stars-10@1”, but every item is rated on “collateral-5@1”',
    );
    expect([radios(rating).length, client.asked]).to.deep.equal([0, []]);
  });

  it('writes numbers as the language around it does', async () => {
    const { rating } = await mountRating('lang="de" summary', clientWith({ metric: fourteenRatings }));
    expect(textOf(rating, '.score')).to.contain('3,9');
  });
});
