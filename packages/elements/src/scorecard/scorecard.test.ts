import { CollateralError } from '@collateral/sdk';
import { expect } from 'chai';
import { catchWarnings } from '../testing/catch-warnings.fixture.js';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import { mountGiven, mountTalk, shown } from '../testing/mount-conversation.fixture.js';
import { button, read, readAll } from '../testing/mount-insights.fixture.js';
import { ManualTimers, mount } from '../testing/mount.fixture.js';
import { until } from '../testing/until.fixture.js';
import { frame, emptyCard, measureOf, westCard } from './scorecard.fixture.js';

const tag = 'collateral-scorecard';

function clientWith(card = westCard): InMemoryClient {
  const client = new InMemoryClient();
  client.answerScorecards = () => card;
  return client;
}

/** What a card says from its figure to its change. */
function said(root: ParentNode, id: string): string[] {
  return readAll(root, `[data-measure="${id}"] > p`);
}

describe('collateral-scorecard', () => {
  it('asks for the subject, period and comparison of its attributes, and again when one changes', async () => {
    const client = clientWith();
    const attributes = 'subject="team" subject-id="west" period="2026-Q2" compare="year-before"';
    const { element } = await mountTalk(tag, attributes, client);
    element.period = '2026-Q1';
    await shown(element);
    element.title = 'Another attribute';
    await shown(element);
    const query = { screen: 'scorecard', subject: 'team', id: 'west', compare: 'year-before' };
    expect(client.scorecardQuestions).to.deep.equal([
      { ...query, period: '2026-Q2' },
      { ...query, period: '2026-Q1' },
    ]);
  });

  it('X4, X5: lists new versions with their lift, and what changed hands', async () => {
    const { root } = await mountTalk(tag, '', clientWith());
    expect(readAll(root, '.happened summary')).to.deep.equal(['2 new versions', '1 item changed hands']);
    expect(readAll(root, '.happened li').map((line) => line.replaceAll('\u2212', '-'))).to.deep.equal([
      'First-meeting deck, v3, May 4, 2026: +0.60 (likely +0.05 to +1.15)',
      'Data sheet, v2, Jun 1, 2026: Too early',
      'Battlecard: from Marketing to nobody, Jun 1, 2026',
    ]);
  });

  it('says whose it is and what it covers, those who make before those who use', async () => {
    const { root } = await mountTalk(tag, '', clientWith());
    expect(read(root, 'h2')).to.equal('Scorecard: Sales, West');
    expect(read(root, '.covers').replaceAll(/[\u2009\u202f]/g, ' ')).to.match(
      /^Apr 1 – Jun 30, 2026, compared with Jan 1 – Mar 31, 2026 · counted Jul 2, /,
    );
    const { root: young } = await mountTalk(tag, '', clientWith({ ...westCard, countedSince: '2026-03-20' }));
    expect(read(young, '.covers')).to.contain(' · counting began on Mar 20, 2026 · counted ');
    expect(readAll(root, 'h3')).to.deep.equal(['Making collateral', 'Using collateral', 'What happened in this time']);
    expect(readAll(root, 'h4')).to.deep.equal([
      'Usage rate',
      'Rating against target',
      'First response',
      'Answered in time',
      'Resolution',
      'Lift of new versions',
      'Past review date',
      'Promises kept',
      'Participation',
      'Constructive ratings',
    ]);
    expect(read(root, '.section > .intro')).to.equal('Promised for this period: 8. Kept: 5, late: 2, still open: 1.');
  });

  const measures: readonly [id: string, words: readonly string[]][] = [
    [
      'P1',
      [
        '94%',
        '60 of 64 · likely 89% to 99%',
        'Target at least 80%: met',
        'Improving · before: 71% · +22.0 points (likely +8.0 to +35.0)',
      ],
    ],
    [
      'P4',
      [
        'at least 9.5 days',
        'from 21 observations · likely 6 days to 17.3 days or more',
        'Target at most 5 days: missed',
        'Worse · before: 5 days · +4.5 days (likely +0.5 to +9.0)',
      ],
    ],
    [
      'P5',
      [
        '72%',
        '28 of 39 · likely 58% to 86%',
        'Target at least 80%: not enough data',
        'No clear change · before: 66% · +6.0 points (likely -14.0 to +27.0)',
      ],
    ],
    ['P7', ['+0.42', 'from 6 observations · likely +0.11 to +0.73', 'No target', 'Improving']],
    [
      'P3',
      [
        'Too early',
        'from 3 observations: too few for a figure',
        'Target at least 80%: not enough data',
        'Change: not enough data',
      ],
    ],
    ['P12', ['No data', '', 'No target', 'Change: not enough data']],
    ['P6', ['Hidden', 'Would tell how single producers do', 'No target', 'Change: not enough data']],
    [
      'T1',
      [
        'Hidden',
        'Would tell about fewer than 5 people',
        'Target at least 80%: not enough data',
        'Change: not enough data',
      ],
    ],
  ];
  for (const [id, words] of measures) {
    it(`says ${id} in words: ${words[0]}`, async () => {
      const { root } = await mountGiven(tag, westCard);
      expect(said(root, id)).to.deep.equal(words);
    });
  }

  it('tells how a figure is counted: numerator, denominator, period, what was left out, and its target', async () => {
    const { root, element } = await mountGiven(tag, westCard);
    root.querySelector<HTMLDetailsElement>('[data-measure="P5"] details')!.open = true;
    await shown(element);
    expect(
      readAll(root, '[data-measure="P5"] .note p').map((line) => line.replaceAll(/[\u2009\u202f]/g, ' ')),
    ).to.deep.equal([
      'Suggestions answered by the day an answer was due, out of those due in the period.',
      'A share, with its 95 % interval after Wilson.',
      'Counted: 28 of 39.',
      'Period: Apr 1 – Jun 30, 2026.',
      'Left out: 2 taken back.',
      'Target: at least 80%, since Jan 1, 2026; Dana Reed answers for it. It is the organisation’s.',
    ]);
  });

  it('draws the interval and the target where they are', async () => {
    const { root } = await mountGiven(tag, westCard);
    const places = (selector: string, ...names: string[]): (string | null)[] =>
      names.map((name) => root.querySelector(`[data-measure="P5"] .range ${selector}`)!.getAttribute(name));
    expect(places('.likely', 'x', 'width')).to.deep.equal(['57.79%', '28.00%']);
    expect(places('.goal', 'x1', 'x2')).to.deep.equal(['80.00%', '80.00%']);
    expect(places('.dot', 'cx')).to.deep.equal(['71.79%']);
    expect(readAll(root, '[data-measure="P4"] .range span')).to.deep.equal(['0 days', '20 days']);
    expect(readAll(root, '[data-measure="P7"] .range span')).to.deep.equal(['-1.00', '+1.00']);
    expect(root.querySelector('[data-measure="T1"] .range')).to.equal(null);
  });

  it('draws no course of which nothing is known, and still tells how it is counted', async () => {
    const nothing = westCard.measures[0]!.trend.map((point) => ({ ...point, value: null, state: 'none' as const }));
    const { root } = await mountGiven(tag, {
      ...westCard,
      measures: [measureOf('P1', { metric: westCard.measures[0]!.metric, trend: nothing })],
    });
    expect(root.querySelector('.plot, .nothing')).to.equal(null);
    expect(read(root, 'summary')).to.equal('How is this counted?');
  });

  it('colours only what is known: missing data is never red or green', async () => {
    const { root } = await mountGiven(tag, westCard);
    const colour = (selector: string): string => getComputedStyle(root.querySelector(selector)!).color;
    const muted = colour('.covers');
    const [good, bad] = [colour('[data-measure="P1"] .verdict'), colour('[data-measure="P4"] .verdict')];
    expect(new Set([good, bad, muted]).size).to.equal(3);
    expect([colour('[data-measure="P1"] .words'), colour('[data-measure="P4"] .words')]).to.deep.equal([good, bad]);
    for (const id of ['P3', 'P5', 'P12', 'T1', 'T2'])
      for (const line of ['verdict', 'words'])
        expect(colour(`[data-measure="${id}"] .${line}`), `${id} ${line}`).to.equal(muted);
  });

  it('tells the page which measure somebody wants to look behind; there is no list behind what people use', async () => {
    const { root, element } = await mountGiven(tag, westCard);
    const chosen: string[] = [];
    element.addEventListener('collateral-select', ({ screen, measure }) => chosen.push(`${screen} ${measure}`));
    const behind = [...root.querySelectorAll<HTMLButtonElement>('.measure button')];
    for (const each of behind) each.click();
    expect(chosen).to.deep.equal(['P1', 'P3', 'P4', 'P5', 'P7', 'P8'].map((id) => `evidence ${id}`));
  });

  it('says that it loads, then shows the figures, and tells the page both', async () => {
    const client = clientWith();
    let open = (): void => undefined;
    client.gate = new Promise((resolve) => (open = resolve));
    const states: string[] = [];
    const listen = ({ state, message }: { state: string; message: string }): number =>
      states.push(`${state} ${message}`);
    document.addEventListener('collateral-status', listen);
    const mounting = mountTalk(tag, '', client);
    const element = document.querySelector(tag)!;
    while (!element.shadowRoot?.querySelector('.waiting')) await new Promise((resolve) => setTimeout(resolve));
    expect(read(element.shadowRoot, '[role="status"]')).to.equal('Loading the scorecard…');
    open();
    const { root } = await mounting;
    document.removeEventListener('collateral-status', listen);
    expect(root.querySelectorAll('.measure')).to.have.length(10);
    expect(states).to.deep.equal(['loading ', 'loaded ']);
  });

  it('says when nothing has been counted yet', async () => {
    const { root } = await mountTalk(tag, '', clientWith(emptyCard));
    expect(read(root, 'h2')).to.equal('Scorecard: the organisation');
    expect(read(root, '.missing')).to.contain('Nothing has been counted yet');
  });

  it('says why there is none and tries again when asked', async () => {
    const client = clientWith();
    client.answerScorecards = () => new CollateralError('forbidden', 'No.');
    const { root, element } = await mountTalk(tag, '', client);
    expect(read(root, '[role="alert"]')).to.contain('You may not see this scorecard.');
    client.answerScorecards = () => westCard;
    button(root, 'Try again').click();
    await shown(element);
    expect(root.querySelectorAll('.measure')).to.have.length(10);
    expect(root.querySelector('[role="alert"]')).to.equal(null);
  });

  it('keeps what it shows when a refresh fails, and says how old it is', async () => {
    const client = clientWith();
    const { root, element } = await mountTalk(tag, '', client);
    client.answerScorecards = () => new CollateralError('network-failed', 'No.');
    element.refresh();
    await shown(element);
    expect(root.querySelectorAll('.measure')).to.have.length(10);
    expect(read(root, '.trouble')).to.match(/could not be reached\. Could not refresh\. These figures are from Jul 2/);
  });

  it('shows nobody’s figures below another name while it waits', async () => {
    const client = clientWith();
    const { root, element } = await mountTalk(tag, 'subject="team" subject-id="west"', client);
    client.gate = new Promise(() => undefined);
    element.subjectId = 'east';
    await element.updateComplete;
    expect(root.querySelectorAll('.measure')).to.have.length(0);
    expect(read(root, '[role="status"]')).to.equal('Loading the scorecard…');
  });

  it('asks nobody when the page gives a scorecard', async () => {
    const client = clientWith();
    const { root, element } = await mountTalk(tag, '', client);
    element.data = { ...westCard, ...frame, measures: [measureOf('P9', { metric: westCard.measures[0]!.metric })] };
    await shown(element);
    element.refresh();
    await shown(element);
    expect(readAll(root, 'h4')).to.deep.equal(['Without an owner']);
    expect(client.scorecardQuestions).to.have.length(1);
  });

  it('says that it has nobody to ask when no provider comes', async () => {
    const stage = mount('<collateral-scorecard></collateral-scorecard>');
    const element = stage.querySelector(tag)!;
    const timers = new ManualTimers();
    element.remove();
    element.startTimer = timers.start;
    stage.append(element);
    await until(() => element.shadowRoot!.querySelector('.waiting') !== null);
    const warnings = await catchWarnings(() => timers.pass(2_000));
    expect(warnings.join()).to.match(/no-client: A collateral-scorecard found no client/);
    await element.updateComplete;
    expect(read(element.shadowRoot!, '.missing')).to.equal('No scorecard: this page is not connected to Collateral.');
  });
});
