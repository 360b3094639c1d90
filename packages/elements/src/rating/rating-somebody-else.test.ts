import { expect } from 'chai';
import { InMemoryClient, summaryOf } from '../testing/in-memory-client.fixture.js';
import { sendKeys } from '@web/test-runner-commands';
import { mountRating, radios, settle, textOf, type MountedRating } from '../testing/mount.fixture.js';
import { until } from '../testing/until.fixture.js';

const formOf = ({ rating }: MountedRating): HTMLTextAreaElement | null =>
  rating.shadowRoot!.querySelector<HTMLTextAreaElement>('.form textarea');

async function typeComment(mounted: MountedRating): Promise<void> {
  radios(mounted.rating)[0]!.click();
  await until(() => formOf(mounted) !== null);
  const field = formOf(mounted)!;
  field.value = 'Between us';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settle(mounted.rating);
}

describe('collateral-rating when somebody else signs in without a reload', () => {
  it('closes the comment form, and its text is gone when it is opened again', async () => {
    const mounted = await mountRating('comment="low"');
    await typeComment(mounted);
    await mounted.client.setActor();
    await settle(mounted.rating);
    expect(formOf(mounted) === null).to.equal(true);
    radios(mounted.rating)[0]!.click();
    await until(() => formOf(mounted) !== null);
    expect(formOf(mounted)!.value).to.equal('');
  });

  it('forgets what was typed about another item as well', async () => {
    const mounted = await mountRating('comment="low"');
    await typeComment(mounted);
    mounted.rating.collateralId = 'deck-43';
    await settle(mounted.rating);
    await mounted.client.setActor();
    mounted.rating.collateralId = 'deck-42';
    await settle(mounted.rating);
    expect(formOf(mounted) === null).to.equal(true);
  });

  it('shows the rating of the one who is here now', async () => {
    const client = new InMemoryClient();
    const { rating } = await mountRating('', client);
    radios(rating)[1]!.click();
    await settle(rating);
    client.summaries.set(
      'deck-42',
      summaryOf('deck-42', { mine: { id: 'b', value: 5, ratedAt: '2026-01-06T09:00:00.000Z' } }),
    );
    void client.setActor();
    await rating.updateComplete;
    expect([rating.value, textOf(rating)]).not.to.deep.include('You rated 2');
    await settle(rating);
    expect(rating.value).to.equal(5);
  });

  it('ends a walk with the arrow keys without a choice', async () => {
    const { client, rating, timers } = await mountRating();
    radios(rating)[0]!.focus();
    await sendKeys({ press: 'ArrowRight' });
    await client.setActor();
    timers.pass(10_000);
    await settle(rating);
    expect([client.rated.length, rating.value]).to.deep.equal([0, null]);
  });

  it('never hands over for the next person what could not be stored for the one before', async () => {
    const mounted = await mountRating();
    const { client, rating } = mounted;
    client.receipt = new Error('full');
    radios(rating)[1]!.click();
    await settle(rating);
    client.receipt = 'stored';
    const before = client.rated.length;
    await client.setActor();
    await settle(rating);
    expect([client.rated.length, rating.value]).to.deep.equal([before, null]);
    expect(textOf(rating)).not.to.contain('Not saved');
  });
});
