import { CollateralError } from '@collateral/sdk';
import type { AuditTrail } from '@collateral/sdk/contract';
import { expect } from 'chai';
import { catchWarnings } from '../../testing/catch-warnings.fixture.js';
import { findViolations } from '../../testing/find-violations.fixture.js';
import { InMemoryClient } from '../../testing/in-memory-client.fixture.js';
import { mountTalk, shown, typeInto } from '../../testing/mount-conversation.fixture.js';
import { button, read, readAll } from '../../testing/mount-insights.fixture.js';
import { until } from '../../testing/until.fixture.js';
import { mount, ManualTimers } from '../../testing/mount.fixture.js';
import { changes } from './governing.fixture.js';

const tag = 'collateral-scorecard';

function clientWith(answer: InMemoryClient['answerAudit'] = () => ({ entries: changes })): InMemoryClient {
  const client = new InMemoryClient();
  client.answerAudit = answer;
  return client;
}

async function mountAudit(client = clientWith()): Promise<Awaited<ReturnType<typeof mountTalk<typeof tag>>>> {
  const mounted = await mountTalk(tag, 'screen="audit"', client);
  await until(() => mounted.root.querySelector('h2')?.textContent === 'Audit trail');
  await shown(mounted.element);
  return mounted;
}

describe('the audit trail', () => {
  it('X9: says who changed what, from what to what, and why', async () => {
    const { root, client } = await mountAudit();
    expect(readAll(root, '.deed')).to.deep.equal([
      'Bo Boss changed a target for Sales, West: Answered in time, at least 75%.',
      'You set a target for Sales, West: Answered in time, at least 70%.',
      'An admin handed First-meeting deck over from Ann, Blue team to nobody.',
      'Bo Boss disputed a rating of First-meeting deck. Until it is settled, it does not count.',
      'Bo Boss upheld a dispute about a rating of First-meeting deck: it does not count.',
      'Bo Boss rejected a dispute about a rating of an item: it counts again.',
      'The host changed the rules.',
    ]);
    const [changed, set] = [...root.querySelectorAll('.trail > li')];
    expect(readAll(changed!, 'ul li')).to.deep.equal([
      'Target: at least 70% → at least 75%',
      'Last day: no end → Dec 31, 2026',
    ]);
    expect(read(changed!, '.because')).to.equal('Reason: Agreed in June');
    expect(readAll(set!, 'ul li')).to.deep.equal([
      'Who answers for it: Dana Reed',
      'First day: Jan 1, 2026',
      'Last day: no end',
    ]);
    expect(readAll(root, '.trail > li:last-child ul li')).to.deep.equal([
      'Score from which an item counts as good: 3.5 → 4',
      'Months that events and ratings are kept: – → eventMonths 13, ratingMonths 25',
    ]);
    expect(root.querySelector('time')!.dateTime).to.equal('2026-06-02T09:00:00.000Z');
    expect(read(root, 'time')).to.match(/^Jun 2, 2026/);
    expect(client.auditQueries).to.deep.equal([{ limit: 50 }]);
    expect(client.scorecardQuestions, 'no scorecard is asked for').to.deep.equal([]);
    expect(root.textContent).not.to.match(/deck-42|\bwest\b|\bann\b|\bblue\b/);
  });

  it('shows fifty at a time, and all of one kind', async () => {
    const page = (cursor = '0'): AuditTrail => ({
      entries: Array.from({ length: 50 }, (_, index) => ({ ...changes[0]!, id: `${cursor}-${index}` })),
      ...(cursor === '0' && { nextCursor: '50' }),
    });
    const client = clientWith(({ cursor, type }) => (type === 'dispute' ? { entries: [] } : page(cursor)));
    const { element, root } = await mountAudit(client);
    expect(read(root, '[role=status]')).to.equal('50 changes shown.');
    button(root, 'Show more').click();
    await until(() => read(root, '[role=status]') === '100 changes shown.');
    expect(root.querySelector('[data-more]')).to.equal(null);
    typeInto(root.querySelector('select')!, 'dispute');
    await shown(element);
    expect(read(root, '[role=status]')).to.equal('There is no change of this kind.');
    expect(client.auditQueries.at(-1)).to.deep.equal({ type: 'dispute', limit: 50 });
  });

  it('goes on by itself when a page of a rare kind is short', async () => {
    const client = clientWith(({ cursor }) =>
      cursor === undefined ? { entries: [], nextCursor: 'later' } : { entries: changes.slice(0, 2) },
    );
    const { root } = await mountAudit(client);
    expect(read(root, '[role=status]')).to.equal('2 changes shown.');
  });

  it('says honestly that there is nothing, that one may not see it, and that the server is away', async () => {
    const { root } = await mountAudit(clientWith(() => ({ entries: [] })));
    expect(read(root, '[role=status]')).to.equal('Nothing has been changed yet.');
    const refused = await mountAudit(clientWith(() => new CollateralError('forbidden', 'No.')));
    expect(read(refused.root, '[role=alert]')).to.equal('You may not see the audit trail. Admins and auditors may.');
    const client = clientWith(() => new CollateralError('network-failed', 'Offline.'));
    const away = await mountAudit(client);
    client.answerAudit = () => ({ entries: changes });
    button(away.root, 'Try again').click();
    await until(() => readAll(away.root, '.deed').length === changes.length);
    expect(away.root.querySelector('[role=alert]')).to.equal(null);
  });

  it('keeps what was read when the next page can’t be had', async () => {
    const client = clientWith(({ cursor }) =>
      cursor === undefined
        ? { entries: Array.from({ length: 50 }, (_, index) => ({ ...changes[0]!, id: `${index}` })), nextCursor: 'n' }
        : new CollateralError('network-failed', 'Offline.'),
    );
    const { root } = await mountAudit(client);
    button(root, 'Show more').click();
    await until(() => root.querySelector('[role=alert]') !== null);
    expect(readAll(root, '.deed').length).to.equal(50);
  });

  it('says when the page is not connected', async () => {
    const element = document.createElement(tag);
    element.setAttribute('screen', 'audit');
    element.lang = 'en';
    const timers = new ManualTimers();
    element.startTimer = timers.start;
    mount('<div></div>').append(element);
    await until(() => element.shadowRoot!.querySelector('h2') !== null);
    await catchWarnings(() => timers.pass(2_000));
    await until(() => element.shadowRoot!.textContent.includes('not connected'));
  });

  for (const scheme of ['light', 'dark'])
    it(`breaks no rule of axe and fits into 360 px: ${scheme}`, async () => {
      document.documentElement.style.colorScheme = scheme;
      document.documentElement.style.background = scheme === 'dark' ? '#1b1e23' : '#ffffff';
      document.body.style.width = '328px';
      const { element, root } = await mountAudit();
      expect(await findViolations(element)).to.deep.equal([]);
      expect(root.querySelector('.base')!.scrollWidth).to.be.at.most(328);
      document.documentElement.style.colorScheme = document.documentElement.style.background = '';
      document.body.style.width = '';
    });
});
