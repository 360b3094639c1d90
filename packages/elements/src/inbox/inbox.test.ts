import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { CollateralError } from '@collateral/sdk';
import { suggestionMoves, type SuggestionDetail } from '@collateral/sdk/contract';
import { findViolations } from '../testing/find-violations.fixture.js';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import { detailOf, idOf } from '../testing/in-memory-conversation.fixture.js';
import {
  mountGiven,
  mountTalk,
  shown,
  typeInto,
  type MountedConversation,
} from '../testing/mount-conversation.fixture.js';
import { button, read, readAll } from '../testing/mount-insights.fixture.js';

type Mounted = MountedConversation<'collateral-inbox'>;

const may = (status: SuggestionDetail['status']): SuggestionDetail['may'] => ({
  vote: true,
  withdraw: false,
  hide: true,
  move: suggestionMoves[status],
});
const ann = { id: 'ann', name: 'Ann Lee' };

function clientWith(...list: readonly SuggestionDetail[]): InMemoryClient {
  const client = new InMemoryClient();
  for (const detail of list) client.details.set(detail.suggestionId, detail);
  return client;
}

const three = (): InMemoryClient =>
  clientWith(
    ...[1, 2, 3].map((number) => detailOf(idOf(number), { body: `Idea ${number}`, may: may('new'), assignees: [ann] })),
    detailOf(idOf(4), {
      body: 'Late one',
      status: 'accepted',
      assignee: ann,
      dueAt: '2026-06-08',
      overdueDays: 2,
      may: may('accepted'),
      assignees: [ann],
    }),
    detailOf(idOf(5), { body: 'Done', status: 'shipped', shippedVersion: 'v2', may: may('shipped') }),
  );

const field = ({ root }: Mounted, name: string): HTMLInputElement =>
  root.querySelector<HTMLInputElement>(`[data-field="${name}"]`)!;

async function open(mounted: Mounted, number: number, move?: string): Promise<void> {
  mounted.root.querySelector<HTMLButtonElement>(`[data-open="${idOf(number)}"]`)!.click();
  await shown(mounted.element);
  if (move !== undefined) button(mounted.root.querySelector(`[data-id="${idOf(number)}"]`)!, move).click();
  await shown(mounted.element);
}

async function decide({ root, element }: Mounted): Promise<void> {
  root.querySelector<HTMLButtonElement>('.moves .primary')!.click();
  await shown(element);
}

