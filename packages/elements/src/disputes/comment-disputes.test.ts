import { CollateralError } from '@collateral/sdk';
import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { findViolations } from '../testing/find-violations.fixture.js';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import {
  answerEverything,
  button,
  mountData,
  mountInsights,
  read,
  readAll,
  shown,
  type MountedInsights,
} from '../testing/mount-insights.fixture.js';
import { until } from '../testing/until.fixture.js';
import { disputedItem, disputeOf, disputes } from './disputes.fixture.js';

const offer = 'Dispute this rating';

async function mountItem(item = disputedItem(), client = new InMemoryClient()): Promise<MountedInsights> {
  client.answerQuestion = (query) => (query.screen === 'item' ? item : answerEverything(query));
  const mounted = await mountInsights(`lang="en" screen="item" collateral-id="${item.item.collateralId}"`, client);
  await until(() => mounted.root.querySelector('.standing, .comments [data-open]') !== null);
  return mounted;
}

async function write(root: ShadowRoot, text: string): Promise<void> {
  const field = root.querySelector('textarea')!;
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

async function open({ root, insights }: MountedInsights): Promise<void> {
  button(root, offer).click();
  await shown(insights);
}

describe('disputing a rating beside its comment', () => {
  it('is offered to whoever may, and says what will happen before it is sent', async () => {
    const mounted = await mountItem();
    const { root } = mounted;
    expect(readAll(root, '.comments [data-open]')).to.deep.equal([offer]);
    await open(mounted);
    expect(read(root, '.reason .hint')).to.match(
      /^It does not count until a manager has decided\. The person who rated is told, without names\./,
    );
    expect(root.activeElement).to.equal(root.querySelector('textarea'));
    expect(button(root, offer).getAttribute('aria-expanded')).to.equal('true');
    expect(await findViolations(mounted.insights)).to.deep.equal([]);
  });

  it('is not offered to whoever may not, nor where there is nobody to tell', async () => {
    const { root } = await mountItem(disputedItem({ mayDispute: false }));
    expect(root.querySelector('[data-open]')).to.equal(null);
    const given = await mountData({ item: disputedItem() }, 'screen="item" collateral-id="item-0" lang="en"');
    await until(() => given.root.querySelector('.standing') !== null);
    expect(given.root.querySelector('[data-open]')).to.equal(null);
  });

  it('tells the page before it is sent; cancelled, nothing is sent and what was typed stays', async () => {
    const mounted = await mountItem();
    const { client, root, insights } = mounted;
    const { collateralId } = disputedItem().item;
    client.answerDispute = () => disputeOf('r1', { reason: 'Another deck' });
    const told: (readonly string[])[] = [];
    insights.addEventListener('collateral-dispute', (event) => {
      told.push([event.collateralId, event.ratingId, event.decision, event.reason]);
      if (told.length === 1) event.preventDefault();
    });
    await open(mounted);
    await write(root, 'Another deck');
    button(root, 'Dispute').click();
    await shown(insights);
    expect(told).to.deep.equal([[collateralId, 'r1', '', 'Another deck']]);
    expect([client.disputed, root.querySelector('textarea')!.value]).to.deep.equal([[], 'Another deck']);
    button(root, 'Dispute').click();
    await until(() => client.disputed.length === 1);
  });

  it('sends the reason, shows that it is under review and asks for the figures again', async () => {
    const mounted = await mountItem();
    const { client, root, insights } = mounted;
    const { collateralId } = disputedItem().item;
    client.answerDispute = () => disputeOf('r1', { reason: 'Another deck' });
    await open(mounted);
    await write(root, '  Another deck ');
    const asked = client.questions.length;
    button(root, 'Dispute').click();
    await until(() => root.querySelector('[data-standing="r1"]') !== null);
    expect(client.disputed).to.deep.equal([{ collateralId, ratingId: 'r1', reason: 'Another deck' }]);
    expect(read(root, '[data-standing="r1"]')).to.equal('Under review since May 4, 2026: Another deck');
    await shown(insights);
    expect(client.questions.length).to.equal(asked + 1);
    expect(root.activeElement?.getAttribute('data-standing')).to.equal('r1');
  });

  it('asks for a reason when there is none', async () => {
    const mounted = await mountItem();
    const { client, root, insights } = mounted;
    await open(mounted);
    await write(root, '   ');
    button(root, 'Dispute').click();
    await shown(insights);
    expect(read(root, '.wrong')).to.equal('Say why, in up to 1000 characters.');
    expect(root.querySelector('textarea')!.getAttribute('aria-invalid')).to.equal('true');
    expect(root.activeElement).to.equal(root.querySelector('textarea'));
    expect(client.disputed).to.deep.equal([]);
  });

  for (const [code, sentence] of [
    ['network-failed', 'The server could not be reached. It was not saved. What you wrote is still here.'],
    ['not-found', 'The rating or its comment is no longer there. It was not saved. What you wrote is still here.'],
    ['server-failed', 'It was not saved. What you wrote is still here.'],
  ] as const)
    it(`keeps what was typed and says why when it is refused: ${code}`, async () => {
      const mounted = await mountItem();
      const { client, root, insights } = mounted;
      client.answerDispute = () => new CollateralError(code, 'The test refuses it.');
      await open(mounted);
      await write(root, 'Another deck');
      button(root, 'Dispute').click();
      await until(() => read(root, '.wrong') === sentence);
      expect(root.querySelector('textarea')!.value).to.equal('Another deck');
      button(root, 'Cancel').click();
      await shown(insights);
      expect(root.activeElement).to.equal(button(root, offer));
      await open(mounted);
      expect(root.querySelector('textarea')!.value).to.equal('Another deck');
    });

  it('forgets what was typed when somebody else signs in', async () => {
    const mounted = await mountItem();
    const { client, root } = mounted;
    await open(mounted);
    await write(root, 'Another deck');
    await client.setActor();
    await until(() => root.querySelector('textarea') === null && root.querySelector('.comments [data-open]') !== null);
    await open(mounted);
    expect(root.querySelector('textarea')!.value).to.equal('');
  });

  it('is done with the keyboard alone, Escape closing and Ctrl+Enter sending', async () => {
    const mounted = await mountItem();
    const { client, root, insights } = mounted;
    client.answerDispute = () => disputeOf('r1');
    button(root, offer).focus();
    await sendKeys({ press: 'Enter' });
    await shown(insights);
    await sendKeys({ press: 'Escape' });
    await shown(insights);
    expect(root.activeElement).to.equal(button(root, offer));
    await sendKeys({ press: 'Enter' });
    await shown(insights);
    await sendKeys({ type: 'Wrong item' });
    // WebDriver can't hold a key down.
    const keys = { key: 'Enter', ctrlKey: true, bubbles: true, composed: true, cancelable: true };
    root.activeElement!.dispatchEvent(new KeyboardEvent('keydown', keys));
    await until(() => client.disputed.length === 1);
    await until(() => root.activeElement?.getAttribute('data-standing') === 'r1');
  });

  it('offers to dispute a settled one again, and says what that does', async () => {
    const { reason, openedAt, settledAt, settlement } = disputes[3]!;
    const detail = { reason, openedAt, settledAt, settlement };
    const mounted = await mountItem(disputedItem({ dispute: 'rejected', disputeDetail: detail }));
    const { client, root } = mounted;
    client.answerDispute = () => disputeOf('r1', { reason: 'New prices', openedAt: '2026-05-09T09:00:00.000Z' });
    expect(read(root, '[data-standing="r1"]')).to.match(/^Disputed on May 4, 2026/);
    const again = root.querySelector<HTMLButtonElement>('[data-open="r1"]')!;
    expect(again.textContent.trim()).to.equal('Dispute it again');
    again.click();
    await until(() => root.querySelector('textarea') !== null);
    expect(root.textContent).to.contain('What was decided holds until a manager has decided anew.');
    await write(root, 'New prices');
    button(root, 'Dispute').click();
    await until(() => read(root, '[data-standing="r1"]').startsWith('Under review since May 9, 2026: New prices'));
    expect(root.querySelector('[data-open="r1"]')).to.equal(null);
  });

  const standings: readonly [name: string, change: Parameters<typeof disputedItem>[0], said: readonly string[]][] = [
    ['under review', {}, ['Under review since May 4, 2026: It praises another deck.']],
    [
      'left out',
      {
        mayDispute: false,
        dispute: 'upheld',
        disputeDetail: {
          reason: 'Not this deck',
          openedAt: '2026-05-01T09:00:00.000Z',
          settledAt: '2026-05-03T09:00:00.000Z',
          settlement: 'True',
        },
      },
      ['Disputed on May 1, 2026: Not this deck', 'Left out since May 3, 2026: True'],
    ],
    [
      'standing',
      {
        mayDispute: false,
        dispute: 'rejected',
        disputeDetail: {
          reason: null,
          openedAt: '2026-05-01T09:00:00.000Z',
          settledAt: '2026-05-03T09:00:00.000Z',
          settlement: 'It is fair',
        },
      },
      ['Disputed on May 1, 2026', 'It stands, decided on May 3, 2026: It is fair'],
    ],
    [
      'without why for those who may not know',
      { mayDispute: false, dispute: 'open' },
      ['Under review: it does not count until that is settled.'],
    ],
  ];
  for (const [name, change, said] of standings)
    it(`tells where one stands: ${name}`, async () => {
      const { root, insights } = await mountItem(disputedItem(change));
      const selector = change?.dispute === undefined ? '[data-standing="r2"] p' : '[data-standing="r1"] p';
      expect(readAll(root, selector)).to.deep.equal(said);
      expect(await findViolations(insights)).to.deep.equal([]);
    });
});
