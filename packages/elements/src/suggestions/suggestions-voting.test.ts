import { expect } from 'chai';
import { CollateralError } from '@collateral/sdk';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import { detailOf, idOf } from '../testing/in-memory-conversation.fixture.js';
import { mountTalk, shown, type MountedConversation } from '../testing/mount-conversation.fixture.js';
import { read } from '../testing/mount-insights.fixture.js';

type Mounted = MountedConversation<'collateral-suggestions'>;

async function mountOne(fields = {}): Promise<Mounted> {
  const client = new InMemoryClient();
  client.details.set(idOf(1), detailOf(idOf(1), fields));
  return mountTalk('collateral-suggestions', 'collateral-id="deck-42"', client);
}

const vote = ({ root }: Mounted): HTMLButtonElement => root.querySelector<HTMLButtonElement>('button.vote')!;

const told = (mounted: Mounted): readonly unknown[] => [
  vote(mounted).getAttribute('aria-pressed'),
  vote(mounted).textContent.trim(),
];

function click(target: HTMLElement, detail = 1): void {
  target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail }));
}

describe('supporting a suggestion', () => {
  it('case 44: counts at once, before the device has it, and stays when the server has it', async () => {
    const mounted = await mountOne();
    const { client, element, timers } = mounted;
    let open = (): void => undefined;
    client.gate = new Promise((resolve) => (open = resolve));
    click(vote(mounted));
    await element.updateComplete;
    expect(told(mounted)).to.deep.equal(['true', '4']);
    open();
    await shown(element);
    client.deliver();
    await shown(element);
    expect(told(mounted)).to.deep.equal(['true', '4']);
    timers.pass(300);
    await shown(element);
    expect(told(mounted)).to.deep.equal(['true', '4']);
    expect(client.details.get(idOf(1))).to.include({ supported: true, supporters: 4 });
  });

  it('case 44: takes a double click for one, and a second click while the first is kept', async () => {
    const mounted = await mountOne();
    const { client, element } = mounted;
    click(vote(mounted), 1);
    click(vote(mounted), 1);
    click(vote(mounted), 2);
    await shown(element);
    click(vote(mounted), 2);
    await shown(element);
    expect(client.written.map((event) => 'on' in event && event.on)).to.deep.equal([true]);
    expect(told(mounted)).to.deep.equal(['true', '4']);
  });

  it('takes it back with a later click, and a person counts once however often they change their mind', async () => {
    const mounted = await mountOne();
    const { client, element } = mounted;
    for (let times = 0; times < 4; times += 1) {
      vote(mounted).click();
      await shown(element);
    }
    expect(client.written).to.have.length(4);
    expect(told(mounted)).to.deep.equal(['false', '3']);
    client.deliver();
    expect(client.details.get(idOf(1))).to.include({ supported: false, supporters: 3 });
  });

  it('case 44: is rolled back with a sentence when the server refuses it', async () => {
    const mounted = await mountOne();
    const { client, element, root } = mounted;
    vote(mounted).click();
    await shown(element);
    const [{ id } = { id: '' }] = client.writings.splice(0);
    client.signal('rejected', { id, code: 'invalid-event', message: 'Closed.' });
    await shown(element);
    expect(told(mounted)).to.deep.equal(['false', '3']);
    expect(read(root, '.card [role="alert"]')).to.equal('Your vote was not taken. Others may have closed it.');
  });

  it('is rolled back when the device can’t keep it', async () => {
    const mounted = await mountOne();
    mounted.client.receipt = new Error('full');
    vote(mounted).click();
    await shown(mounted.element);
    expect(told(mounted)).to.deep.equal(['false', '3']);
    expect(read(mounted.root, '.card [role="alert"]')).to.contain('not taken');
  });

  it('counts what an earlier page left on this device', async () => {
    const client = new InMemoryClient();
    client.details.set(idOf(1), detailOf(idOf(1)));
    await client.vote(idOf(1), true);
    const mounted = await mountTalk('collateral-suggestions', 'collateral-id="deck-42"', client);
    expect(told(mounted)).to.deep.equal(['true', '4']);
  });

  it('case 44: is not offered where work is over, and says why', async () => {
    const { root } = await mountOne({
      status: 'shipped',
      may: { vote: false, withdraw: false, hide: false, move: [] },
    });
    expect(root.querySelector('button.vote')).to.equal(null);
    expect(read(root, '.vote')).to.contain('3 supporters');
    expect(read(root, '.card')).to.contain('It is closed, so votes are too.');
  });

  it('can be kept from being recorded by the page', async () => {
    const mounted = await mountOne();
    const asked: unknown[] = [];
    mounted.element.addEventListener('collateral-vote', (event) => {
      asked.push([event.suggestionId, event.on]);
      event.preventDefault();
    });
    vote(mounted).click();
    await shown(mounted.element);
    expect([asked, mounted.client.written]).to.deep.equal([[[idOf(1), true]], []]);
    expect(told(mounted)).to.deep.equal(['false', '3']);
  });

  it('case 45: a merged one says where it went, and the one it went to whose supporters it has', async () => {
    const client = new InMemoryClient();
    const related = (id: number, body: string) =>
      [{ suggestionId: idOf(id), body, reason: null, status: 'new', supporters: 4 }] as const;
    client.details.set(
      idOf(1),
      detailOf(idOf(1), { body: 'Prices', supporters: 5, duplicates: [idOf(2)], related: related(2, 'Pricing') }),
    );
    client.details.set(
      idOf(2),
      detailOf(idOf(2), {
        body: 'Pricing',
        status: 'duplicate',
        duplicateOf: idOf(1),
        related: related(1, 'Prices'),
        may: { vote: false, withdraw: false, hide: false, move: [{ to: 'new', requires: [] }] },
      }),
    );
    const { root, element } = await mountTalk(
      'collateral-suggestions',
      'collateral-id="deck-42" status="duplicate"',
      client,
    );
    expect(root.querySelectorAll('article')).to.have.length(1);
    root.querySelector<HTMLButtonElement>('[data-open]')!.click();
    await shown(element);
    expect(read(root, '.thread')).to.contain('Merged into: Prices');
    element.status = '';
    await shown(element);
    root.querySelector<HTMLButtonElement>(`[data-open="${idOf(1)}"]`)!.click();
    await shown(element);
    expect(read(root, `[data-id="${idOf(1)}"] .thread`)).to.contain('Merged into this: Pricing');
  });

  it('case 45: a merge is undone by whoever may, and tried again safely when the answer was lost', async () => {
    const client = new InMemoryClient();
    client.details.set(
      idOf(2),
      detailOf(idOf(2), {
        status: 'duplicate',
        duplicateOf: idOf(1),
        may: { vote: false, withdraw: false, hide: false, move: [{ to: 'new', requires: [] }] },
      }),
    );
    const { root, element } = await mountTalk(
      'collateral-suggestions',
      'collateral-id="deck-42" status="duplicate"',
      client,
    );
    root.querySelector<HTMLButtonElement>('[data-open]')!.click();
    await shown(element);
    root.querySelector<HTMLButtonElement>('.moves .chip')!.click();
    await shown(element);
    const reason = root.querySelector<HTMLTextAreaElement>('[data-field="reason"]')!;
    reason.value = 'Not the same';
    reason.dispatchEvent(new Event('input', { bubbles: true }));
    client.commandFailure = new CollateralError('network-failed', 'No answer.');
    root.querySelector<HTMLButtonElement>('.moves .primary')!.click();
    await shown(element);
    expect(read(root, '.moves [role="alert"]')).to.equal('The server could not be reached.');
    expect(root.querySelector<HTMLTextAreaElement>('[data-field="reason"]')!.value).to.equal('Not the same');
    root.querySelector<HTMLButtonElement>('.moves .primary')!.click();
    await shown(element);
    expect(client.commands.map(({ command }) => [command['to'], command['expect']])).to.deep.equal([
      ['new', 0],
      ['new', 0],
    ]);
    expect(client.details.get(idOf(2))!.status).to.equal('new');
  });
});
