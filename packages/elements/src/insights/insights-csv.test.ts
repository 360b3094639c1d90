import { expect } from 'chai';
import { parseFilter, formatFilter, filterFor } from './chosen-filter.js';
import { writeCsv } from '../figures/csv.js';
import { everything, itemsReply, itemOf } from './insights.fixture.js';
import { button, mountData } from '../testing/mount-insights.fixture.js';
import { until } from '../testing/until.fixture.js';

describe('insights as CSV', () => {
  it('quotes what needs it and disarms what a spreadsheet would run; numbers stay numbers', () => {
    expect(writeCsv([['a,b', 'say "x"', '=1+1', '-x', ' @y', -3, null, 'two\nlines']])).to.equal(
      `"a,b","say ""x""",'=1+1,'-x,' @y,-3,,"two\nlines"\r\n`,
    );
  });

  it('has the numbers of the table, rounded as there, in words of the language and figures a spreadsheet reads', async () => {
    const items = { ...itemsReply(2, 2), items: [itemOf(2), itemOf(6)] };
    const { insights } = await mountData({ items }, 'screen="items" lang="de"');
    await until(() => insights.toCSV().includes('Inhalt'));
    const [head, first, second] = insights.toCSV().split('\r\n');
    expect(head).to.contain('collateralId,Inhalt,Art,Verantwortlich,Aufrufe');
    expect(first).to.match(
      /^item-2,Battlecard: against Halden Systems,battlecard,Sales enablement,633,127,211,4\.2,3\.9,4\.5,34,2026-05-26,2026-03-01,Verborgener Schatz · Prüfung überfällig,/,
    );
    expect(second).to.contain(',0,0,Verborgen,Keine Daten,,,0,,2026-11-30,Nie genutzt,');
  });

  it('says in the name of the rating that only those after use are in it', async () => {
    const filter = { ...everything.items.filter, afterUse: true };
    const { insights } = await mountData({ ...everything, items: { ...everything.items, filter } }, 'lang="en"');
    insights.screen = 'items';
    await until(() => insights.toCSV().includes(',"Rating, After use only",'));
    insights.screen = 'quadrant';
    await until(() => insights.toCSV().includes(',Rating,'));
  });

  for (const screen of ['overview', 'quadrant', 'item']) {
    it(`has the figures of the screen ${screen}, and no undefined`, async () => {
      const { insights } = await mountData(everything, `screen="${screen}" collateral-id="item-0"`);
      const csv = insights.toCSV();
      expect(csv.split('\r\n').length).to.be.greaterThan(12);
      expect(csv).not.to.match(/undefined|NaN|\[object/);
    });
  }

  it('is empty while there are no figures', () => {
    expect(document.createElement('collateral-insights').toCSV()).to.equal('');
  });

  it('filters are written as in a URL, and what is not known is left out', () => {
    const filter = parseFilter('kind=deck&nonsense=1&search=price+list&team=');
    expect(filter).to.deep.equal({ kind: 'deck', search: 'price list' });
    expect(formatFilter(filter)).to.equal('kind=deck&search=price+list');
    expect(filterFor('overview', filter)).to.deep.equal({ kind: 'deck' });
    const ratings = parseFilter('afterUse=true&version=2026-Q2&kind=deck');
    expect(formatFilter(ratings)).to.equal('kind=deck&version=2026-Q2&afterUse=true');
    expect(filterFor('item', ratings)).to.deep.equal({ afterUse: true });
    expect(parseFilter('afterUse=no')).to.deep.equal({});
  });

  it('can still be read when the browser asks first where to save it', async () => {
    const { insights, root } = await mountData(everything, 'screen="items"');
    await until(() => insights.toCSV() !== '');
    const links: HTMLAnchorElement[] = [];
    const own = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'click')!;
    const keep = function (this: HTMLElement): void {
      if (this instanceof HTMLAnchorElement) links.push(this);
      else this.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    };
    Object.defineProperty(HTMLElement.prototype, 'click', { ...own, value: keep });
    try {
      button(root, 'Download CSV').click();
    } finally {
      Object.defineProperty(HTMLElement.prototype, 'click', own);
    }
    await new Promise((resolve) => setTimeout(resolve));
    const saved = await (await fetch(links[0]!.href)).text();
    expect(saved.replace('\uFEFF', '')).to.equal(insights.toCSV());
    expect(links[0]!.download).to.match(/^items-\d{4}-\d\d-\d\d\.csv$/);
    URL.revokeObjectURL(links[0]!.href);
  });
});
