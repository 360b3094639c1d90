import { expect } from 'chai';
import { findViolations } from '../testing/find-violations.fixture.js';
import { summaryOf } from '../testing/in-memory-client.fixture.js';
import { mountRating, radios, settle, textOf, type MountedRating } from '../testing/mount.fixture.js';
import type { CollateralRating } from './collateral-rating.js';

const question = 'You have just used this. How good was it?';

async function mountWaiting(attributes = ''): Promise<MountedRating> {
  const mounted = await mountRating(`prompt ${attributes}`);
  await import('./prompt-offer.js');
  await settle(mounted.rating);
  return mounted;
}

async function mountAsked(attributes = ''): Promise<MountedRating> {
  const mounted = await mountWaiting(attributes);
  mounted.client.prompt('deck-42');
  await settle(mounted.rating);
  return mounted;
}

const notNow = (rating: CollateralRating): HTMLButtonElement | undefined =>
  [...rating.shadowRoot!.querySelectorAll('button')].find(
    (each) => each.textContent.trim() === 'Not now' && getComputedStyle(each).visibility === 'visible',
  );
const status = (rating: CollateralRating): string => textOf(rating, '[role="status"]');

describe('collateral-rating asks for a rating', () => {
  it('breaks no rule of axe while it asks', async () => {
    const { rating } = await mountAsked();
    expect(await findViolations(rating)).to.deep.equal([]);
  });

  it('R8: says the question where assistive technology hears it, and moves no focus', async () => {
    const { rating, client } = await mountWaiting();
    expect(status(rating)).to.equal('');
    expect(notNow(rating)).to.equal(undefined);
    client.prompt('deck-42');
    await settle(rating);
    expect(status(rating)).to.equal(question);
    expect(document.activeElement).to.equal(document.body);
    expect(rating.matches(':state(prompted)')).to.equal(true);
  });

  it('R8: moves nothing on the page when it begins to ask, and when it is answered', async () => {
    for (const width of ['60rem', '20rem']) {
      const { rating, client } = await mountWaiting('clearable comment="when-low"');
      rating.style.inlineSize = width;
      await settle(rating);
      const heights = [rating.offsetHeight];
      client.prompt('deck-42');
      await settle(rating);
      heights.push(rating.offsetHeight);
      radios(rating)[3]!.click();
      await settle(rating);
      heights.push(rating.offsetHeight);
      expect(new Set(heights), heights.join()).to.have.length(1);
    }
  });

  it('R8: is answered by a rating like any other', async () => {
    const { rating, client } = await mountAsked();
    radios(rating)[3]!.click();
    await settle(rating);
    expect(client.rated).to.deep.equal([{ collateralId: 'deck-42', value: 4 }]);
    expect(status(rating)).to.contain('You rated 4, Good');
    expect(notNow(rating)).to.equal(undefined);
    expect(client.dismissed).to.deep.equal([]);
    expect(rating.matches(':state(prompted)')).to.equal(false);
  });

  it('R8: is turned down with one button, which leaves the focus on the points', async () => {
    const { rating, client, fired } = await mountAsked();
    notNow(rating)!.click();
    await settle(rating);
    expect(client.dismissed).to.deep.equal(['deck-42']);
    expect(status(rating)).to.equal('');
    expect(rating.shadowRoot!.activeElement?.ariaPosInSet).to.equal('1');
    expect(fired).to.deep.equal([]);
  });

  it('R8: shows no question to whoever may not choose', async () => {
    for (const attribute of ['readonly', 'disabled', 'value="4"']) {
      const { rating } = await mountAsked(attribute);
      expect(status(rating), attribute).to.equal('');
      expect(notNow(rating), attribute).to.equal(undefined);
    }
  });

  it('R8: watches only with the attribute, the item shown, and only while it is in the page', async () => {
    const { rating, client } = await mountRating();
    expect([...client.watched.keys()]).to.deep.equal([]);
    rating.prompt = true;
    await settle(rating);
    await import('./prompt-offer.js');
    await settle(rating);
    expect([...client.watched.keys()]).to.deep.equal(['deck-42']);
    client.prompt('deck-42');
    rating.collateralId = 'deck-43';
    await settle(rating);
    expect([...client.watched.keys()]).to.deep.equal(['deck-43']);
    expect(status(rating)).to.equal('');
    const parent = rating.parentElement!;
    rating.remove();
    expect(client.watched.size).to.equal(0);
    parent.append(rating);
    await settle(rating);
    expect([...client.watched.keys()]).to.deep.equal(['deck-43']);
    rating.prompt = false;
    await settle(rating);
    expect(client.watched.size).to.equal(0);
  });

  it('R8: asks in the language around it', async () => {
    const { rating, client } = await mountWaiting();
    document.documentElement.lang = 'de';
    try {
      client.prompt('deck-42');
      await import('../languages/de.js');
      await settle(rating);
      expect(status(rating)).to.equal('Sie haben das gerade genutzt. Wie gut war es?');
    } finally {
      document.documentElement.lang = '';
    }
  });

  it('R8: says that saving failed rather than ask', async () => {
    const mounted = await mountAsked();
    mounted.client.summaries.set('deck-42', new Error('offline'));
    mounted.client.summaries.set('deck-43', summaryOf('deck-43'));
    mounted.rating.version = 'v2';
    await settle(mounted.rating);
    mounted.client.prompt('deck-42');
    await settle(mounted.rating);
    expect(status(mounted.rating)).to.equal('Ratings could not be loaded.');
  });
});
