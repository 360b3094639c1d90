import { CollateralError } from '@collateral/sdk';
import { expect } from 'chai';
import { findViolations } from '../testing/find-violations.fixture.js';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import { mountGiven, mountTalk, shown, type MountedConversation } from '../testing/mount-conversation.fixture.js';
import { read, readAll } from '../testing/mount-insights.fixture.js';
import { until } from '../testing/until.fixture.js';
import { evidenceOf } from './comparison.fixture.js';
import { westCard } from './scorecard.fixture.js';

const tag = 'collateral-scorecard';
const attributes = 'subject="team" subject-id="west" period="2026-Q2"';

function clientWith(): InMemoryClient {
  const client = new InMemoryClient();
  client.answerScorecards = (query) =>
    query.screen === 'evidence' ? evidenceOf(query.measure, query.cursor) : westCard;
  return client;
}

const toggle = (root: ParentNode, id: string): HTMLButtonElement =>
  root.querySelector<HTMLButtonElement>(`[data-measure="${id}"] button[aria-expanded]`)!;

const lines = (root: ParentNode): string[][] =>
  [...root.querySelectorAll('.evidence tbody tr')].map((row) => readAll(row, 'th, td'));

type Mounted = MountedConversation<typeof tag>;

async function mountOpen(id = 'P5', more = '', client = clientWith()): Promise<Mounted> {
  const mounted = await mountTalk(tag, `${attributes} ${more}`, client);
  toggle(mounted.root, id).click();
  await until(() => mounted.root.querySelector('.evidence[aria-busy=false]') !== null);
  return mounted;
}

