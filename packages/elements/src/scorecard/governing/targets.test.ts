import { CollateralError } from '@collateral/sdk';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { CollateralTargetEvent } from '../../shared/scorecard-events.js';
import { findViolations } from '../../testing/find-violations.fixture.js';
import type { InMemoryClient } from '../../testing/in-memory-client.fixture.js';
import { mountGiven, mountTalk, shown, typeInto } from '../../testing/mount-conversation.fixture.js';
import { button, read, readAll } from '../../testing/mount-insights.fixture.js';
import { until } from '../../testing/until.fixture.js';
import { westCard } from '../scorecard.fixture.js';
import { managedCard, managingClient, targetOf } from './governing.fixture.js';

const tag = 'collateral-scorecard';
const open = (root: ParentNode, id = 'P5'): HTMLButtonElement => root.querySelector(`[data-open-targets="${id}"]`)!;
const panel = (root: ParentNode, id = 'P5'): HTMLElement | null => root.querySelector(`[data-targets="${id}"]`);
const field = (root: ParentNode, name: string): HTMLInputElement => root.querySelector(`[data-field="${name}"]`)!;

async function mountOpen(
  client = managingClient(),
  id = 'P5',
): Promise<Awaited<ReturnType<typeof mountTalk<typeof tag>>>> {
  const mounted = await mountTalk(tag, 'subject="team" subject-id="west"', client);
  open(mounted.root, id).click();
  await until(() => panel(mounted.root, id)?.querySelector('form, ul, h5') instanceof HTMLElement);
  await mounted.element.updateComplete;
  return mounted;
}

function fill(root: ParentNode, values: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(values)) typeInto(field(root, name), text);
}

const whole = { value: '75,5', owner: 'Dana Reed', from: '2026-07-02', until: '', reason: 'Agreed in July' };

