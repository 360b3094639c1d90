import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import type { Notice } from '@collateral/sdk/contract';
import { findViolations } from '../testing/find-violations.fixture.js';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import { mountRating, radios, settle, textOf, type MountedRating } from '../testing/mount.fixture.js';
import { until } from '../testing/until.fixture.js';

const notice = (fields: Partial<Notice> = {}): Notice => ({
  noticeId: 'n-1',
  suggestionId: 's-1',
  collateralId: 'deck-42',
  title: 'First-meeting deck',
  version: 'v3',
  body: null,
  reason: 'outdated',
  answer: 'New prices on every slide',
  because: 'rated',
  shippedAt: '2026-06-09T09:00:00.000Z',
  ...fields,
});

/** Mounts a rating for somebody who has these notices. */
async function mountTold(notices: readonly Notice[], attributes = '', around = ''): Promise<MountedRating> {
  const client = new InMemoryClient();
  client.noticesReply = { notices };
  const mounted = await mountRating(`notices ${attributes}`, client, around);
  await until(() => mounted.rating.shadowRoot!.querySelector('.news') !== null);
  await settle(mounted.rating);
  return mounted;
}

const newsOf = ({ rating }: MountedRating): string => textOf(rating, '.news');

async function press(mounted: MountedRating, name: string): Promise<void> {
  const found = [...mounted.rating.shadowRoot!.querySelectorAll<HTMLButtonElement>('.news button')].find(
    (each) => each.textContent === name,
  );
  found!.focus();
  await sendKeys({ press: 'Enter' });
  await settle(mounted.rating);
}

describe('a notice beside a rating', () => {
  it('says what was fixed and asks for another rating, and breaks no rule of axe', async () => {
    const mounted = await mountTold([notice()]);
    expect(newsOf(mounted)).to.contain('v3 fixes “Outdated”, which you reported. Rate it again?');
    expect(newsOf(mounted)).to.contain('Answer: New prices on every slide');
    expect(await findViolations(mounted.rating)).to.deep.equal([]);
  });

  it('is asked for only where the page wants it, and once for all ratings of a page', async () => {
    const client = new InMemoryClient();
    client.noticesReply = { notices: [notice()] };
    const { rating } = await mountRating('', client);
    expect([client.reads.length, rating.shadowRoot!.querySelectorAll('.news').length]).to.deep.equal([0, 0]);
    const more = '<collateral-rating collateral-id="deck-43" notices></collateral-rating>'.repeat(5);
    const told = await mountTold([notice()], '', more);
    expect(told.client.reads.filter(({ name }) => name === 'notices').length).to.equal(1);
  });

  it('shows nothing about other items', async () => {
    expect(newsOf(await mountTold([notice({ collateralId: 'deck-77' })]))).to.equal('');
  });

  it('leads to the points, and is gone when the new rating has arrived', async () => {
    const mounted = await mountTold([notice()]);
    const { client, rating } = mounted;
    await press(mounted, 'Rate it again');
    expect(rating.shadowRoot!.activeElement === radios(rating)[0]).to.equal(true);
    await sendKeys({ press: '4' });
    await sendKeys({ press: 'Enter' });
    await settle(rating);
    client.noticesReply = { notices: [] };
    client.deliver();
    await settle(rating);
    expect([rating.value, newsOf(mounted)]).to.deep.equal([4, '']);
  });

  for (const [label, answer, left] of [
    ['Yes, it is fixed', 'confirmed', 'Thank you.'],
    ['Dismiss', 'dismissed', ''],
  ] as const) {
    it(`is ${answer} once, and the focus goes to the points`, async () => {
      const mounted = await mountTold([notice()]);
      const told: unknown[] = [];
      mounted.rating.addEventListener('collateral-notice', (event) => told.push([event.noticeId, event.answer]));
      await press(mounted, label);
      expect(told).to.deep.equal([['n-1', answer]]);
      expect(mounted.client.written.map((each) => 'answer' in each && each.answer)).to.deep.equal([answer]);
      expect(newsOf(mounted)).to.equal(left);
      expect(mounted.rating.shadowRoot!.activeElement?.getAttribute('role')).to.equal('radio');
    });
  }

  it('stays when the page cancels the answer, or the device cannot keep it', async () => {
    const mounted = await mountTold([notice()]);
    mounted.rating.addEventListener('collateral-notice', (event) => event.preventDefault(), { once: true });
    await press(mounted, 'Dismiss');
    expect(newsOf(mounted)).to.contain('v3 fixes');
    mounted.client.receipt = new Error('full');
    await press(mounted, 'Dismiss');
    expect(newsOf(mounted)).to.contain('v3 fixes');
  });

  it('belongs to the person who is signed in', async () => {
    const mounted = await mountTold([notice()]);
    mounted.client.noticesReply = { notices: [] };
    await mounted.client.setActor();
    await settle(mounted.rating);
    expect(newsOf(mounted)).to.equal('');
  });

  it('leaves the rating alone when notices cannot be had', async () => {
    const client = new InMemoryClient();
    client.readFailure = new TypeError('offline');
    const { rating } = await mountRating('notices', client);
    await until(() => rating.shadowRoot!.querySelector('.news') !== null);
    radios(rating)[2]!.click();
    await settle(rating);
    expect([rating.value, textOf(rating, '.news')]).to.deep.equal([3, '']);
  });

  it('offers no rating where none can be given', async () => {
    expect(newsOf(await mountTold([notice()], 'readonly'))).not.to.contain('Rate it again Yes');
  });

  it('speaks the language of the page, from right to left as well, and fits into 360 px', async () => {
    document.body.style.width = '328px';
    const { rating, ...rest } = await mountTold([notice({ body: 'Donaudampfschifffahrtsgesellschaft'.repeat(3) })]);
    rating.lang = 'ar';
    rating.dir = 'rtl';
    await until(() => newsOf({ rating, ...rest }).includes('هل تقيّمه مجددًا'));
    const wide = [...rating.shadowRoot!.querySelectorAll('.news *')].filter((each) => each.scrollWidth > 328);
    document.body.style.width = '';
    expect(wide.length).to.equal(0);
    expect(getComputedStyle(rating.shadowRoot!.querySelector('.news')!).borderRightWidth).to.equal('3px');
  });
});
