import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { findViolations } from '../testing/find-violations.fixture.js';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import { mountGiven, mountTalk, shown, typeInto } from '../testing/mount-conversation.fixture.js';
import { button, readAll } from '../testing/mount-insights.fixture.js';
import { teams } from './comparison.fixture.js';
import { westCard } from './scorecard.fixture.js';

const tag = 'collateral-scorecard';
const about = 'subject="team" subject-id="west" period="2026-Q2"';

function clientWith(): InMemoryClient {
  const client = new InMemoryClient();
  client.answerScorecards = ({ screen }) => (screen === 'comparison' ? teams : westCard);
  return client;
}

function selects(root: ParentNode): HTMLSelectElement[] {
  return [...root.querySelectorAll<HTMLSelectElement>('.period select')];
}

function chosen(select: HTMLSelectElement | undefined): string {
  return select?.selectedOptions[0]?.textContent.trim() ?? '';
}

describe('the period of a scorecard', () => {
  it('is chosen among the usual ones, and told to the page', async () => {
    const { element, root, client } = await mountTalk(tag, about, clientWith());
    const told: string[] = [];
    element.addEventListener('collateral-filter', ({ period, filter }) => told.push(`${period}|${filter}`));
    const [period] = selects(root);
    expect(chosen(period)).to.equal('Quarter 2, 2026');
    expect(readAll(root, '.period option')).to.deep.equal([
      'Last 30 days',
      'Last 90 days',
      'Last 365 days',
      'Jun 2026',
      'May 2026',
      'Apr 2026',
      'Quarter 2, 2026',
      'Quarter 1, 2026',
      'Other months…',
    ]);
    typeInto(period!, '2026-05');
    await shown(element);
    expect([told, element.period]).to.deep.equal([['2026-05|'], '2026-05']);
    expect(client.scorecardQuestions.at(-1)).to.include({ period: '2026-05', id: 'west' });
  });

  it('may be any months in a row: the fields begin with what is shown, and nothing is asked before they are', async () => {
    const { element, root, client } = await mountTalk(tag, about, clientWith());
    const told: string[] = [];
    element.addEventListener('collateral-filter', ({ period }) => told.push(period));
    typeInto(selects(root)[0]!, 'months');
    await shown(element);
    expect(selects(root).map(chosen)).to.deep.equal(['Other months…', 'Apr 2026', 'Jun 2026']);
    typeInto(selects(root)[1]!, '2026-02');
    await shown(element);
    typeInto(selects(root)[2]!, '2026-07');
    await shown(element);
    expect([told, client.scorecardQuestions.length]).to.deep.equal([[], 1]);
    button(root, 'Show').click();
    await shown(element);
    expect([told, element.period]).to.deep.equal([['2026-02..2026-07'], '2026-02..2026-07']);
    expect(client.scorecardQuestions.at(-1)).to.include({ period: '2026-02..2026-07' });
    expect(selects(root).map((one) => chosen(one).replaceAll(/[\u2009\u202f]/g, ' '))).to.deep.equal([
      'Feb – Jul 2026',
    ]);
  });

  it('offers no last month before the first, none to come, and none that makes it too long', async () => {
    const { element, root } = await mountTalk(tag, about, clientWith());
    typeInto(selects(root)[0]!, 'months');
    await shown(element);
    const months = (index: number): readonly string[] => [...selects(root)[index]!.options].map(({ value }) => value);
    expect([months(1).length, months(1)[0], months(1).at(-1)]).to.deep.equal([36, '2026-07', '2023-08']);
    expect(months(2)).to.deep.equal(['2026-07', '2026-06', '2026-05', '2026-04']);
    typeInto(selects(root)[1]!, '2024-03');
    await shown(element);
    expect([months(2)[0], months(2).at(-1), selects(root)[2]!.value]).to.deep.equal(['2025-02', '2024-03', '2025-02']);
    typeInto(selects(root)[1]!, '2026-07');
    await shown(element);
    expect([months(2), selects(root)[2]!.value]).to.deep.equal([['2026-07'], '2026-07']);
  });

  it('is chosen with the keyboard alone; Escape leaves everything as it was', async () => {
    const { element, root } = await mountTalk(tag, about, clientWith());
    typeInto(selects(root)[0]!, 'months');
    await shown(element);
    selects(root)[0]!.focus();
    await sendKeys({ press: 'Tab' });
    expect(root.activeElement === selects(root)[1]).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await shown(element);
    expect(selects(root).map(chosen)).to.deep.equal(['Quarter 2, 2026']);
    expect(root.activeElement === selects(root)[0]).to.equal(true);
    typeInto(selects(root)[0]!, 'months');
    await shown(element);
    selects(root)[2]!.focus();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await shown(element);
    expect(element.period).to.equal('2026-04..2026-06');
    expect(root.activeElement === selects(root)[0], 'the focus goes to what was chosen with').to.equal(true);
  });

  it('breaks no rule of axe and fits into 360 px with its fields open, of a comparison as well', async () => {
    document.body.style.width = '328px';
    for (const attributes of [about, 'screen="comparison" subject="team"']) {
      const { element, root } = await mountTalk(tag, attributes, clientWith());
      typeInto(selects(root)[0]!, 'months');
      await shown(element);
      expect(root.querySelector('.base')!.scrollWidth).to.be.at.most(328);
      expect(root.querySelector('form.months')!.getAttribute('aria-label')).to.equal('Choose months');
      expect(await findViolations(element)).to.deep.equal([]);
      element.remove();
    }
    document.body.style.width = '';
  });

  it('is not offered where nobody could be asked for another', async () => {
    const { root } = await mountGiven(tag, westCard);
    expect(selects(root)).to.deep.equal([]);
  });
});

describe('a scorecard as CSV', () => {
  it('has a line for each measure of each subject, with the columns of the server', async () => {
    const { element } = await mountTalk(tag, about, clientWith());
    const lines = element.toCSV().trimEnd().split('\r\n');
    expect(lines.length).to.equal(westCard.measures.length + 1);
    expect(lines[0]).to.match(/^subject,id,name,first day,last day,measure,measure name,unit,value,low,high,n,/);
    expect(lines[1]).to.match(/^team,west,"Sales, West",2026-04-01,2026-06-30,P1,Usage rate,share,0\.9375,/);
    const { element: comparison, root } = await mountTalk(tag, 'screen="comparison" subject="team"', clientWith());
    const all = teams.subjects.flatMap(({ measures }) => measures);
    expect(comparison.toCSV().trimEnd().split('\r\n').length).to.equal(all.length + 1);
    expect(button(root, 'Download CSV')).not.to.equal(null);
  });

  it('is empty while there is none', () => {
    expect(document.createElement(tag).toCSV()).to.equal('');
  });
});
