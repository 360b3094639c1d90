import { CollateralError, type Client, type ErrorCode } from '@collateral/sdk';
import { expect } from 'chai';
import { catchWarnings } from '../testing/catch-warnings.fixture.js';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import { ManualTimers, mount } from '../testing/mount.fixture.js';
import { answerEverything, button, mountInsights, read, shown } from '../testing/mount-insights.fixture.js';
import { until } from '../testing/until.fixture.js';
import { everything, itemOf, overviewReply } from './insights.fixture.js';

/** A gate that a test opens. */
function gate(): { readonly promise: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const promise = new Promise<void>((resolve) => (open = resolve));
  return { promise, open: () => open() };
}

/** The page as the browser would say it is: test pages may be in the background. */
function makePage(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => makePage('visible'));
after(() => Reflect.deleteProperty(document, 'visibilityState'));

describe('collateral-insights asking a client', () => {
  it('asks once for the screen, its period and its filter', async () => {
    const { client, insights } = await mountInsights(
      'period="last-30-days" filter="team=emea&state=fix-first&search=x"',
    );
    expect(client.questions).to.deep.equal([{ screen: 'overview', period: 'last-30-days', team: 'emea' }]);
    insights.requestUpdate();
    await shown(insights);
    expect(client.questions).to.have.length(1);
  });

  it('says that figures are on their way, in place of them', async () => {
    const client = new InMemoryClient();
    const { promise, open } = gate();
    client.gate = promise;
    client.answerQuestion = answerEverything;
    const stage = mount(
      '<collateral-provider><collateral-insights lang="en"></collateral-insights></collateral-provider>',
    );
    stage.querySelector('collateral-provider')!.client = client;
    const insights = stage.querySelector('collateral-insights')!;
    const root = insights.shadowRoot!;
    await until(() => root.querySelector('.waiting') !== null);
    expect([read(root, '[role=status]'), root.querySelector('.base')!.getAttribute('aria-busy')]).to.deep.equal([
      'Loading figures…',
      'true',
    ]);
    open();
    await shown(insights);
    expect(root.querySelectorAll('.card')).to.have.length(5);
  });

  const failures: readonly [code: ErrorCode, says: RegExp][] = [
    ['not-signed-in', /Sign in to see these figures/],
    ['forbidden', /for producers, managers and admins/],
    ['network-failed', /could not be reached/],
    ['server-failed', /could not be loaded/],
    ['invalid-query', /cannot be combined/],
    ['not-found', /no such item/],
  ];
  for (const [code, says] of failures) {
    it(`says what to do about ${code}, and tries again`, async () => {
      const client = new InMemoryClient();
      client.answerQuestion = (): Error => new CollateralError(code, 'For developers.');
      const stage = mount(
        '<collateral-provider><collateral-insights lang="en" period="2026-Q9"></collateral-insights></collateral-provider>',
      );
      const insights = stage.querySelector('collateral-insights')!;
      const told: string[] = [];
      insights.addEventListener('collateral-status', (event) =>
        told.push(`${event.state} ${event.code ?? ''} ${says.test(event.message)}`),
      );
      stage.querySelector('collateral-provider')!.client = client;
      const root = insights.shadowRoot!;
      await until(() => root.querySelector('[role=alert]') !== null);
      expect(read(root, '[role=alert]')).to.match(says).and.not.to.contain('developers');
      expect(told.at(-1)).to.equal(`failed ${code} true`);
      client.answerQuestion = answerEverything;
      root.querySelector<HTMLButtonElement>('[role=alert] button')!.click();
      await until(() => root.querySelectorAll('.card').length === 5);
    });
  }

  it('keeps what it shows when asking again fails, and says since when', async () => {
    const { client, insights, root } = await mountInsights('lang="en"');
    client.answerQuestion = (): Error => new CollateralError('network-failed', 'x');
    insights.refresh();
    await until(() => root.querySelector('.trouble') !== null);
    expect(read(root, '.trouble')).to.contain(
      'The server could not be reached. Could not refresh. These figures are from May 27',
    );
    expect(root.querySelectorAll('.card')).to.have.length(5);
    client.answerQuestion = answerEverything;
    button(root.querySelector('.trouble')!, 'Try again').click();
    await until(() => root.querySelector('.trouble') === null);
  });

  it('asks again after a delivery and on an interval, and loses neither focus nor cursor nor an open table', async () => {
    const { client, insights, root, timers } = await mountInsights('lang="en"');
    const plot = root.querySelectorAll<HTMLElement>('.plot')[1]!;
    plot.focus();
    plot.dispatchEvent(new KeyboardEvent('keydown', { key: 'End' }));
    root.querySelectorAll('details')[1]!.open = true;
    const said = root.querySelectorAll('.readout')[1]!.textContent;
    const cards = [...root.querySelectorAll('.card')];
    client.signal('delivered', { ids: ['1'], collateralIds: ['item-0'] });
    const { promise, open } = gate();
    client.gate = promise;
    timers.pass(2_000);
    await insights.updateComplete;
    expect(client.questions).to.have.length(2);
    expect(root.querySelectorAll('.waiting')).to.have.length(0);
    open();
    await shown(insights);
    expect([...root.querySelectorAll('.card')]).to.deep.equal(cards);
    expect(root.activeElement).to.equal(plot);
    expect(root.querySelectorAll('.readout')[1]!.textContent).to.equal(said);
    expect(root.querySelectorAll('details')[1]!.open).to.equal(true);
    timers.pass(60_000);
    await shown(insights);
    expect(client.questions).to.have.length(3);
  });

  it('asks nothing while the page is hidden, and once when it is seen again', async () => {
    const { client, insights, timers } = await mountInsights();
    makePage('hidden');
    timers.pass(60_000);
    timers.pass(60_000);
    expect(client.questions).to.have.length(1);
    makePage('visible');
    await shown(insights);
    expect(client.questions).to.have.length(2);
  });

  it('shows the answer to the last question, whichever comes first', async () => {
    const { client, insights, root } = await mountInsights('screen="item" collateral-id="item-0" lang="en"');
    const slow = gate();
    client.gate = slow.promise;
    insights.collateralId = 'item-1';
    await insights.updateComplete;
    client.gate = Promise.resolve();
    client.answerQuestion = ({ screen }) =>
      screen === 'item' ? { ...everything.item, item: itemOf(2) } : everything[screen];
    insights.collateralId = 'item-2';
    await shown(insights);
    slow.open();
    await shown(insights);
    expect(read(root, 'h2')).to.equal('Battlecard: against Halden Systems');
  });

  it('offers the choices of the client it has, not those of one it had', async () => {
    const first = new InMemoryClient();
    const slow = gate();
    const { kinds } = overviewReply.choices;
    first.answerQuestion = answerEverything;
    const ask: Client['insights'] = first.insights.bind(first);
    first.insights = (query, options) =>
      query.screen === 'overview' ? slow.promise.then(() => ask(query, options)) : ask(query, options);
    const { insights, root } = await mountInsights('screen="quadrant" lang="en"', first);
    const second = new InMemoryClient();
    second.answerQuestion = ({ screen }) =>
      screen === 'overview'
        ? { ...overviewReply, choices: { ...overviewReply.choices, kinds: ['second'] } }
        : everything[screen];
    insights.closest('collateral-provider')!.client = second;
    slow.open();
    await shown(insights);
    root.querySelector('.filters')!.dispatchEvent(new PointerEvent('pointerenter'));
    await insights.updateComplete;
    const offered = [...root.querySelectorAll('option')].map(({ value }) => value);
    expect(offered).to.include('second');
    expect(offered).not.to.include(kinds[0]);
  });

  it('asks nobody and shows nothing new once it has left the page', async () => {
    const { client, insights, timers } = await mountInsights();
    const { length } = client.questions;
    insights.remove();
    client.signal('delivered', { ids: [], collateralIds: [] });
    timers.pass(60_000);
    await insights.updateComplete;
    expect([client.questions.length, timers.count]).to.deep.equal([length, 0]);
  });

  it('without a client says so after a while, warns once with the fix, and works as soon as there is one', async () => {
    const stage = mount('<collateral-insights lang="en"></collateral-insights>');
    const insights = stage.querySelector('collateral-insights')!;
    const timers = new ManualTimers();
    insights.remove();
    insights.startTimer = timers.start;
    stage.append(insights);
    const root = insights.shadowRoot!;
    await until(() => root.querySelector('.waiting') !== null);
    const warnings = await catchWarnings(() => timers.pass(2_000));
    expect(warnings.join()).to.match(/no-client: A collateral-insights found no client.*<collateral-provider/);
    await insights.updateComplete;
    expect(read(root, '.missing')).to.equal('No figures: this page is not connected to Collateral.');
    insights.data = { overview: overviewReply };
    await shown(insights);
    expect(root.querySelectorAll('.card')).to.have.length(5);
  });

  it('takes a wrong screen, sort or page for the usual, and warns about the screen', async () => {
    const warnings = await catchWarnings(async () => {
      const { client } = await mountInsights('screen="all" sort="" page="-3"');
      expect(client.questions[0]).to.deep.equal({ screen: 'overview', period: 'last-90-days' });
    });
    expect(warnings.join()).to.contain('screen must be overview, items, quadrant, item, got "all"');
  });

  it('can be kept where it is by the page', async () => {
    const { insights, root } = await mountInsights('lang="en"');
    const chosen: string[] = [];
    insights.addEventListener('collateral-select', (event) => {
      chosen.push(`${event.screen} ${event.collateralId}`);
      event.preventDefault();
    });
    button(root, 'Items').click();
    root.querySelector<HTMLButtonElement>('[data-item="item-2"]')!.click();
    expect(chosen).to.deep.equal(['items ', 'item item-2']);
    expect(insights.screen).to.equal('overview');
  });
});
