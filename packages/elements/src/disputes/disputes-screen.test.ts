import { CollateralError } from '@collateral/sdk';
import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import type { CollateralScorecard } from '../scorecard/collateral-scorecard.js';
import { expectWhole, languageCodes } from '../testing/languages.fixture.js';
import type { DisputeStrings } from '../shared/dispute-strings.js';
import { findViolations } from '../testing/find-violations.fixture.js';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import { readAccessibilityTree } from '../testing/look.fixture.js';
import { mountGiven, mountTalk, shown, type MountedConversation } from '../testing/mount-conversation.fixture.js';
import { button, read, readAll } from '../testing/mount-insights.fixture.js';
import { until } from '../testing/until.fixture.js';
import { disputeOf, disputes } from './disputes.fixture.js';
import { disputeWords } from './dispute-words.js';
import { englishDisputes } from './english-disputes.js';

const tag = 'collateral-scorecard';
const attributes = 'screen="disputes" item-href="/items/{id}"';

async function mountList(client = clientWith(), language = 'en'): Promise<MountedConversation<'collateral-scorecard'>> {
  const mounted = await mountTalk(tag, attributes, client, language);
  await settledDown(mounted.element);
  return mounted;
}

/** The file of disputes comes after the scorecard's. */
async function settledDown(element: CollateralScorecard): Promise<void> {
  await until(() => element.shadowRoot!.querySelector('.base:not([aria-busy="true"])') !== null);
  await shown(element);
}

function clientWith(list = disputes): InMemoryClient {
  const client = new InMemoryClient();
  client.disputesReply = { disputes: list };
  return client;
}

async function decide(root: ShadowRoot, choice: string, reason: string, element: CollateralScorecard): Promise<void> {
  button(root, 'Decide').click();
  await shown(element);
  root.querySelector<HTMLInputElement>(`[value="${choice}"]`)?.click();
  const field = root.querySelector('textarea')!;
  field.value = reason;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  button(root, 'Settle it').click();
}

afterEach(() => {
  document.documentElement.style.colorScheme = '';
  document.documentElement.dir = '';
  document.body.style.width = '';
});