describe('targets on a scorecard', () => {
  it('are offered to whoever may set them: new, or a change of their own', async () => {
    const { root } = await mountTalk(tag, 'subject="team"', managingClient());
    expect(open(root, 'P8').textContent.trim()).to.equal('Set a target');
    expect(open(root, 'P5').textContent.trim(), 'that of the organisation is not theirs').to.equal('Set a target');
    expect(open(root, 'P4').textContent.trim()).to.equal('Change the target');
    expect(open(root, 'P4').getAttribute('aria-label')).to.equal('Change the target: First response');
  });

  it('are listed for everybody else where there is one', async () => {
    const { root } = await mountOpen(managingClient(westCard));
    expect(open(root).textContent.trim()).to.equal('Targets over time');
    expect(root.querySelector('form')).to.equal(null);
    expect(open(root, 'P8')).to.equal(null);
  });

  it('have neither form nor list where the page gives the figures', async () => {
    const { root } = await mountGiven(tag, managedCard);
    expect(root.querySelector('[data-open-targets]')).to.equal(null);
  });

  it('X3: are listed with past and coming ones, their own beside the organisation’s, and which one holds', async () => {
    const { root } = await mountOpen();
    expect(
      readAll(root, '.targets li').map((line) => line.replaceAll(/[\u2009\u202f]/g, ' ').replace(/ Correct it.*/, '')),
    ).to.deep.equal([
      'at least 75%, since Oct 1, 2026; Dana Reed answers for it (Sales, West; to come)',
      'at least 70%, since Jan 1, 2026; Dana Reed answers for it (Sales, West; holds today)',
      'at least 80%, since Jan 1, 2026; Ingrid Solberg answers for it (the organisation’s; another one holds today)',
      'at least 60%, Jan 1 – Dec 31, 2025; Dana Reed answers for it (Sales, West; over)',
    ]);
  });

  it('are set in the unit of their measure, with its direction in words', async () => {
    const { element, root, client } = await mountOpen();
    expect(readAll(root, '.targets label')[0]).to.equal('Value in percent, at least');
    const told: CollateralTargetEvent[] = [];
    element.addEventListener('collateral-target', (event) => told.push(event));
    fill(root, whole);
    const asked = client.scorecardQuestions.length;
    await until(() => field(root, 'value').value === whole.value);
    button(root, 'Set target').click();
    await until(() => client.targetCommands.length === 1);
    expect(client.targetCommands[0]).to.deep.equal({
      measure: 'P5',
      subject: 'team',
      id: 'west',
      value: 0.755,
      owner: 'Dana Reed',
      from: '2026-07-02',
      until: null,
      reason: 'Agreed in July',
      expect: 0,
    });
    expect(told.map(({ measure, subjectId, value }) => [measure, subjectId, value])).to.deep.equal([
      ['P5', 'west', 0.755],
    ]);
    await until(() => read(root, '.targets [role=status]').startsWith('Saved: at least 76%'));
    expect(read(root, '.targets [role=status]')).to.contain('their last day, Jun 30, 2026');
    expect(client.scorecardQuestions.length, 'the figures are asked for again').to.be.greaterThan(asked);
    expect(root.activeElement).to.equal(open(root));
  });

  it('say beside each field what is wrong, and send nothing', async () => {
    const { root, client } = await mountOpen();
    fill(root, { value: '140', owner: ' ', from: '2026-07-02', until: '2026-07-01', reason: '' });
    button(root, 'Set target').click();
    await until(() => root.querySelector('#target-P5-value-error') !== null);
    expect(readAll(root, '.targets .error').filter(Boolean)).to.deep.equal([
      'Type a number more than 0 and less than 100.',
      'Say who answers for it.',
      'The last day can’t be before the first.',
      'Say why; it is kept in the audit trail.',
    ]);
    expect(field(root, 'value').getAttribute('aria-describedby')).to.equal('target-P5-value-error');
    await until(() => root.activeElement === field(root, 'value'));
    expect(client.targetCommands).to.deep.equal([]);
    expect(await findViolations(root.host)).to.deep.equal([]);
  });

  it('are changed where one begins on that day, and say so', async () => {
    const { root, client } = await mountOpen();
    button(root.querySelectorAll('.targets li')[1]!, 'Correct it').click();
    await until(() => field(root, 'from').value === '2026-01-01' && root.activeElement === field(root, 'value'));
    expect(read(root, '#target-P5-from-hint')).to.equal('A target begins on this day already: this changes it.');
    fill(root, { value: '72', reason: 'A typing error' });
    button(root, 'Set target').click();
    await until(() => client.targetCommands.length === 1);
    expect([client.targetCommands[0]?.value, client.targetCommands[0]?.expect]).to.deep.equal([0.72, 1]);
  });

  it('are ended by giving them a last day', async () => {
    const { root, client } = await mountOpen();
    button(root.querySelectorAll('.targets li')[1]!, 'End it').click();
    await until(() => field(root, 'until').value === '2026-07-02' && root.activeElement === field(root, 'until'));
    fill(root, { reason: 'The project is over' });
    button(root, 'Set target').click();
    await until(() => client.targetCommands.length === 1);
    expect(client.targetCommands[0]?.until).to.equal('2026-07-02');
  });

  it('show what somebody else set meanwhile, keep what was typed, and expect what is there from then on', async () => {
    const client = managingClient();
    const now = targetOf({ from: '2026-07-02', value: 0.85, owner: 'Samir Haddad', revision: 3 });
    client.answerTarget = () => new CollateralError('revision-conflict', 'It changed.', { cause: { target: now } });
    const { root } = await mountOpen(client);
    fill(root, whole);
    button(root, 'Set target').click();
    await until(() => read(root, '.targets [role=alert]') !== '');
    expect(read(root, '.targets [role=alert]')).to.equal(
      'Somebody else changed it meanwhile. It is now: at least 85%, since Jul 2, 2026; Samir Haddad answers for it. What you typed is kept; set it again to put yours in its place.',
    );
    expect(field(root, 'value').value).to.equal('75,5');
    expect(readAll(root, '.targets li').some((line) => line.startsWith('at least 85%'))).to.equal(true);
    button(root, 'Set target').click();
    await until(() => client.targetCommands.length === 2);
    expect(client.targetCommands.map((command) => command.expect)).to.deep.equal([0, 3]);
  });

  it('stay typed when the server can’t be reached, and when the page cancels', async () => {
    const client = managingClient();
    client.answerTarget = () => new CollateralError('network-failed', 'Offline.');
    const { element, root } = await mountOpen(client);
    fill(root, whole);
    button(root, 'Set target').click();
    await until(() => read(root, '.targets [role=alert]').startsWith('The server could not be reached.'));
    element.addEventListener('collateral-target', (event) => event.preventDefault());
    button(root, 'Set target').click();
    await shown(element);
    expect(client.targetCommands.length).to.equal(1);
    expect(field(root, 'reason').value).to.equal('Agreed in July');
  });

  it('say when they can’t be loaded, and offer to try again', async () => {
    const client: InMemoryClient = managingClient();
    client.targetsSet = new CollateralError('network-failed', 'Offline.');
    const { root } = await mountTalk(tag, 'subject="team" subject-id="west"', client);
    open(root).click();
    await until(() => root.querySelector('.targets [role=alert] button') !== null);
    client.targetsSet = [];
    button(panel(root)!, 'Try again').click();
    await until(() => read(root, '.targets').includes('No target was ever set for this measure.'));
  });

  it('are set with the keyboard alone', async () => {
    const { root, client } = await mountTalk(tag, 'subject="team" subject-id="west"', managingClient());
    open(root).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => root.activeElement === field(root, 'value'));
    field(root, 'value').select();
    // Two different digits: WebKit's driver swallows the second of two equal keys.
    await sendKeys({ type: '65' });
    field(root, 'reason').focus();
    await sendKeys({ type: 'Agreed' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await until(() => client.targetCommands.length === 1);
    expect(client.targetCommands[0]?.value).to.equal(0.65);
    await until(() => root.activeElement === open(root));
    await sendKeys({ press: 'Enter' });
    await until(() => panel(root) === null);
    await sendKeys({ press: 'Enter' });
    await until(() => root.activeElement === field(root, 'value'));
    await sendKeys({ press: 'Escape' });
    await until(() => panel(root) === null && root.activeElement === open(root));
  });

  for (const scheme of ['light', 'dark'])
    it(`break no rule of axe and fit into 360 px: ${scheme}`, async () => {
      document.documentElement.style.colorScheme = scheme;
      document.documentElement.style.background = scheme === 'dark' ? '#1b1e23' : '#ffffff';
      document.body.style.width = '328px';
      const { element, root } = await mountOpen();
      expect(await findViolations(element)).to.deep.equal([]);
      expect(root.querySelector('.base')!.scrollWidth).to.be.at.most(328);
      document.documentElement.style.colorScheme = document.documentElement.style.background = '';
      document.body.style.width = '';
    });
});
