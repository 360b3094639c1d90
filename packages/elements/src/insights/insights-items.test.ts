import { expect } from 'chai';
import { sendMouse } from '@web/test-runner-commands';
import { readAccessibilityTree } from '../testing/look.fixture.js';
import { button, mountData, mountInsights, read, readAll, shown } from '../testing/mount-insights.fixture.js';
import { until } from '../testing/until.fixture.js';
import { everything, itemOf, itemsReply } from './insights.fixture.js';

describe('the table of insights', () => {
  it('case 41: is a native table whose headings sort, tells how it is sorted, and says it to everybody', async function () {
    const { root, insights } = await mountData(everything, 'screen="items" lang="en"');
    expect(readAll(root, 'thead th')).to.deep.equal([
      'Item',
      'Views',
      'Change',
      'People',
      'Rating',
      'Last used',
      'Review by',
      'State',
    ]);
    expect(root.querySelectorAll('thead th[scope=col]')).to.have.length(8);
    expect(root.querySelectorAll('tbody th[scope=row]')).to.have.length(50);
    expect(readAll(root, '[aria-sort="descending"]')).to.deep.equal(['Views']);
    expect(read(root, '[role=status]')).to.equal('Sorted by Views, descending, 120 items');
    const chosen: string[] = [];
    insights.addEventListener('collateral-filter', ({ sort, page }) => chosen.push(`${sort} ${page}`));
    button(root, 'Item').click();
    await shown(insights);
    button(root, 'Item').click();
    await shown(insights);
    expect(readAll(root, '[aria-sort="descending"]')).to.deep.equal(['Item']);
    button(root, 'Rating').click();
    await shown(insights);
    expect(chosen).to.deep.equal(['title 1', '-title 1', '-rating 1']);
    expect(read(root, '[role=status]')).to.equal('Sorted by Rating, descending, 120 items');
    const tree = await readAccessibilityTree();
    if (!tree) return this.skip();
    expect(tree.filter(({ role }) => role === 'columnheader')).to.have.length(8);
    expect(tree.filter(({ role }) => role === 'rowheader')).to.have.length(50);
    expect(tree.some(({ role, name }) => role === 'button' && name === 'Views')).to.equal(true);
    return undefined;
  });

  it('sorts what the page gave, unknown values last either way', async () => {
    const items = { ...itemsReply(4, 4), items: [itemOf(0), itemOf(6), itemOf(1), itemOf(3)] };
    const { root, insights } = await mountData({ items }, 'screen="items" sort="rating" lang="en"');
    const order = (): string[] =>
      [...root.querySelectorAll('[data-item]')].map((each) => each.getAttribute('data-item')!);
    expect(order()).to.deep.equal(['item-0', 'item-3', 'item-1', 'item-6']);
    insights.sort = '-rating';
    await shown(insights);
    expect(order()).to.deep.equal(['item-1', 'item-3', 'item-0', 'item-6']);
    insights.sort = 'nonsense';
    await shown(insights);
    expect(order()).to.deep.equal(['item-0', 'item-6', 'item-1', 'item-3']);
  });

  it('says use, people, rating with its interval, last use, review and state of a row in words', async () => {
    const items = { ...itemsReply(2, 2), items: [itemOf(2), itemOf(6)] };
    const { root } = await mountData({ items }, 'screen="items" lang="en"');
    expect(readAll(root, 'tbody tr:first-child > *')).to.deep.equal([
      'Battlecard: against Halden Systems battlecard, Sales enablement',
      '633',
      '+127, +25%',
      '211',
      '4.2 (3.9–4.5) · 34',
      'May 26, 2026',
      'Mar 1, 2026, past',
      'Hidden gem · Past review',
    ]);
    expect(readAll(root, 'tbody tr:last-child > *').slice(3)).to.deep.equal([
      'Hidden',
      'No data',
      'Never',
      'Nov 30, 2026',
      'Never used',
    ]);
  });

  it('case 42: 10,000 rows are 50 on the screen, at most 600 elements, and a pager', async () => {
    const { root } = await mountData({ ...everything, items: itemsReply(10_000, 10_000) }, 'screen="items" lang="en"');
    expect(root.querySelectorAll('*').length).to.be.at.most(600);
    expect(read(root, '.pager span')).to.equal('1 to 50 of 10,000');
  });

  it('case 42: prints the page that is shown without what can be pressed', async () => {
    const { root } = await mountData(everything, 'screen="items"');
    const rules = root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
    const print = rules.filter((rule) => rule instanceof CSSMediaRule && rule.conditionText === 'print');
    const texts = print.map(({ cssText }) => cssText).join(' ');
    expect(texts).to.contain('.filters').and.to.contain('.tools').and.to.contain('overflow: visible');
  });

  it('turns pages: of what the page gave', async () => {
    const { root, insights } = await mountData(everything, 'screen="items" page="2" lang="en"');
    expect(read(root, '.pager span')).to.equal('51 to 100 of 120');
    button(root, 'Next page').click();
    await shown(insights);
    expect(read(root, '.pager span')).to.equal('101 to 120 of 120');
    expect(button(root, 'Next page').disabled).to.equal(true);
  });

  it('turns pages: asks the server by its cursors, walking to a page that a URL names', async () => {
    const { client, root, insights } = await mountInsights('screen="items" page="3" lang="en"');
    const cursors = (): unknown[] =>
      client.questions.flatMap((query) => (query.screen === 'items' ? [query.cursor] : []));
    expect(cursors()).to.deep.equal([undefined]);
    client.answerQuestion = ({ screen, ...query }) => {
      if (screen !== 'items') return everything[screen];
      const page = 'cursor' in query ? Number(query.cursor) : 1;
      const { nextCursor: _, ...reply } = itemsReply(50, 3_500);
      return page < 70 ? { ...reply, nextCursor: `${page + 1}` } : reply;
    };
    insights.filter = 'kind=deck';
    await shown(insights);
    expect(cursors().slice(1)).to.deep.equal([undefined, '2', '3']);
    button(root, 'Next page').click();
    await shown(insights);
    expect(cursors().slice(4)).to.deep.equal(['4']);
    expect(read(root, '.pager span')).to.equal('151 to 200 of 3,500');
  });

  it('narrows by what is chosen, and tells the page in the words of its attribute', async () => {
    const { client, root, insights } = await mountInsights('screen="items" lang="en"');
    const told: string[] = [];
    insights.addEventListener('collateral-filter', ({ filter }) => told.push(filter));
    root.querySelector('.filters')!.dispatchEvent(new PointerEvent('pointerenter'));
    await shown(insights);
    const [, kind] = root.querySelectorAll('select');
    expect([...kind!.options].map(({ text }) => text).slice(0, 3)).to.deep.equal(['All', 'deck', 'datasheet']);
    kind!.value = 'deck';
    kind!.dispatchEvent(new Event('change'));
    await shown(insights);
    const search = root.querySelector('input')!;
    search.value = ' price list ';
    search.dispatchEvent(new Event('change'));
    await shown(insights);
    expect(told).to.deep.equal(['kind=deck', 'kind=deck&search=price+list']);
    expect(client.questions.at(-1)).to.deep.include({ screen: 'items', kind: 'deck', search: 'price list', limit: 50 });
    button(root, 'Clear filters').click();
    await shown(insights);
    expect(insights.filter).to.equal('');
  });

  it('has only the chosen value in its lists until somebody comes near', async () => {
    // A pointer that an earlier test left where the filters are drawn now would be near.
    await sendMouse({ type: 'move', position: [0, 0] });
    document.body.style.paddingTop = '40px';
    const { root, insights } = await mountInsights('screen="items" filter="producer=pm"');
    const counts = (): number[] => [...root.querySelectorAll('select')].map(({ options }) => options.length);
    expect(new Set(counts())).to.deep.equal(new Set([1]));
    root.querySelector('select')!.focus();
    await until(() => Math.min(...counts()) > 1);
    await shown(insights);
    expect([...root.querySelectorAll('select')].map(({ value }) => value)).to.include('pm');
    document.body.style.paddingTop = '';
  });

  it('says when nothing matches, and clears the filters', async () => {
    const { root, insights } = await mountData(everything, 'screen="items" filter="search=zzz" lang="en"');
    expect(read(root, '.missing')).to.contain('No item matches these filters.');
    button(root.querySelector('.missing')!, 'Clear filters').click();
    await shown(insights);
    expect(root.querySelectorAll('tbody tr')).to.have.length(50);
  });
});