describe('the list of disputes', () => {
  it('has what waits for a decision first, with item, rating, comment, reason and since when', async () => {
    const { root, client } = await mountList();
    expect(client.scorecardQuestions).to.deep.equal([]);
    expect(readAll(root, 'h2, h3')).to.deep.equal(['Disputes', '2 under review', '2 settled']);
    expect(readAll(root, 'h4')).to.deep.equal(['First-meeting deck', 'Battlecard', 'Data sheet', 'First-meeting deck']);
    expect(root.querySelector('h4 a')!.getAttribute('href')).to.equal('/items/item-7');
    const first = root.querySelector('[data-dispute="r1"]')!;
    expect(read(first, '.rated')).to.equal('2, Weak · version v2 · Apr 2026');
    expect(read(first, 'blockquote')).to.equal('The prices on slide 7 are from last year.');
    expect(read(first, '.standing')).to.equal(
      'Under review since May 4, 2026: Slide 7 has no prices; this is about the price list.',
    );
    expect(readAll(root, '[data-dispute="r2"] .gone')).to.deep.equal([englishDisputes.commentGone]);
    expect(readAll(root, '[data-dispute="r3"] .standing p')[1]).to.equal(
      'Left out since May 6, 2026: It is about the price list.',
    );
    expect(readAll(root, '[data-dispute="r4"] .standing p')[1]).to.equal(
      'It stands, decided on May 6, 2026: The prices are on slide 7.',
    );
  });

  it('offers a decision to whoever may settle, and to nobody else', async () => {
    const { root } = await mountList();
    expect([...root.querySelectorAll('[data-open]')].map((each) => each.getAttribute('data-open'))).to.deep.equal([
      'r1',
    ]);
    expect(root.querySelector('[data-open]')!.getAttribute('aria-label')).to.equal('Decide: First-meeting deck');
    const given = await mountGiven(tag, { disputes }, attributes);
    await settledDown(given.element);
    expect(readAll(given.root, 'h4').length).to.equal(4);
    expect(given.root.querySelector('[data-open]')).to.equal(null);
  });

  for (const [choice, upheld, said] of [
    ['rejected', false, 'It stands, decided on May 7, 2026: It is fair'],
    ['upheld', true, 'Left out since May 7, 2026: It is fair'],
  ] as const)
    it(`settles one with a reason and the revision seen: ${choice}`, async () => {
      const { root, client, element } = await mountList();
      client.answerDispute = () =>
        disputeOf('r1', {
          status: choice,
          settlement: 'It is fair',
          settledAt: '2026-05-07T09:00:00.000Z',
          revision: 2,
          maySettle: false,
        });
      await decide(root, choice, ' It is fair ', element);
      await until(() => readAll(root, 'h3')[0] === '1 under review');
      expect(client.disputed).to.deep.equal([{ ratingId: 'r1', upheld, reason: 'It is fair', expect: 1 }]);
      expect(readAll(root, '[data-dispute="r1"] .standing p')[1]).to.equal(said);
      await shown(element);
      expect(root.activeElement?.getAttribute('data-standing')).to.equal('r1');
    });

  it('asks for the choice and the reason when one of them is missing', async () => {
    const { root, client, element } = await mountList();
    await decide(root, 'none', '', element);
    await shown(element);
    expect(read(root, '.wrong')).to.equal('Choose what shall become of it.');
    expect((root.activeElement as HTMLInputElement).type).to.equal('radio');
    root.querySelector<HTMLInputElement>('[value="upheld"]')!.click();
    button(root, 'Settle it').click();
    await shown(element);
    expect(read(root, '.wrong')).to.equal('Say why, in up to 1000 characters.');
    expect(client.disputed).to.deep.equal([]);
  });

  it('shows what somebody else decided meanwhile, and what one had written', async () => {
    const { root, client, element } = await mountList();
    const now = disputeOf('r1', {
      status: 'upheld',
      settlement: 'So it is',
      settledAt: '2026-05-07T09:00:00.000Z',
      revision: 2,
      maySettle: false,
    });
    client.answerDispute = () => new CollateralError('revision-conflict', 'Settled.', { cause: now });
    await decide(root, 'rejected', 'It is fair', element);
    await until(() => root.querySelector('[data-dispute="r1"] .overtaken') !== null);
    expect(read(root, '[data-dispute="r1"] .overtaken')).to.equal(
      'Somebody else decided meanwhile. Left out since May 7, 2026: So it is You had written: It is fair',
    );
    expect(root.querySelector('form')).to.equal(null);
    expect(root.querySelector('[data-dispute="r1"]')!.getAttribute('data-status')).to.equal('upheld');
    expect(await findViolations(element)).to.deep.equal([]);
  });

  it('lets one decide again when it is only at another revision', async () => {
    const { root, client, element } = await mountList();
    client.answerDispute = () =>
      new CollateralError('revision-conflict', 'Changed.', { cause: disputeOf('r1', { revision: 3 }) });
    await decide(root, 'rejected', 'It is fair', element);
    await until(() => root.querySelector('[data-dispute="r1"] .overtaken') !== null);
    expect(root.querySelector('textarea')!.value).to.equal('It is fair');
    client.answerDispute = () => disputeOf('r1', { status: 'rejected', maySettle: false, revision: 4 });
    button(root, 'Settle it').click();
    await until(() => client.disputed.length === 2);
    expect(client.disputed.at(-1)).to.deep.include({ expect: 3, upheld: false });
  });

  it('keeps what was typed when it can’t be sent', async () => {
    const { root, client, element } = await mountList();
    client.answerDispute = () => new CollateralError('forbidden', 'No.');
    await decide(root, 'upheld', 'So it is', element);
    await until(() => read(root, '.reason .wrong').startsWith('You may not do this.'));
    expect(root.querySelector('textarea')!.value).to.equal('So it is');
    expect(root.querySelector<HTMLInputElement>('[value="upheld"]')!.checked).to.equal(true);
  });

  it('says that there are none, that nothing waits, and why there is no list', async () => {
    const none = await mountList(clientWith([]));
    expect(read(none.root, '.missing')).to.equal(englishDisputes.nothing);
    const settled = await mountList(clientWith(disputes.slice(2)));
    expect(readAll(settled.root, 'h3, .why')).to.deep.equal([
      '0 under review',
      'Nothing waits for a decision.',
      '2 settled',
    ]);
    const client = clientWith();
    client.readFailure = new CollateralError('network-failed', 'Gone.');
    const { root, element } = await mountList(client);
    expect(read(root, '[role="alert"] p')).to.equal('The server could not be reached.');
    client.readFailure = undefined;
    button(root, 'Try again').click();
    await until(() => readAll(root, 'h4').length === 4);
    client.readFailure = new CollateralError('network-failed', 'Gone.');
    element.refresh();
    await until(() => root.querySelector('.trouble') !== null);
    expect(readAll(root, 'h4').length).to.equal(4);
  });

  it('is settled with the keyboard alone', async () => {
    const { root, client, element } = await mountList();
    client.answerDispute = () => disputeOf('r1', { status: 'upheld', maySettle: false, revision: 2 });
    root.querySelector<HTMLElement>('h4 a')!.focus();
    await sendKeys({ press: 'Tab' });
    while (root.activeElement?.getAttribute('data-open') !== 'r1') await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await shown(element);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Wrong deck' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await until(() => client.disputed.length === 1);
    expect(client.disputed).to.deep.equal([{ ratingId: 'r1', upheld: true, reason: 'Wrong deck', expect: 1 }]);
  });

  it('is a heading, lists under two headings, and a named form with named choices', async function () {
    const { root, element } = await mountList();
    button(root, 'Decide').click();
    await shown(element);
    const tree = await readAccessibilityTree();
    if (tree === false) return this.skip();
    const names = (role: string): string[] => tree.filter((node) => node.role === role).map(({ name }) => name);
    expect(names('heading')).to.include.members(['Disputes', '2 under review', '2 settled', 'First-meeting deck']);
    expect(names('form')).to.deep.equal(['Decide: First-meeting deck']);
    expect(names('group')).to.include(englishDisputes.question);
    expect(names('radio').map((name) => name.split(' ').slice(0, 2).join(' '))).to.deep.equal([
      'It stands',
      'Leave it',
    ]);
    expect(names('textbox')).to.deep.equal([englishDisputes.reason]);
    expect(names('button')).to.include.members(['Download CSV', 'Settle it', 'Cancel']);
  });

  it('tells the page before a decision is sent; cancelled, nothing is sent and what was typed stays', async () => {
    const { root, client, element } = await mountList();
    client.answerDispute = () => disputeOf('r1', { status: 'upheld', maySettle: false, revision: 2 });
    const told: string[] = [];
    let isAllowed = false;
    element.addEventListener('collateral-dispute', (event) => {
      told.push([event.collateralId, event.ratingId, event.decision, event.reason].join('|'));
      if (!isAllowed) event.preventDefault();
    });
    await decide(root, 'upheld', ' So it is ', element);
    await shown(element);
    expect(told).to.deep.equal(['item-7|r1|upheld|So it is']);
    expect([client.disputed, root.querySelector('textarea')!.value]).to.deep.equal([[], ' So it is ']);
    isAllowed = true;
    button(root, 'Settle it').click();
    await until(() => client.disputed.length === 1);
  });

  it('is a CSV of the list that is shown', async () => {
    const { element } = await mountList();
    const lines = element.toCSV().trimEnd().split('\r\n');
    expect(lines.length).to.equal(disputes.length + 1);
    expect(lines[0]).to.equal(
      'ratingId,collateralId,title,version,value,month,comment,status,reason,openedAt,settlement,settledAt',
    );
    expect(lines[1]).to.match(
      /^r1,item-7,First-meeting deck,v2,2,2026-04,The prices on slide 7 are from last year\.,open,/,
    );
    const given = await mountGiven(tag, { disputes }, attributes);
    await settledDown(given.element);
    expect(given.element.toCSV()).to.equal(element.toCSV());
    const none = await mountList(clientWith([]));
    expect([none.element.toCSV(), none.root.querySelector('[data-download]')]).to.deep.equal(['', null]);
  });

  for (const scheme of ['light', 'dark'])
    it(`breaks no rule of axe and fits into 360 px: ${scheme}`, async () => {
      document.documentElement.style.colorScheme = scheme;
      document.documentElement.style.background = scheme === 'dark' ? '#1b1e23' : '#ffffff';
      document.body.style.width = '328px';
      for (const dir of ['ltr', 'rtl']) {
        document.documentElement.dir = dir;
        const { root, element } = await mountList(clientWith(disputes));
        button(root, 'Decide').click();
        await shown(element);
        expect(root.querySelector('.base')!.scrollWidth).to.be.at.most(328);
        expect(await findViolations(element)).to.deep.equal([]);
        element.remove();
      }
      document.documentElement.style.background = '';
    });
});

describe('disputes follow the language', () => {
  for (const code of languageCodes) {
    it(`are whole in ${code}: every sentence, and none left in English`, async () => {
      const { strings } = (await import(`./languages/${code}.js`)) as { strings: DisputeStrings };
      expectWhole(strings, englishDisputes);
    });

    it(`speak ${code} once its file is there`, async () => {
      const { root } = await mountList(clientWith(), `${code}-XX`);
      await until(() => read(root, 'h2') === disputeWords(code).title && read(root, 'h2') !== 'Disputes');
    });
  }
});
