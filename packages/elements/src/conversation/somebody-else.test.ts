import { expect } from 'chai';
import { suggestionMoves } from '@collateral/sdk/contract';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import { detailOf, idOf } from '../testing/in-memory-conversation.fixture.js';
import { mountTalk, shown, typeInto, type MountedConversation } from '../testing/mount-conversation.fixture.js';
import { button, read } from '../testing/mount-insights.fixture.js';

type Tag = 'collateral-suggestions' | 'collateral-inbox';

/** One of them with an opened suggestion that can be moved, supported and answered. */
async function mountOpened(tag: Tag): Promise<MountedConversation<Tag>> {
  const client = new InMemoryClient();
  const may = { vote: true, withdraw: true, hide: true, move: suggestionMoves.new };
  client.details.set(idOf(1), detailOf(idOf(1), { may }));
  const mounted = await mountTalk(tag, tag === 'collateral-suggestions' ? 'collateral-id="deck-42"' : '', client);
  await open(mounted);
  return mounted;
}

async function open({ root, element }: MountedConversation<Tag>): Promise<void> {
  root.querySelector<HTMLButtonElement>('[data-open]')!.click();
  await shown(element);
}

/** Somebody else signs in; before anything is answered, nothing of the person before is left. */
async function signIn({ client, element, root }: MountedConversation<Tag>): Promise<void> {
  let answer = (): void => undefined;
  client.gate = new Promise((resolve) => (answer = resolve));
  const changed = client.setActor();
  await element.updateComplete;
  expect(root.querySelectorAll('.card, .thread, .similar, textarea').length).to.equal(0);
  answer();
  await changed;
  await shown(element);
}

const fieldsOf = (root: ShadowRoot): string[] =>
  [...root.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input')].map(({ value }) => value);

for (const tag of ['collateral-suggestions', 'collateral-inbox'] as const) {
  describe(`${tag} when somebody else signs in without a reload`, () => {
    it('closes what was opened, and asks anew', async () => {
      const mounted = await mountOpened(tag);
      const asked = mounted.client.reads.length;
      await signIn(mounted);
      expect(mounted.root.querySelectorAll('[aria-expanded="true"]').length).to.equal(0);
      expect(mounted.client.reads.length).to.be.above(asked);
      expect(mounted.root.querySelectorAll('.list .card').length).to.equal(1);
    });

    it('has lost what was typed into replies and decisions', async () => {
      const mounted = await mountOpened(tag);
      const { root, element } = mounted;
      typeInto(root.querySelector<HTMLTextAreaElement>('[id$="-reply"]')!, 'Between us');
      button(root, 'Decline').click();
      await shown(element);
      typeInto(root.querySelector<HTMLTextAreaElement>('[data-field="reason"]')!, 'No budget');
      await signIn(mounted);
      await open(mounted);
      button(root, 'Decline').click();
      await shown(element);
      expect(fieldsOf(root).filter(Boolean)).to.deep.equal([]);
    });

    it('does not let a reply that is being stored take the draft of the next person', async () => {
      const mounted = await mountOpened(tag);
      const { client, root } = mounted;
      let store = (): void => undefined;
      client.gate = new Promise((resolve) => (store = resolve));
      typeInto(root.querySelector<HTMLTextAreaElement>('[id$="-reply"]')!, 'Between us');
      button(root, 'Send reply').click();
      void client.setActor();
      client.drafts.keep(`reply ${idOf(1)}`, 'Mine');
      store();
      await shown(mounted.element);
      expect(client.keptDrafts.get(`reply ${idOf(1)}`)).to.equal('Mine');
    });
  });
}

describe('collateral-suggestions when somebody else signs in without a reload', () => {
  it('takes back optimistic votes and shows none of the suggestions on their way', async () => {
    const mounted = await mountOpened('collateral-suggestions');
    const { root, element } = mounted;
    root.querySelector<HTMLButtonElement>('button.vote')!.click();
    typeInto(root.querySelector<HTMLTextAreaElement>('#suggest')!, 'Mine alone');
    button(root, 'Send').click();
    await shown(element);
    expect([read(root, '.pending .text'), root.querySelector('.vote[aria-pressed="true"]') !== null]).to.deep.equal([
      'Mine alone',
      true,
    ]);
    await signIn(mounted);
    expect(root.querySelectorAll('.pending, .vote[aria-pressed="true"]').length).to.equal(0);
  });

  it('empties the box, and gives each person their own draft', async () => {
    const mounted = await mountOpened('collateral-suggestions');
    const { client, root, timers, element } = mounted;
    typeInto(root.querySelector<HTMLTextAreaElement>('#suggest')!, 'Suggestion that others had');
    timers.pass(400);
    await shown(element);
    expect(root.querySelectorAll('.similar .card').length).to.equal(1);
    const changed = client.setActor();
    client.drafts.keep('suggestion deck-42', 'Of the next one');
    await changed;
    await shown(element);
    expect(root.querySelector<HTMLTextAreaElement>('#suggest')!.value).to.equal('Of the next one');
    expect(root.querySelectorAll('.similar .card').length).to.equal(0);
  });

  it('takes nothing back twice: a refusal that comes later is about nobody here', async () => {
    const mounted = await mountOpened('collateral-suggestions');
    const { client, root, element } = mounted;
    root.querySelector<HTMLButtonElement>('button.vote')!.click();
    await shown(element);
    const [{ id } = { id: '' }] = client.writings;
    await signIn(mounted);
    client.signal('rejected', { id, code: 'forbidden', message: 'Refused by the test.' });
    await shown(element);
    expect(root.querySelectorAll('.card .error').length).to.equal(0);
  });
});

describe('collateral-notices when somebody else signs in without a reload', () => {
  it('shows theirs, and no thanks for what another one confirmed', async () => {
    const client = new InMemoryClient();
    const notice = (noticeId: string, body: string): InMemoryClient['noticesReply']['notices'][number] => ({
      noticeId,
      suggestionId: idOf(1),
      collateralId: 'deck-42',
      title: 'Deck',
      version: 'v3',
      body,
      reason: null,
      answer: null,
      because: 'supported',
      shippedAt: '2026-06-09T09:00:00.000Z',
    });
    client.noticesReply = { notices: [notice('a', 'For the first')] };
    const { element, root } = await mountTalk('collateral-notices', '', client);
    button(root, 'Yes, it is fixed').click();
    await shown(element);
    expect(read(root, '[role="status"]')).to.equal('Thank you.');
    client.noticesReply = { notices: [notice('b', 'For the next')] };
    await client.setActor();
    await shown(element);
    expect(read(root, '[role="status"]')).to.equal('');
    expect(read(root, '.notice .text')).to.contain('For the next');
  });
});
