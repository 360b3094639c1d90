import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { findViolations } from '../testing/find-violations.fixture.js';
import { button, mountData, mountInsights, read, readAll, shown } from '../testing/mount-insights.fixture.js';
import { everything, hiddenMetric, itemReply } from './insights.fixture.js';

const choice = (root: ParentNode): HTMLInputElement => root.querySelector<HTMLInputElement>('input[type="checkbox"]')!;

describe('collateral-insights with ratings after use only', () => {
  it('asks for them on every screen once they are chosen by the keyboard, and tells the page', async () => {
    const { client, insights, root } = await mountInsights('lang="en" filter="kind=deck"');
    expect(await findViolations(insights)).to.deep.equal([]);
    const told: string[] = [];
    insights.addEventListener('collateral-filter', ({ filter }) => told.push(filter));
    choice(root).focus();
    await sendKeys({ press: ' ' });
    await shown(insights);
    expect([told, insights.filter]).to.deep.equal([['kind=deck&afterUse=true'], 'kind=deck&afterUse=true']);
    expect([root.activeElement, choice(root).checked]).to.deep.equal([choice(root), true]);
    for (const screen of ['items', 'quadrant', 'item'] as const) {
      insights.collateralId = 'item-1';
      insights.screen = screen;
      await shown(insights);
    }
    expect(
      client.questions.slice(1).map((query) => [query.screen, query.afterUse, 'kind' in query && query.kind]),
    ).to.deep.equal([
      ['overview', true, 'deck'],
      ['items', true, 'deck'],
      ['quadrant', true, 'deck'],
      ['item', true, false],
    ]);
    choice(root).click();
    await shown(insights);
    expect([insights.filter, client.questions.at(-1)?.afterUse]).to.deep.equal(['kind=deck', undefined]);
  });

  it('is led to by how many of the ratings came after use, and back', async () => {
    const { insights, root } = await mountInsights('lang="en" screen="item" collateral-id="item-1"');
    const lead = (): HTMLButtonElement => button(root, 'After use only');
    expect(read(lead().closest('div')!, '.detail')).to.contain('40 of 44');
    expect(lead().getAttribute('aria-pressed')).to.equal('false');
    lead().click();
    await shown(insights);
    expect([insights.filter, lead().getAttribute('aria-pressed'), choice(root).checked]).to.deep.equal([
      'afterUse=true',
      'true',
      true,
    ]);
    expect(await findViolations(insights)).to.deep.equal([]);
    lead().click();
    await shown(insights);
    expect(insights.filter).to.equal('');
  });

  it('says what is counted and why something is hidden, only while they are chosen', async () => {
    const { client, insights, root } = await mountInsights('lang="en" screen="item" collateral-id="item-1"');
    expect(readAll(root, '.covers').join(' ')).not.to.contain('after use');
    client.answerQuestion = (query) =>
      query.screen === 'item'
        ? {
            ...itemReply,
            filter: { ...itemReply.filter, afterUse: true },
            item: { ...itemReply.item, rating: hiddenMetric, distribution: null },
          }
        : everything[query.screen];
    insights.filter = 'afterUse=true';
    await shown(insights);
    expect(readAll(root, '.covers').at(-1)).to.contain('Hidden where these ratings, or the others, would tell');
    expect(read(root, '.figures dd')).to.equal('Hidden');
  });

  it('is not offered where the page gave the figures, which nobody can narrow', async () => {
    const { root } = await mountData(everything, 'lang="en"');
    expect(choice(root)).to.equal(null);
  });

  it('asks for items of a version where the page names one, and lets it be taken away', async () => {
    const { client, insights, root } = await mountInsights('lang="en" screen="items" filter="version=2026-Q2"');
    expect(client.questions[0]).to.deep.include({ screen: 'items', version: '2026-Q2' });
    button(root, 'Clear filters').click();
    await shown(insights);
    expect(client.questions.at(-1)).not.to.have.property('version');
  });
});
