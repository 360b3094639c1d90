import { expect } from 'chai';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import { detailOf, idOf } from '../testing/in-memory-conversation.fixture.js';
import { mountTalk, shown, typeInto, type MountedConversation } from '../testing/mount-conversation.fixture.js';
import { button, read, readAll } from '../testing/mount-insights.fixture.js';

type Mounted = MountedConversation<'collateral-suggestions'>;

const mountDeck = (client = new InMemoryClient()): Promise<Mounted> =>
  mountTalk('collateral-suggestions', 'collateral-id="deck-42"', client);
const field = ({ root }: Mounted): HTMLTextAreaElement => root.querySelector<HTMLTextAreaElement>('#suggest')!;
const bodies = ({ root }: Mounted): string[] => readAll(root, '.list .card > .what > .text');

async function send(mounted: Mounted, text: string): Promise<void> {
  typeInto(field(mounted), text);
  button(mounted.root, 'Send').click();
  await shown(mounted.element);
}

describe('writing a suggestion', () => {
  const policies = [
    ['named', 'Others will see your name: Alex Kim, Sales, EMEA.'],
    ['pseudonymous', 'Others will see a made-up name, always the same one here: Blue Heron, Sales, EMEA.'],
    ['anonymous', 'Others will not see who you are. It may appear later, so that the time does not tell.'],
  ] as const;
  for (const [identity, sentence] of policies) {
    it(`says before posting how the author will appear: ${identity}`, async () => {
      const client = new InMemoryClient();
      const name = identity === 'named' ? 'Alex Kim' : identity === 'pseudonymous' ? 'Blue Heron' : null;
      client.frame = { ...client.frame, identity, you: { name, team: 'Sales, EMEA' } };
      const { root } = await mountDeck(client);
      expect(read(root, '#suggest-note')).to.equal(sentence);
      expect(root.querySelector('#suggest')!.getAttribute('aria-describedby')).to.contain('suggest-note');
    });
  }

  it('shows it at once with how far it has come, and the focus goes there', async () => {
    const mounted = await mountDeck();
    const { client, root, element, timers } = mounted;
    await send(mounted, ' Add ROI ');
    expect(client.written).to.have.length(1);
    expect(client.written[0]).to.include({ type: 'suggestion', collateralId: 'deck-42', body: 'Add ROI' });
    expect(read(root, '.pending')).to.equal('Add ROI Saved on this device, will be sent');
    expect([root.activeElement?.getAttribute('data-id'), field(mounted).value]).to.deep.equal([
      client.written[0]!.id,
      '',
    ]);
    client.deliver();
    await shown(element);
    expect(read(root, '.pending [role="status"]')).to.equal('Sent');
    timers.pass(300);
    await shown(element);
    expect([bodies(mounted), root.querySelectorAll('.pending').length]).to.deep.equal([['Add ROI'], 0]);
  });

  it('is about the version and the place the page shows', async () => {
    const mounted = await mountDeck();
    const { element, root, client } = mounted;
    element.version = 'v2';
    element.about = { slide: 7 };
    await element.updateComplete;
    expect(read(root, '#suggest-note')).to.match(/^About slide 7\. Others will see/);
    const told: unknown[] = [];
    element.addEventListener('collateral-suggest', ({ collateralId, body, place }) =>
      told.push([collateralId, body, place]),
    );
    await send(mounted, 'Add ROI');
    expect(told).to.deep.equal([['deck-42', 'Add ROI', { slide: 7 }]]);
    expect(client.written[0]).to.deep.include({ collateralId: 'deck-42', version: 'v2', place: { slide: 7 } });
  });

  it('shows what an earlier page left on this device, of this item only', async () => {
    const client = new InMemoryClient();
    await client.suggest({ collateralId: 'deck-42', body: 'Mine' });
    await client.suggest({ collateralId: 'deck-43', body: 'Elsewhere' });
    expect(bodies(await mountDeck(client))).to.deep.equal(['Mine']);
  });

  it('case 46: the draft survives a reload, belongs to its item, and is gone once it is safe', async () => {
    const client = new InMemoryClient();
    const first = await mountDeck(client);
    typeInto(field(first), 'Half a thou');
    document.body.replaceChildren();
    const second = await mountDeck(client);
    expect(field(second).value).to.equal('Half a thou');
    second.element.collateralId = 'deck-43';
    await shown(second.element);
    expect(field(second).value).to.equal('');
    second.element.collateralId = 'deck-42';
    await shown(second.element);
    expect(field(second).value).to.equal('Half a thou');
    await send(second, 'Half a thought');
    document.body.replaceChildren();
    expect(field(await mountDeck(client)).value).to.equal('');
  });

  it('case 46: the text stays when the device can’t keep it, with a sentence bound to the field', async () => {
    const mounted = await mountDeck();
    mounted.client.receipt = new Error('full');
    await send(mounted, 'Add ROI');
    expect(field(mounted).value).to.equal('Add ROI');
    expect(field(mounted).getAttribute('aria-describedby')).to.contain('suggest-error');
    expect(read(mounted.root, '#suggest-error')).to.contain('Not saved');
    mounted.client.receipt = 'stored';
    await send(mounted, 'Add ROI');
    expect([mounted.client.written.length, field(mounted).value]).to.deep.equal([1, '']);
  });

  it('case 46: the text comes back when the server refuses it for good', async () => {
    const mounted = await mountDeck();
    const { client, element, root } = mounted;
    await send(mounted, 'Add ROI');
    const [{ id } = { id: '' }] = client.writings.splice(0);
    client.signal('rejected', { id, code: 'unknown-item', message: 'No such item.' });
    await shown(element);
    expect([field(mounted).value, root.querySelectorAll('.pending').length]).to.deep.equal(['Add ROI', 0]);
    expect(read(root, '#suggest-error')).to.contain('the server refused it');
  });

  for (const key of ['ctrlKey', 'metaKey'] as const) {
    it(`case 46: Enter sends together with ${key}, and is a line break without`, async () => {
      const mounted = await mountDeck();
      typeInto(field(mounted), 'Add ROI');
      const press = (init: KeyboardEventInit): boolean =>
        field(mounted).dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init }),
        );
      expect(press({})).to.equal(true);
      await shown(mounted.element);
      expect(mounted.client.written).to.have.length(0);
      expect(press({ [key]: true })).to.equal(false);
      await shown(mounted.element);
      expect(bodies(mounted)).to.deep.equal(['Add ROI']);
    });
  }

  const wrong: readonly [name: string, text: string, sentence: string][] = [
    ['empty', '', 'Write something first.'],
    ['spaces and line breaks', ' \n \t', 'Write something first.'],
    ['zero-width characters', '\u200b\u2060\ufeff\u200f\u2800\u3164', 'Write something first.'],
    ['4012 characters', 'x'.repeat(4_012), '12 characters too many.'],
  ];
  for (const [name, text, sentence] of wrong) {
    it(`case 46: refuses ${name} with a sentence bound to the field, which gets the focus`, async () => {
      const mounted = await mountDeck();
      await send(mounted, text);
      expect(read(mounted.root, '#suggest-error')).to.equal(sentence);
      expect(field(mounted).getAttribute('aria-invalid')).to.equal('true');
      expect(mounted.root.activeElement).to.equal(field(mounted));
      expect(mounted.client.written).to.deep.equal([]);
    });
  }

  it('counts what is left near the end, and takes 4000 characters', async () => {
    const mounted = await mountDeck();
    typeInto(field(mounted), 'x'.repeat(3_599));
    await mounted.element.updateComplete;
    expect(read(mounted.root, '.left')).to.equal('');
    await send(mounted, 'x'.repeat(4_000));
    expect(mounted.client.written).to.have.length(1);
    typeInto(field(mounted), 'x'.repeat(3_990));
    await mounted.element.updateComplete;
    expect(read(mounted.root, '.left')).to.equal('10 characters left');
  });

  it('keeps what turns the direction of text within the text', async () => {
    const client = new InMemoryClient();
    client.details.set(idOf(1), detailOf(idOf(1), { body: 'abc \u202edef' }));
    const { root } = await mountDeck(client);
    const text = root.querySelector('.card .text')!;
    expect(text.textContent).to.equal('abc \u202edef');
    expect(getComputedStyle(text).unicodeBidi).to.match(/isolate|plaintext/);
  });

  it('sends once, however often the button is pressed while it is being kept', async () => {
    const mounted = await mountDeck();
    typeInto(field(mounted), 'Add ROI');
    for (let times = 0; times < 3; times += 1) button(mounted.root, 'Send').click();
    await shown(mounted.element);
    expect(mounted.client.written).to.have.length(1);
  });

  it('can be kept from being recorded by the page, and the text stays', async () => {
    const mounted = await mountDeck();
    mounted.element.addEventListener('collateral-suggest', (event) => event.preventDefault());
    await send(mounted, 'Add ROI');
    expect([mounted.client.written.length, field(mounted).value]).to.deep.equal([0, 'Add ROI']);
  });

  describe('similar ones', () => {
    const typed = async (mounted: Mounted, text: string): Promise<void> => {
      typeInto(field(mounted), text);
      mounted.timers.pass(350);
      await shown(mounted.element);
    };
    const similar = ({ root }: Mounted): string[] => readAll(root, '.similar .text');
    const withPrices = (): InMemoryClient => {
      const client = new InMemoryClient();
      client.details.set(idOf(1), detailOf(idOf(1), { body: 'Update the prices' }));
      client.details.set(idOf(2), detailOf(idOf(2), { body: 'Shorter agenda' }));
      return client;
    };

    it('case 47: appear while typing, announced as a count only', async () => {
      const mounted = await mountDeck(withPrices());
      await typed(mounted, 'The prices are old');
      expect(similar(mounted)).to.deep.equal(['Update the prices']);
      const status = [...mounted.root.querySelectorAll('form [role="status"]')].map((each) => each.textContent.trim());
      expect(status).to.deep.equal(['1 similar suggestion']);
      expect(mounted.root.querySelector('.similar')!.closest('[role="status"], [aria-live]')).to.equal(null);
    });

    it('case 47: are asked for when typing rests, not for each letter, and not for a few', async () => {
      const mounted = await mountDeck(withPrices());
      const asked = (): number => mounted.client.reads.filter(({ query }) => 'similar' in query).length;
      await typed(mounted, 'The');
      for (const text of ['The pric', 'The price', 'The prices']) typeInto(field(mounted), text);
      mounted.timers.pass(350);
      await shown(mounted.element);
      expect(asked()).to.equal(1);
    });

    it('can be supported in place, and go when the text is sent', async () => {
      const mounted = await mountDeck(withPrices());
      await typed(mounted, 'The prices are old');
      mounted.root.querySelector<HTMLButtonElement>('.similar button.vote')!.click();
      await shown(mounted.element);
      expect(mounted.client.written[0]).to.include({ type: 'vote', suggestionId: idOf(1), on: true });
      expect(field(mounted).value).to.equal('The prices are old');
      await send(mounted, 'The prices are old');
      expect(similar(mounted)).to.deep.equal([]);
    });

    it('are no condition for writing', async () => {
      const mounted = await mountDeck(withPrices());
      mounted.client.readFailure = new Error('offline');
      await typed(mounted, 'The prices are old');
      expect(similar(mounted)).to.deep.equal([]);
      await send(mounted, 'The prices are old');
      expect(mounted.client.written).to.have.length(1);
    });
  });
});
