import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { mountInsights, read, shown } from '../testing/mount-insights.fixture.js';
import { itemOf, itemReply } from './insights.fixture.js';
import { everything } from './insights.fixture.js';

describe('collateral-insights with the keyboard alone', () => {
  it('leads through all screens and back to where one left', async () => {
    const { client, insights, root } = await mountInsights('lang="en"');
    client.answerQuestion = (query) =>
      query.screen === 'item'
        ? { ...itemReply, item: itemOf(Number(query.collateralId.split('-')[1])) }
        : everything[query.screen];
    const focused = (): string => root.activeElement?.textContent.replace(/\s+/g, ' ').trim() ?? '';
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await sendKeys({ press: key });
      await shown(insights);
    };
    root.querySelector<HTMLButtonElement>('nav button')!.focus();
    await press('Tab', 'Enter');
    expect([insights.screen, focused()]).to.deep.equal(['items', 'Items']);
    expect(root.activeElement!.localName).to.equal('h2');

    // Past the table's own box and its six headings that sort, to the first item.
    while (focused() !== 'First-meeting deck') await press('Tab');
    await press('Enter');
    expect([insights.screen, read(root, 'h2'), focused()]).to.deep.equal([
      'item',
      'First-meeting deck',
      'First-meeting deck',
    ]);

    while (focused() !== 'Back to the list') {
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ up: 'Shift' });
    }
    await press('Enter');
    expect([insights.screen, focused(), root.activeElement!.getAttribute('data-item')]).to.deep.equal([
      'items',
      'First-meeting deck',
      'item-0',
    ]);

    root.querySelectorAll<HTMLButtonElement>('nav button')[2]!.focus();
    await press('Enter');
    expect(insights.screen).to.equal('quadrant');
    while (!root.activeElement?.classList.contains('plot')) await press('Tab');
    await press('ArrowRight', 'ArrowRight', 'Enter');
    expect(insights.screen).to.equal('item');
    expect(insights.collateralId).to.match(/^item-\d+$/);
    expect(root.activeElement.localName).to.equal('h2');
  });
});
