import { expect } from 'chai';
import { CollateralError } from '@collateral/sdk';
import type { SuggestionDetail } from '@collateral/sdk/contract';
import { clientWith, details, mountDeck, replyOf } from '../suggestions/suggestions.fixture.js';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import { detailOf, idOf } from '../testing/in-memory-conversation.fixture.js';
import { mountTalk, shown, typeInto, type MountedConversation } from '../testing/mount-conversation.fixture.js';
import { readAll } from '../testing/mount-insights.fixture.js';
import { until } from '../testing/until.fixture.js';

type Mounted = MountedConversation<'collateral-suggestions'>;

const bodies = ({ root }: Mounted): string[] => readAll(root, '.list .card > .what > .text');
const provider = ({ element }: Mounted): HTMLElementTagNameMap['collateral-provider'] =>
  element.closest('collateral-provider')!;
const box = ({ root }: Mounted): HTMLTextAreaElement => root.querySelector('#suggest')!;

/** Something a test opens. */
function gate(): { readonly promise: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const promise = new Promise<void>((resolve) => (open = resolve));
  return { promise, open: () => open() };
}

/** Everything that is under way has come to its end. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('suggestions whose answers cross', () => {
  it('show the newer of two answers about an opened one, whichever comes first', async () => {
    const mounted = await mountDeck(clientWith([detailOf(idOf(1))]));
    const { client, element, root } = mounted;
    root.querySelector<HTMLButtonElement>('[data-open]')!.click();
    await shown(element);
    const slow = gate();
    const ask = client.suggestion.bind(client);
    const old = client.details.get(idOf(1))!;
    client.suggestion = async (): Promise<SuggestionDetail> => {
      await slow.promise;
      return old;
    };
    element.refresh();
    client.suggestion = ask;
    client.change(idOf(1), { replies: [replyOf(1, 'Here it is')], replyCount: 1 });
    element.sort = 'newest';
    await shown(element);
    element.refresh();
    await until(() => readAll(root, '.replies .text').length === 1);
    slow.open();
    await settled();
    await element.updateComplete;
    expect(readAll(root, '.replies .text')).to.deep.equal(['Here it is']);
  });

  it('show nothing that was asked for somebody who has left', async () => {
    const mounted = await mountDeck(clientWith(details(1)));
    const { client, element } = mounted;
    const slow = gate();
    client.gate = slow.promise;
    element.sort = 'newest';
    await element.updateComplete;
    provider(mounted).client = undefined;
    await settled();
    slow.open();
    await settled();
    await element.updateComplete;
    expect(bodies(mounted)).to.deep.equal([]);
  });

  it('of the page take the place of an answer that is on its way, and of its failure', async () => {
    const client = clientWith(details(1));
    const mounted = await mountDeck(client);
    const { element, root } = mounted;
    client.readFailure = new Error('down');
    element.refresh();
    await until(() => root.querySelector('.trouble') !== null);
    client.gate = new Promise(() => undefined);
    element.sort = 'newest';
    await element.updateComplete;
    const { frame } = client;
    element.data = { ...frame, total: 1, suggestions: [detailOf(idOf(9), { body: 'Given' })] };
    await settled();
    expect(bodies(mounted)).to.deep.equal(['Given']);
    expect(root.querySelector('.base')?.getAttribute('aria-busy')).to.equal('false');
    expect(root.querySelector('.trouble')).to.equal(null);
  });

  it('leave what one person typed out of the box of the next', async () => {
    const first = clientWith([detailOf(idOf(1))]);
    const slow = gate();
    const mounted = await mountDeck(first);
    typeInto(box(mounted), 'Between us');
    const replies = (): string[] =>
      [...mounted.root.querySelectorAll<HTMLTextAreaElement>('.thread textarea')].map(({ value }) => value);
    const open = async (): Promise<void> => {
      mounted.root.querySelector<HTMLButtonElement>('[data-open]')!.click();
      await shown(mounted.element);
    };
    await open();
    typeInto(mounted.root.querySelector<HTMLTextAreaElement>('.thread textarea')!, 'An answer');
    expect(replies()).to.deep.equal(['An answer']);
    const parent = mounted.element.parentElement!;
    mounted.element.remove();
    parent.append(mounted.element);
    await shown(mounted.element);
    expect(box(mounted).value, 'a move in the page loses nothing').to.equal('Between us');
    provider(mounted).client = clientWith([detailOf(idOf(1))]);
    await settled();
    expect(box(mounted).value).to.equal('');
    await open();
    expect(replies()).to.deep.equal(['']);

    const late = clientWith([]);
    late.drafts.read = async (): Promise<string> => {
      await slow.promise;
      return 'An old draft';
    };
    provider(mounted).client = late;
    await settled();
    provider(mounted).client = new InMemoryClient();
    await settled();
    slow.open();
    await settled();
    expect(box(mounted).value).to.equal('');
  });

  it('give nothing back to the next person of what the one before could not send', async () => {
    const first = clientWith([]);
    const mounted = await mountDeck(first);
    const slow = gate();
    first.suggest = async () => {
      await slow.promise;
      throw new CollateralError('client-closed', 'The page closed it.');
    };
    typeInto(box(mounted), 'Between us');
    mounted.root.querySelector<HTMLButtonElement>('form.box [type=submit]')!.click();
    provider(mounted).client = clientWith([]);
    await settled();
    slow.open();
    await settled();
    await mounted.element.updateComplete;
    expect(box(mounted).value).to.equal('');
    expect(mounted.root.textContent).not.to.contain('Between us');
  });

  it('look for nothing similar any more once another item is shown', async () => {
    const client = clientWith(details(3));
    const { element, root, timers } = await mountDeck(client);
    typeInto(root.querySelector<HTMLTextAreaElement>('#suggest')!, 'Idea about prices');
    element.collateralId = 'deck-7';
    await shown(element);
    timers.pass(1_000);
    await settled();
    expect(root.querySelector('.similar')).to.equal(null);
    expect(client.reads.some(({ query }) => 'similar' in query)).to.equal(false);
  });
});

describe('notices', () => {
  it('are asked for once the page gives none any more', async () => {
    const client = new InMemoryClient();
    const { element, root } = await mountTalk('collateral-notices', '', client);
    const asked = client.reads.length;
    element.data = { notices: [] };
    await shown(element);
    element.data = undefined;
    await shown(element);
    expect(client.reads.length).to.equal(asked + 1);
    expect(root.querySelector('.waiting')).to.equal(null);
  });
});