describe('collateral-scorecard shows what is behind a number', () => {
  it('reads the list when somebody asks for it, and closes it again', async () => {
    const { root, client, element } = await mountOpen();
    expect(client.scorecardQuestions.at(-1)).to.deep.equal({
      screen: 'evidence',
      subject: 'team',
      id: 'west',
      period: '2026-Q2',
      measure: 'P5',
    });
    expect(lines(root).slice(0, 3)).to.deep.equal([
      ['Battlecard 1, v2', 'no', 'May 4, 2026'],
      ['A request for new content', 'still waiting', 'May 4, 2026'],
      ['Battlecard 3', 'yes', 'May 4, 2026'],
    ]);
    expect(toggle(root, 'P5').getAttribute('aria-expanded')).to.equal('true');
    expect(await findViolations(element)).to.deep.equal([]);
    toggle(root, 'P5').click();
    await shown(element);
    expect(root.querySelector('.evidence')).to.equal(null);
  });

  it('reads on page by page, and says how much is shown', async () => {
    const { root, client } = await mountOpen();
    expect(read(root, '.evidence [role=status]')).to.equal('50 of 53');
    root.querySelector<HTMLButtonElement>('.evidence button')!.click();
    await until(() => read(root, '.evidence [role=status]') === '53 of 53');
    expect(client.scorecardQuestions.at(-1)).to.include({ cursor: '50' });
    expect(lines(root).at(-1)).to.deep.equal(['Battlecard 60', 'left out (taken back)', '']);
    expect(root.querySelector('.evidence button')).to.equal(null);
  });

  it('keeps the focus in the list when there is no more to read', async () => {
    const { root } = await mountOpen();
    const more = root.querySelector<HTMLButtonElement>('.evidence button')!;
    more.focus();
    more.click();
    await until(() => read(root, '.evidence [role=status]') === '53 of 53');
    await until(() => root.activeElement?.className === 'scroll');
  });

  it('leads to items and suggestions where the page says how', async () => {
    const links = 'item-href="/items/{id}" suggestion-href="/ideas?open={id}"';
    const { root } = await mountOpen('P5', links);
    const hrefs = [...root.querySelectorAll('.evidence a')].slice(0, 3).map((link) => link.getAttribute('href'));
    expect(hrefs).to.deep.equal(['/ideas?open=s%201', '/ideas?open=s2', '/items/item-3']);
  });

  it('says days of what is counted in days', async () => {
    const client = clientWith();
    client.answerScorecards = (query) => {
      if (query.screen !== 'evidence') return westCard;
      const [one] = evidenceOf('P4').entries;
      return { ...evidenceOf('P4'), total: 1, entries: [{ ...one!, value: 4.25 }] };
    };
    const { root } = await mountOpen('P4', '', client);
    expect(lines(root)[0]?.at(-1)).to.equal('4.3 days');
  });

  it('lists what is required of a team with how many of it used each, and nothing else that people do', async () => {
    const client = clientWith();
    const used = westCard.measures.find(({ id }) => id === 'P8')!;
    const measures = [...westCard.measures, { ...used, id: 'T3' as const }];
    const [one] = evidenceOf('T3').entries;
    const entries = [{ ...one!, title: 'Module', version: null, at: null, share: { numerator: 7, denominator: 9 } }];
    client.answerScorecards = (query) =>
      query.screen === 'evidence' ? { ...evidenceOf('T3'), total: 1, entries } : { ...westCard, measures };
    const { root } = await mountOpen('T3', '', client);
    expect(lines(root)).to.deep.equal([['Module', '7 of 9', '']]);
    expect(toggle(root, 'T2')).to.equal(null);
  });

  it('says how many are not listed because they would tell of single producers', async () => {
    const client = clientWith();
    client.answerScorecards = (query) =>
      query.screen === 'evidence' ? { ...evidenceOf('P5'), total: 0, entries: [], withheld: 12 } : westCard;
    const { root } = await mountOpen('P5', '', client);
    expect(read(root, '.evidence [role=status]')).to.equal(
      '12 are not listed: that would tell how single producers do.',
    );
  });

  it('says that there is nothing, that it could not be had, and tries again', async () => {
    const client = clientWith();
    client.answerScorecards = ({ screen }) =>
      screen === 'evidence' ? new CollateralError('network-failed', 'gone') : westCard;
    const { root } = await mountOpen('P5', '', client);
    expect(read(root, '.evidence [role=status]')).to.equal('The server could not be reached.');
    client.answerScorecards = () => ({ ...evidenceOf('P5'), total: 0, entries: [] });
    root.querySelector<HTMLButtonElement>('.evidence button')!.click();
    await until(() => read(root, '.evidence [role=status]') === 'There is nothing behind it.');
  });

  it('is closed when somebody else’s scorecard is shown, or another period', async () => {
    const { root, element } = await mountOpen();
    element.period = '2026-Q1';
    await shown(element);
    expect(root.querySelector('.evidence')).to.equal(null);
  });

  it('leaves it to the page that cancels', async () => {
    const { root, client, element } = await mountTalk(tag, attributes, clientWith());
    element.addEventListener('collateral-select', (event) => event.preventDefault());
    toggle(root, 'P5').click();
    await shown(element);
    expect([client.scorecardQuestions.length, root.querySelector('.evidence')]).to.deep.equal([1, null]);
  });

  it('shows what the page gives, without a client', async () => {
    const { root, element } = await mountGiven(tag, westCard);
    element.addEventListener('collateral-select', ({ measure }) => {
      if (measure === 'P5') element.evidence = evidenceOf('P5');
    });
    toggle(root, 'P5').click();
    await until(() => root.querySelector('.evidence') !== null);
    expect(lines(root).length).to.equal(50);
    expect([read(root, '.evidence [role=status]'), root.querySelector('.evidence button')]).to.deep.equal([
      '50 of 53',
      null,
    ]);
  });
});

describe('collateral-scorecard marks new versions', () => {
  it('on the courses they can move, and names them in the table and the sentence', async () => {
    const { root } = await mountGiven(tag, westCard);
    const course = root.querySelector('[data-measure="P1"]')!;
    expect(course.querySelectorAll('.plot .marker').length).to.equal(2);
    expect(read(course, '.summary')).to.match(/2 new versions are marked\.$/);
    course.querySelector<HTMLDetailsElement>('details')!.open = true;
    await until(() => course.querySelector('tbody') !== null);
    expect(readAll(course, 'thead th').at(-1)).to.equal('New versions');
    expect(readAll(course, 'tbody td:last-child')).to.deep.equal([
      '',
      '',
      '',
      '',
      'First-meeting deck, v3',
      'Data sheet, v2',
    ]);
    expect(root.querySelector('[data-measure="P5"] .marker')).to.equal(null);
  });

  it('as one mark a stretch when there are many', async () => {
    const [one] = westCard.versions;
    const versions = Array.from({ length: 40 }, (_, index) => ({ ...one!, collateralId: `item-${index}` }));
    const { root } = await mountGiven(tag, { ...westCard, versions });
    expect(root.querySelectorAll('[data-measure="P1"] .plot .marker').length).to.equal(1);
  });
});