describe('collateral-inbox', () => {
  it('watches what waits and the items in sight, and shows within seconds what others did, moving nothing', async () => {
    const { client, root, timers, element } = await mountTalk('collateral-inbox', '', three());
    expect([...client.watching.values()]).to.deep.equal([{ collateralIds: ['deck-42'], inbox: true }]);
    const before = readAll(root, '.list .text');
    client.change(idOf(2), { supporters: 9 });
    client.details.set(idOf(9), detailOf(idOf(9), { body: 'Newest', may: may('new') }));
    client.news();
    timers.pass(300);
    await shown(element);
    expect(readAll(root, '.list .text')).to.deep.equal(before);
    expect(read(root, `[data-id="${idOf(2)}"]`)).to.contain('9 supporters');
    expect(read(root, '.news')).to.equal('1 new suggestion: Show');
  });

  it('shows within seconds what is new about an item that has nothing in sight, and watches that too', async () => {
    const { client, root, timers, element } = await mountTalk('collateral-inbox', '', three());
    client.details.set(idOf(9), detailOf(idOf(9), { collateralId: 'deck-77', may: may('new') }));
    client.news();
    timers.pass(300);
    await shown(element);
    expect(read(root, '.news')).to.equal('1 new suggestion: Show');
    button(root.querySelector('.news')!, '1 new suggestion: Show').click();
    await shown(element);
    expect([...client.watching.values()]).to.deep.equal([{ collateralIds: ['deck-42', 'deck-77'], inbox: true }]);
    element.remove();
    expect(client.watching.size).to.equal(0);
  });

  it('says what waits, how long, and what is overdue', async () => {
    const { root } = await mountTalk('collateral-inbox', '', three());
    expect(read(root, '[part="summary"]')).to.equal('3 waiting · 1 overdue by 2 days The longest waits 9 days');
    expect(readAll(root, 'nav button')).to.deep.equal(['Open 4', 'Waiting 3', 'Promised 1', 'Overdue 1', 'Closed']);
    expect(read(root, `[data-id="${idOf(1)}"]`))
      .to.contain('waiting 9 days')
      .and.to.contain('3 supporters');
    expect(read(root, `[data-id="${idOf(4)}"]`))
      .to.contain('overdue by 2 days')
      .and.to.contain('with Ann Lee');
  });

  it('says when nothing waits', async () => {
    const { root } = await mountTalk('collateral-inbox');
    expect([read(root, '[part="summary"]'), read(root, '.missing')]).to.deep.equal([
      '0 waiting',
      'Nothing waits for you.',
    ]);
  });

  it('shows its parts, and the attribute says which', async () => {
    const { root, element, client } = await mountTalk('collateral-inbox', 'assignee="ann"', three());
    button(root, 'Closed').click();
    await shown(element);
    expect([element.state, readAll(root, '.card .text')]).to.deep.equal(['closed', ['Done']]);
    expect(client.reads.at(-1)!.query).to.deep.equal({ state: 'closed', assignee: 'ann' });
    expect(root.querySelector('nav [aria-current]')!.textContent.trim()).to.equal('Closed');
  });

  it('offers the moves there are, and no others', async () => {
    const mounted = await mountTalk('collateral-inbox', '', three());
    await open(mounted, 1);
    expect(readAll(mounted.root, '.moves .chip')).to.deep.equal(['Accept', 'Decline', 'Duplicate', 'Hide']);
    await open(mounted, 1);
    await open(mounted, 4);
    expect(readAll(mounted.root, '.moves .chip')).to.deep.equal(['Start', 'Ship', 'Decline', 'Change promise', 'Hide']);
  });

  it('accepts with who, until when and why, and nothing without any of them', async () => {
    const mounted = await mountTalk('collateral-inbox', '', three());
    const { client, root } = mounted;
    await open(mounted, 1, 'Accept');
    // The only one there is needs no choosing.
    expect(field(mounted, 'assignee').value).to.equal('ann');
    await decide(mounted);
    expect(read(root, '.moves form [role="alert"]')).to.equal('Missing: Promised for.');
    expect(root.activeElement).to.equal(field(mounted, 'dueAt'));
    typeInto(field(mounted, 'dueAt'), '2026-07-01');
    await decide(mounted);
    expect(read(root, '.moves form [role="alert"]')).to.equal('Missing: Reason.');
    typeInto(field(mounted, 'reason'), ' Good point ');
    await decide(mounted);
    expect(client.commands).to.deep.equal([
      {
        name: 'transitions',
        suggestionId: idOf(1),
        command: { to: 'accepted', reason: 'Good point', expect: 0, assignee: 'ann', dueAt: '2026-07-01' },
      },
    ]);
    expect(read(root, `[data-id="${idOf(1)}"] .status`)).to.equal('Accepted');
    expect(read(root, '.moves [role="status"]')).to.equal('Now: Accepted');
    expect(root.activeElement?.getAttribute('data-open')).to.equal(idOf(1));
    expect(read(root, '[part="summary"]')).to.contain('2 waiting');
  });

  it('ships with a version, declines with a reason, and names what it repeats', async () => {
    const mounted = await mountTalk('collateral-inbox', '', three());
    const { client } = mounted;
    await open(mounted, 4, 'Ship');
    expect(field(mounted, 'shippedVersion').value).to.equal('v2');
    typeInto(field(mounted, 'reason'), 'Done');
    await decide(mounted);
    await open(mounted, 4);
    await open(mounted, 2, 'Decline');
    typeInto(field(mounted, 'reason'), 'Not now');
    await decide(mounted);
    await open(mounted, 2);
    await open(mounted, 3, 'Duplicate');
    const targets = [...field(mounted, 'duplicateOf').querySelectorAll('option')].map((each) => each.textContent);
    expect(targets).to.include('Idea 1').and.not.to.include('Idea 3');
    typeInto(field(mounted, 'duplicateOf'), idOf(1));
    typeInto(field(mounted, 'reason'), 'The same');
    await decide(mounted);
    expect(client.commands.map(({ command }) => command)).to.deep.equal([
      { to: 'shipped', reason: 'Done', expect: 0, shippedVersion: 'v2' },
      { to: 'declined', reason: 'Not now', expect: 0 },
      { to: 'duplicate', reason: 'The same', expect: 0, duplicateOf: idOf(1) },
    ]);
  });

  it('hides a suggestion and a reply, with a reason', async () => {
    const reply = {
      replyId: idOf(100),
      body: 'Rude',
      author: null,
      fromOwner: false,
      createdAt: '2026-06-02T09:00:00.000Z',
      hidden: null,
    };
    const mounted = await mountTalk(
      'collateral-inbox',
      '',
      clientWith(detailOf(idOf(1), { may: may('new'), replies: [reply] })),
    );
    await open(mounted, 1, 'Hide reply');
    typeInto(field(mounted, 'reason'), 'Rude');
    await decide(mounted);
    button(mounted.root, 'Hide').click();
    await shown(mounted.element);
    typeInto(field(mounted, 'reason'), 'Names a customer');
    await decide(mounted);
    expect(mounted.client.commands.map(({ command }) => command)).to.deep.equal([
      { hidden: true, reason: 'Rude', expect: 0, replyId: idOf(100) },
      { hidden: true, reason: 'Names a customer', expect: 1 },
    ]);
    expect(read(mounted.root, '.card .hidden-note')).to.contain('Names a customer');
  });

  for (const [code, sentence] of [
    ['revision-conflict', 'Somebody changed it meanwhile; now it is: Declined. What you typed is kept.'],
    ['move-not-permitted', 'That is not possible from here; now it is: Declined. What you typed is kept.'],
  ] as const) {
    it(`${code}: shows what changed and what is possible now, and keeps what was typed`, async () => {
      const mounted = await mountTalk('collateral-inbox', '', three());
      const { client, root } = mounted;
      await open(mounted, 1, 'Duplicate');
      typeInto(field(mounted, 'reason'), 'Said before');
      client.change(idOf(1), { status: 'declined', revision: 1, may: may('declined') });
      const cause = { now: client.details.get(idOf(1))!, permitted: suggestionMoves.declined };
      client.commandFailure = new CollateralError(code, 'Too late.', { cause });
      typeInto(field(mounted, 'duplicateOf'), idOf(2));
      await decide(mounted);
      expect(read(root, '.moves [role="alert"]')).to.equal(sentence);
      expect(read(root, `[data-id="${idOf(1)}"] .status`)).to.equal('Declined');
      expect(readAll(root, '.moves .chip')).to.deep.equal(['Reopen', 'Hide']);
      button(root, 'Reopen').click();
      await shown(mounted.element);
      expect(field(mounted, 'reason').value).to.equal('Said before');
      typeInto(field(mounted, 'assignee'), 'ann');
      typeInto(field(mounted, 'dueAt'), '2026-07-01');
      await decide(mounted);
      expect(client.commands.at(-1)!.command).to.include({ to: 'accepted', reason: 'Said before', expect: 1 });
    });
  }

  it('keeps what was typed when the server can’t be reached', async () => {
    const mounted = await mountTalk('collateral-inbox', '', three());
    await open(mounted, 1, 'Decline');
    typeInto(field(mounted, 'reason'), 'Not now');
    mounted.client.commandFailure = new CollateralError('network-failed', 'offline');
    await decide(mounted);
    expect(read(mounted.root, '.moves [role="alert"]')).to.equal('The server could not be reached.');
    expect(field(mounted, 'reason').value).to.equal('Not now');
  });

  it('can be kept from deciding by the page', async () => {
    const mounted = await mountTalk('collateral-inbox', '', three());
    const asked: unknown[] = [];
    mounted.element.addEventListener('collateral-transition', (event) => {
      asked.push([event.suggestionId, event.to, event.reason]);
      event.preventDefault();
    });
    await open(mounted, 1, 'Decline');
    typeInto(field(mounted, 'reason'), 'Not now');
    await decide(mounted);
    expect([asked, mounted.client.commands]).to.deep.equal([[[idOf(1), 'declined', 'Not now']], []]);
  });

  it('leads the page to the item', async () => {
    const { root, element } = await mountTalk('collateral-inbox', '', three());
    const chosen: string[] = [];
    element.addEventListener('collateral-select', ({ screen, collateralId }) =>
      chosen.push(`${screen} ${collateralId}`),
    );
    button(root, 'First-meeting deck').click();
    expect(chosen).to.deep.equal(['item deck-42']);
  });

  it('shows what the page gives without a client', async () => {
    const inbox = await three().inbox();
    const { root, element } = await mountGiven('collateral-inbox', inbox);
    expect(read(root, '[part="summary"]')).to.contain('3 waiting');
    root.querySelector<HTMLButtonElement>('[data-open]')!.click();
    await shown(element);
    expect(root.querySelectorAll('nav, .moves, textarea')).to.have.length(0);
  });

  it('breaks no rule of axe, and is used with the keyboard alone', async () => {
    const mounted = await mountTalk('collateral-inbox', '', three());
    const { root, element, client } = mounted;
    expect(await findViolations(element)).to.deep.equal([]);
    root.querySelector<HTMLElement>(`[data-open="${idOf(1)}"]`)!.focus();
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await sendKeys({ press: key });
      await shown(element);
    };
    await press('Enter');
    while (read(root, ':focus') !== 'Decline') await press('Tab');
    await press('Enter');
    expect(root.activeElement).to.equal(field(mounted, 'reason'));
    expect(await findViolations(element)).to.deep.equal([]);
    await press('Escape');
    expect(root.activeElement?.getAttribute('data-open')).to.equal(idOf(1));
    while (read(root, ':focus') !== 'Decline') await press('Tab');
    await press('Enter');
    await sendKeys({ type: 'Not now' });
    await press('Tab', 'Enter');
    expect(client.commands.at(-1)!.command).to.include({ to: 'declined', reason: 'Not now' });
  });
});
