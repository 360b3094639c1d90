import { expect } from 'chai';
import { findViolations } from '../testing/find-violations.fixture.js';
import { button, mountData, read, readAll, shown } from '../testing/mount-insights.fixture.js';
import {
  earlyRating,
  everything,
  hiddenMetric,
  itemReply,
  noMetric,
  overviewReply,
  quadrantReply,
} from './insights.fixture.js';

describe('collateral-insights', () => {
  for (const screen of ['overview', 'items', 'quadrant', 'item']) {
    it(`breaks no rule of axe on the screen ${screen}, with every table open`, async () => {
      const { insights, root } = await mountData(everything, `screen="${screen}" collateral-id="item-0" lang="en"`);
      expect(await findViolations(insights)).to.deep.equal([]);
      for (const details of root.querySelectorAll('details')) details.open = true;
      await shown(insights);
      expect(await findViolations(insights)).to.deep.equal([]);
    });
  }

  it('begins with five figures: value, evidence, change in words, course', async () => {
    const { root } = await mountData(everything, 'lang="en"');
    expect(readAll(root, '.card .label')).to.deep.equal([
      'Items used',
      'Views',
      'People who viewed',
      'Mean rating',
      'Viewers who rated',
    ]);
    expect(readAll(root, '.card .value')).to.deep.equal(['69%', '5,183', '1,204', '3.7', '5.9%']);
    expect(readAll(root, '.card .detail')[3]).to.equal('likely 3.6 to 3.8 · 812 ratings');
    expect(readAll(root, '.change')).to.deep.equal([
      '+5.1 points (likely +1.0 to +9.0) before: 64%',
      '+579, +13% before: 4,604',
      '-17, -1.4% before: 1,221',
      '-0.22 (likely -0.31 to -0.12) before: 3.9',
      'No clear change (likely -0.2 to +0.5) before: 5.8%',
    ]);
    expect(root.querySelectorAll('.card figure .line')).to.have.length(5);
  });

  it('colours only a change that is more than chance', async () => {
    const { root } = await mountData();
    const isClear = [...root.querySelectorAll('.change')].map(({ classList }) => classList.contains('clear'));
    expect(isClear).to.deep.equal([true, false, false, true, false]);
  });

  it('compares with nothing when it is told so', async () => {
    const { root } = await mountData(everything, 'compare="none" lang="en"');
    expect(root.querySelectorAll('.change')).to.have.length(0);
    expect(read(root, '.covers')).not.to.contain('compared');
  });

  it('says when counting began while that is later than what is shown or compared', async () => {
    const covers = async (countedSince: string, attributes = ''): Promise<string> => {
      const { root } = await mountData({ overview: { ...overviewReply, countedSince } }, `${attributes} lang="en"`);
      return read(root, '.covers');
    };
    expect(await covers('2026-01-10')).to.contain(' · counting began on Jan 10, 2026 · counted ');
    expect(await covers('2025-11-29')).not.to.contain('began');
    expect(await covers('2026-01-10', 'compare="none"')).not.to.contain('began');
    expect(await covers('2026-03-10', 'compare="none"')).to.contain('counting began on Mar 10, 2026');
  });

  it('says what is early, hidden or missing in words, never as a number', async () => {
    const [first, second, third, ...rest] = overviewReply.headlines.map((headline) => ({
      ...headline,
      previous: null,
      change: null,
    }));
    const headlines = [
      { ...first!, metric: hiddenMetric },
      { ...second!, metric: earlyRating },
      { ...third!, metric: noMetric },
      ...rest,
    ];
    const { root } = await mountData({ overview: { ...overviewReply, headlines } }, 'lang="en"');
    expect(readAll(root, '.card .value').slice(0, 3)).to.deep.equal(['Hidden', 'Too early', 'No data']);
    expect(readAll(root, '.card .detail')[0]).to.equal('Would tell about fewer than 5 people');
    expect(readAll(root, '.change')[0]).to.equal('Nothing to compare with');
    const hiddenBefore = { ...overviewReply.headlines[0]!, previous: hiddenMetric, change: null };
    const { root: other } = await mountData({ overview: { ...overviewReply, headlines: [hiddenBefore] } }, 'lang="en"');
    expect(readAll(other, '.change')).to.deep.equal(['before: Hidden']);
  });

  it('tells how far the figures can be trusted', async () => {
    const { root } = await mountData(everything, 'lang="en"');
    expect(readAll(root, '.facts li')).to.deep.equal([
      '5.9% of viewers have rated 1,204 of 20,310 · likely 5.6% to 6.2%',
      '44% of used items have a score 118 of 271 · likely 41% to 47%',
      '1.3% of events came late 412 of 31,204 · likely 1.2% to 1.4%',
      '15% of views were left out 904 of 6,087 · likely 12% to 18%',
      '72% of views go to the most viewed tenth 3,732 of 5,183 · likely 69% to 75%',
      '25% of items with a review date are past it 30 of 120 · likely 22% to 28%',
      '2% of items have no owner 8 of 392 · likely 0% to 5%',
      '3 used items are not in the catalogue',
    ]);
    expect(read(root, '.strip .behind')).to.contain('Left out: 700 by the owner, 204 by programs.');
  });

  it('explains each figure: method, fraction, period, what was left out', async () => {
    const { root, insights } = await mountData(everything, 'lang="en"');
    for (const details of root.querySelectorAll<HTMLDetailsElement>('.card details')) details.open = true;
    await shown(insights);
    expect(readAll(root.querySelector('.card')!, '.note p')).to.deep.equal([
      'A share, with its 95 % interval after Wilson.',
      'Counted: 271 of 392.',
      'Period: Feb 27 – May 27, 2026.',
      'Nothing was left out.',
    ]);
  });

  it('has a table behind each course with the numbers of the drawing', async () => {
    const { root, insights } = await mountData(everything, 'lang="en"');
    const card = root.querySelectorAll('.card')[3]!;
    card.querySelector('details')!.open = true;
    await shown(insights);
    const rows = readAll(card, 'tbody tr');
    expect(rows).to.have.length(13);
    expect(rows.slice(2, 5)).to.deep.equal([
      'Mar 13 – 19, 2026 3.8 11 3.6 to 4.0',
      'Mar 20 – 26, 2026 Hidden Hidden',
      'Mar 27 – Apr 2, 2026 3.8 11 3.6 to 4.0',
    ]);
  });

  it('leads from a short list to the whole one and to the item', async () => {
    const { root, insights } = await mountData(everything, 'lang="en"');
    button(root, 'Show all 31').click();
    await shown(insights);
    expect([insights.screen, insights.filter]).to.deep.equal(['items', 'state=fix-first']);
    const states = readAll(root, '.items .state');
    expect(states.length).to.be.greaterThan(0);
    for (const state of states) expect(state).to.match(/^Fix first/);
  });

  it('shows items by use and rating, with those too early to place in the table and apart in the drawing', async () => {
    const { root, insights } = await mountData(everything, 'screen="quadrant" lang="en"');
    const { points, early } = quadrantReply();
    expect(read(root, '.summary')).to.equal(
      'Hidden gem: 10, Workhorse: 11, Retire?: 22, Fix first: 19. Too few ratings: 28.',
    );
    root.querySelector('details')!.open = true;
    await shown(insights);
    expect(root.querySelectorAll('tbody tr')).to.have.length(points.length + early.length);
    expect(root.querySelector('.mark.early')!.getAttribute('d')!.match(/z/g)).to.have.length(early.length);
  });

  it('shows an item: figures, courses with versions, points, teams, lifts, comments', async () => {
    const { root } = await mountData(everything, 'screen="item" collateral-id="item-0" lang="en"');
    expect(read(root, 'h2')).to.equal('First-meeting deck');
    expect(readAll(root, '.figures dt').length).to.equal(6);
    expect(readAll(root, '.panel figcaption')).to.deep.equal([
      'Rating over time',
      'Views over time',
      'How people rated it',
      'Use by team',
    ]);
    expect(root.querySelectorAll('.panel:first-child .marker')).to.have.length(3);
    const rows = [...root.querySelectorAll('.section tbody tr')];
    expect(rows.map((row) => readAll(row, 'th, td').join(' '))).to.deep.equal([
      'v3 May 20, 2026 Too early · 2 ratings, too few for a score Too early 42 Hidden Hidden 12 3 1 0',
      'v2 Jan 12, 2026 3.7 · likely 3.3 to 4.1 · 25 ratings +0.60 (likely +0.05 to +1.15) · 98% sure that it is better. The version before was rated low, so part of this may be regression to the mean. 1,705 61 48 sec 12 3 1 0',
      'v1 Aug 3, 2025 3.1 · likely 2.7 to 3.5 · 25 ratings First version 3,100 88 48 sec 12 3 1 0',
    ]);
    expect(readAll(root, '.comments blockquote')[1]).to.equal('Opened the deal with <b>Port of Tarn</b>. Twice.');
    expect(root.querySelector('.comments b')).to.equal(null);
  });

  it('begins the course of a rating where there was something to rate', async () => {
    const [first, ...rest] = itemReply.ratingOverTime;
    const before = Array.from({ length: 20 }, (_, index) => {
      const month = `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
      return { ...first!, value: null, interval: null, n: 0, firstDay: `${month}-01`, lastDay: `${month}-28` };
    });
    const item = { ...itemReply, ratingOverTime: [...before, first!, ...rest] };
    const { root, insights } = await mountData({ item }, 'screen="item" collateral-id="item-0" lang="en"');
    root.querySelector('details')!.open = true;
    await shown(insights);
    expect(root.querySelectorAll('.panel:first-child tbody tr')).to.have.length(itemReply.ratingOverTime.length);
  });

  it('never says that those without a team used it most', async () => {
    const rest = {
      team: null,
      name: null,
      viewers: itemReply.teams[0]!.viewers,
      views: { ...itemReply.teams[0]!.views, value: 999 },
    };
    const item = { ...itemReply, teams: [rest, ...itemReply.teams.slice(0, 2)] };
    const { root } = await mountData({ item }, 'screen="item" collateral-id="item-0" lang="en"');
    expect(readAll(root, '.panel:last-child .summary')).to.deep.equal(['Sales, EMEA used it most: 420 views.']);
    expect(readAll(root, '.panel:last-child .plot .label').at(-1)).to.equal('Small teams and people without one');
  });

  it('opens the comments that go with a bar', async () => {
    const { root, insights } = await mountData(everything, 'screen="item" collateral-id="item-0" lang="en"');
    const plot = root.querySelectorAll('.plot')[2]!;
    const press = (key: string): boolean => plot.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) press(key);
    await shown(insights);
    expect(readAll(root, '.comments blockquote')).to.deep.equal(['The prices on slide 7 are from last year.']);
    button(root, 'Show all comments').click();
    await shown(insights);
    expect(readAll(root, '.comments blockquote')).to.have.length(2);
  });

  it('keeps comments back until enough people wrote one, and says so', async () => {
    const { root } = await mountData(
      { item: { ...itemReply, comments: [] } },
      'screen="item" collateral-id="item-0" lang="en"',
    );
    expect(root.textContent).to.contain('Comments are shown once 10 people have written one.');
  });

  it('offers only screens it has figures for', async () => {
    const { root } = await mountData({ overview: overviewReply }, 'lang="en"');
    expect(readAll(root, 'nav button')).to.deep.equal(['Overview']);
    expect(
      [...root.querySelectorAll('button')].filter(({ textContent }) => textContent.includes('Show all')),
    ).to.have.length(0);
  });

  it('has headings in order and no style attribute', async () => {
    for (const screen of ['overview', 'items', 'quadrant', 'item']) {
      const { root } = await mountData(everything, `screen="${screen}" collateral-id="item-0"`);
      const levels = [...root.querySelectorAll('h2, h3, h4')].map(({ localName }) => Number(localName[1]));
      levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 1)).to.be.at.most(1));
      expect(root.querySelectorAll('style, [style]')).to.have.length(0);
      root.host.remove();
    }
  });

  it('writes numbers and days as the language around it does', async () => {
    const { root } = await mountData(everything, 'lang="de"');
    expect(readAll(root, '.card .value')).to.deep.equal(['69 %', '5.183', '1.204', '3,7', '5,9 %']);
    expect(read(root, '.covers')).to.contain('27. Feb.');
  });
});
