import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { findViolations } from '../testing/find-violations.fixture.js';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import { emulate } from '../testing/look.fixture.js';
import { mountGiven, mountTalk, shown } from '../testing/mount-conversation.fixture.js';
import { button, read, readAll } from '../testing/mount-insights.fixture.js';
import { until } from '../testing/until.fixture.js';
import { producers, teams, withAudience } from './comparison.fixture.js';
import { westCard } from './scorecard.fixture.js';

const tag = 'collateral-scorecard';

function clientWith(comparison = teams): InMemoryClient {
  const client = new InMemoryClient();
  client.answerScorecards = ({ screen }) => (screen === 'comparison' ? comparison : westCard);
  return client;
}

const names = (root: ParentNode): string[] => readAll(root, '.plot .label');
const rows = (root: ParentNode): string[][] =>
  [...root.querySelectorAll('.chart tbody tr')].map((row) => readAll(row, 'th, td'));

async function openTable(root: ShadowRoot): Promise<void> {
  root.querySelector<HTMLDetailsElement>('.chart details')!.open = true;
  await until(() => root.querySelector('.chart tbody') !== null);
}

describe('collateral-scorecard compares', () => {
  afterEach(async () => {
    await emulate();
    document.documentElement.style.colorScheme = '';
    document.documentElement.style.background = '';
    document.body.style.width = '';
  });

  it('asks for all teams or producers, and again when an attribute changes', async () => {
    const client = clientWith();
    const { element } = await mountTalk(tag, 'screen="comparison" subject="producer" period="2026-Q2"', client);
    element.compare = 'year-before';
    await shown(element);
    const query = { screen: 'comparison', subject: 'producer', period: '2026-Q2' };
    expect(client.scorecardQuestions).to.deep.equal([
      { ...query, compare: 'previous' },
      { ...query, compare: 'year-before' },
    ]);
  });

  it('shows intervals on one axis in the order of names, never of figures', async () => {
    const { root } = await mountGiven(tag, teams, 'measure="P5"');
    expect(read(root, 'h2')).to.equal('Teams side by side');
    expect(names(root)).to.deep.equal(['Central', 'East', 'North', 'West']);
    expect(root.querySelectorAll('.likely').length).to.equal(3);
    expect(read(root, '.intro')).to.contain('this is no ranking');
    const middles = [...root.querySelectorAll('.plot .dot')].map((dot) => Number(dot.getAttribute('cx')));
    expect(middles[0]).to.be.greaterThan(middles[2]!);
    expect(middles[2]).to.be.greaterThan(middles[1]!);
  });

  it('follows the order of the page, and that of names for the rest', async () => {
    const { element, root } = await mountGiven(tag, teams, 'measure="P5"');
    element.order = ['west', 'east'];
    await shown(element);
    expect(names(root)).to.deep.equal(['West', 'East', 'Central', 'North']);
    expect(read(root, '.intro')).to.contain('the order of this page');
  });

  it('says the same numbers in a table and in one sentence', async () => {
    const { root } = await mountGiven(tag, teams, 'measure="P5"');
    await openTable(root);
    expect(readAll(root, '.chart thead th')).to.deep.equal([
      'Team',
      'Answered in time',
      'Likely',
      'From',
      'Target',
      'Change',
    ]);
    expect(rows(root)).to.deep.equal([
      ['Central', '90%', '80% to 100%', '72 of 80', 'at least 80% · met', 'Improving'],
      ['East', 'Too early', '', '1 of 2', 'at least 80% · not enough data', 'not enough data'],
      ['North', '50%', '36% to 64%', '20 of 40', 'at least 80% · missed', 'Worse'],
      ['West', '72%', '57% to 86%', '28 of 39', 'at least 80% · not enough data', 'No clear change'],
    ]);
    expect(read(root, '.summary')).to.equal('4 teams. Target met: 1, missed: 1, not enough data: 2.');
    expect(readAll(root, '.note p')[0]).to.match(/^Suggestions answered by the day/);
  });

  it('tells how many are not shown, and not who', async () => {
    const { root } = await mountGiven(tag, teams);
    expect(readAll(root, '.base > .intro').at(-1)).to.equal(
      '2 more are not shown: fewer than 5 people, or they would give such a group away.',
    );
  });

  it('compares by the first measure with figures until a person chooses, and tells the page', async () => {
    const { element, root } = await mountGiven(tag, teams);
    const chosen: string[] = [];
    element.addEventListener('collateral-select', ({ screen, measure }) => chosen.push(`${screen} ${measure}`));
    expect(read(root, '.caption')).to.equal('First response');
    expect(readAll(root, 'option')).to.deep.equal(['First response', 'Answered in time']);
    const select = root.querySelector<HTMLSelectElement>('.by select')!;
    select.value = 'P5';
    select.dispatchEvent(new Event('change'));
    await shown(element);
    expect(read(root, '.caption')).to.equal('Answered in time');
    expect([chosen, element.measure]).to.deep.equal([['comparison P5'], 'P5']);
  });

  it('stays where it is when the page cancels', async () => {
    const { element, root } = await mountTalk(tag, 'screen="comparison" subject="team"', clientWith());
    element.addEventListener('collateral-select', (event) => event.preventDefault());
    const select = root.querySelector<HTMLSelectElement>('.by select')!;
    select.value = 'P5';
    select.dispatchEvent(new Event('change'));
    await shown(element);
    expect([element.measure, read(root, '.caption')]).to.deep.equal(['', 'First response']);
  });

  it('opens a scorecard with Enter on its row and leads back, by keyboard alone', async () => {
    const client = clientWith();
    const { element, root } = await mountTalk(tag, 'screen="comparison" subject="team" measure="P5"', client);
    root.querySelector<HTMLSelectElement>('.by select')!.focus();
    await sendKeys({ press: 'Tab' });
    expect(root.activeElement?.className).to.equal('plot choosable');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await sendKeys({ press: key });
    expect(read(root, '.readout')).to.equal(
      'North · Answered in time 50% · Likely 36% to 64% · From 20 of 40 · Target at least 80% · missed · Change Worse',
    );
    await sendKeys({ press: 'Enter' });
    await until(() => read(root, 'h2') === 'Scorecard: Sales, West');
    expect([element.screen, element.subjectId]).to.deep.equal(['scorecard', 'north']);
    expect(client.scorecardQuestions.at(-1)).to.include({ screen: 'scorecard', subject: 'team', id: 'north' });
    expect(root.activeElement?.localName).to.equal('h2');
    button(root, 'Back to the comparison').click();
    await until(() => read(root, 'h2') === 'Teams side by side');
    await until(() => root.activeElement?.localName === 'h2');
    expect(element.subjectId).to.equal('');
  });

  it('speaks of the row where the cursor rests', async () => {
    const { root, timers } = await mountGiven(tag, teams, 'measure="P5"');
    root.querySelector<HTMLElement>('.plot')!.focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    timers.pass(300);
    await until(() => read(root, '.heard[role=status]').startsWith('East · Answered in time Too early'));
  });

  it('names those without anything to count below the chart, and opens their scorecard', async () => {
    const client = clientWith(withAudience);
    const { element, root } = await mountTalk(tag, 'screen="comparison" subject="team" measure="P5"', client);
    await until(() => names(root).length > 0);
    expect(names(root)).to.deep.equal(['Central', 'East', 'North', 'West']);
    expect(read(root, '.others')).to.equal('No data: All of sales');
    button(root, 'All of sales').click();
    await until(() => read(root, 'h2') === 'Scorecard: Sales, West');
    expect(element.subjectId).to.equal('all of sales');
  });

  it('says that nobody can be compared', async () => {
    const { root } = await mountGiven(tag, { ...teams, subjects: [], hidden: 0 });
    expect(read(root, '.missing')).to.match(/^There is nobody to compare/);
  });

  for (const scheme of ['light', 'dark']) {
    it(`breaks no rule of axe: ${scheme}`, async () => {
      document.documentElement.style.colorScheme = scheme;
      document.documentElement.style.background = scheme === 'dark' ? '#1b1e23' : '#ffffff';
      const { element, root } = await mountGiven(tag, teams, 'measure="P5"');
      await openTable(root);
      expect(await findViolations(element)).to.deep.equal([]);
    });
  }

  it('fits 90 producers into 360 px, in both directions', async () => {
    document.body.style.width = '328px';
    for (const dir of ['ltr', 'rtl']) {
      document.documentElement.dir = dir;
      const { element, root } = await mountGiven(tag, producers);
      await openTable(root);
      expect(root.querySelector('.base')!.scrollWidth).to.be.at.most(328);
      const { left, right } = root.querySelector('.plot')!.getBoundingClientRect();
      for (const text of root.querySelectorAll('.plot text')) {
        const box = text.getBoundingClientRect();
        expect(box.left, text.textContent).to.be.at.least(left - 2);
        expect(box.right, text.textContent).to.be.at.most(right + 2);
      }
      element.remove();
    }
  });

  it('turns with the direction of the text', async () => {
    document.documentElement.dir = 'rtl';
    const { root } = await mountGiven(tag, teams, 'measure="P5"');
    // A scroll bar may have come since the first drawing; the chart is drawn anew for the room that is left.
    await until(() => {
      const [label] = root.querySelectorAll('.plot .label');
      const plot = root.querySelector('.plot')!.getBoundingClientRect();
      return Math.abs(plot.right - label!.getBoundingClientRect().right) <= 1;
    });
  });

  it('in forced colours draws in the reader’s colour', async function () {
    if (!(await emulate({ 'forced-colors': 'active' }))) return this.skip();
    const { root } = await mountGiven(tag, teams, 'measure="P5"');
    const text = getComputedStyle(root.querySelector('.base')!).color;
    const { fill } = getComputedStyle(root.querySelector('.plot .dot')!);
    const { stroke } = getComputedStyle(root.querySelector('.plot .goal')!);
    expect([fill, stroke]).to.deep.equal([text, text]);
    return undefined;
  });
});
