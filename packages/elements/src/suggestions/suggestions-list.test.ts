import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { detailOf, idOf } from '../testing/in-memory-conversation.fixture.js';
import { mountTalk, shown, typeInto, type MountedConversation } from '../testing/mount-conversation.fixture.js';
import { button, read, readAll } from '../testing/mount-insights.fixture.js';
import { clientWith, details, mountDeck, replyOf } from './suggestions.fixture.js';

const bodies = ({ root }: Pick<MountedConversation<'collateral-suggestions'>, 'root'>): string[] =>
  readAll(root, '.list .card > .what > .text');

describe('collateral-suggestions, when a person is erased', () => {
  it('takes their words from open pages: lists of many pages, opened threads, and what seems similar', async () => {
    const client = clientWith(details(130));
    client.change(idOf(1), { replies: [replyOf(1, 'Said by them')], replyCount: 1 });
    const { root, element, timers } = await mountDeck(client);
    for (let page = 1; page < 7; page += 1) {
      button(root, 'Show more').click();
      await shown(element);
    }
    root.querySelector<HTMLButtonElement>('[data-open]')!.click();
    typeInto(root.querySelector<HTMLTextAreaElement>('#suggest')!, 'Idea number');
    timers.pass(400);
    await shown(element);
    expect(root.querySelectorAll('.similar .card').length).to.equal(5);
    for (const number of [1, 130]) client.change(idOf(number), { body: null, author: null });
    client.change(idOf(1), { replies: [{ ...replyOf(1, ''), body: null, author: null }] });
    client.news();
    timers.pass(300);
    await shown(element);
    expect(root.querySelectorAll('.list .card').length).to.equal(130);
    expect(root.textContent).not.to.match(/Idea 1\s|Idea 130|Said by them/);
    expect(readAll(root, `[data-id="${idOf(130)}"] .text`)).to.deep.equal([
      'The text was erased with the data of its author.',
    ]);
  });
});

describe('collateral-suggestions', () => {
  describe('moves nothing under the reader', () => {
    it('lets new ones wait until somebody wants to see them, and then puts the focus there', async () => {
      const mounted = await mountDeck(clientWith(details(2)));
      const { client, root, element, timers } = mounted;
      const old = [...client.details.values()];
      client.details.clear();
      for (const each of [...details(4).slice(2), ...old]) client.details.set(each.suggestionId, each);
      client.news();
      timers.pass(300);
      await shown(element);
      expect(bodies(mounted)).to.deep.equal(['Idea 1', 'Idea 2']);
      expect(read(root, '.news')).to.equal('2 new suggestions: Show');
      root.querySelector<HTMLButtonElement>('[data-new]')!.click();
      await shown(element);
      expect(bodies(mounted)).to.deep.equal(['Idea 3', 'Idea 4', 'Idea 1', 'Idea 2']);
      expect([read(root, '.news'), root.activeElement?.getAttribute('data-id')]).to.deep.equal(['', idOf(3)]);
    });

    it('brings what is shown up to date in its place, and leaves what is gone', async () => {
      const mounted = await mountDeck(clientWith(details(3)));
      const { client, root, element, timers } = mounted;
      const articles = [...root.querySelectorAll('.list article')];
      client.change(idOf(2), { supporters: 9, status: 'accepted' });
      client.details.delete(idOf(1));
      client.news();
      timers.pass(300);
      await shown(element);
      expect([...root.querySelectorAll('.list article')]).to.deep.equal(articles);
      expect(readAll(root, '.list .vote')).to.deep.equal(['3', '9', '3']);
      expect(readAll(root, '.list .status')).to.deep.equal(['New', 'Accepted', 'New']);
    });

    it('keeps focus, selection and what is typed while lists and replies come in', async () => {
      const mounted = await mountDeck(clientWith(details(2)));
      const { client, root, element, timers } = mounted;
      root.querySelector<HTMLButtonElement>('[data-open]')!.click();
      await shown(element);
      const reply = root.querySelector<HTMLTextAreaElement>('.thread textarea')!;
      typeInto(reply, 'I am writing');
      reply.focus();
      reply.setSelectionRange(2, 4);
      client.change(idOf(1), { replies: [replyOf(1, 'Another was faster')], replyCount: 1 });
      client.news();
      timers.pass(300);
      await shown(element);
      expect(readAll(root, '.replies .text')).to.deep.equal(['Another was faster']);
      expect([root.activeElement === reply, reply.value, reply.selectionStart, reply.selectionEnd]).to.deep.equal([
        true,
        'I am writing',
        2,
        4,
      ]);
    });

    it('asks while the page is seen, and stops when it leaves the page', async () => {
      const { client, element, timers } = await mountDeck(clientWith(details(1)));
      const before = client.reads.length;
      client.news();
      timers.pass(300);
      await shown(element);
      expect(client.reads.length).to.equal(before + 1);
      element.remove();
      timers.pass(60_000);
      expect([client.reads.length, timers.count]).to.deep.equal([before + 1, 0]);
    });
  });

  it('narrows and sorts, and the attributes say so', async () => {
    const list = details(3);
    const { client, root, element } = await mountDeck(
      clientWith([...list.slice(0, 2), { ...list[2]!, status: 'shipped' }]),
    );
    const [status, sort] = root.querySelectorAll('select');
    typeInto(status!, 'shipped');
    await shown(element);
    expect([element.status, readAll(root, '.list .card > .what > .text')]).to.deep.equal(['shipped', ['Idea 3']]);
    typeInto(sort!, 'newest');
    await shown(element);
    expect(client.reads.at(-1)!.query).to.deep.equal({ collateralId: 'deck-42', status: 'shipped', sort: 'newest' });
    typeInto(status!, 'declined');
    await shown(element);
    expect(read(root, '.missing')).to.equal('None of this status.');
  });

  it('shows more when told to, and says how many there are', async () => {
    const mounted = await mountDeck(clientWith(details(25)));
    expect(read(mounted.root, '.base')).to.contain('20 of 25');
    button(mounted.root, 'Show more').click();
    await shown(mounted.element);
    expect(bodies(mounted)).to.have.length(25);
    mounted.client.news();
    mounted.timers.pass(300);
    await shown(mounted.element);
    expect(bodies(mounted)).to.have.length(25);
  });

  it('tells the page which place is meant', async () => {
    const { root, element } = await mountDeck(
      clientWith([detailOf(idOf(1), { place: { slide: 7, second: 75.5, quote: 'last year' } })]),
    );
    const chip = root.querySelector<HTMLButtonElement>('.chips button')!;
    expect(chip.textContent.trim()).to.equal('slide 7 · at 1:15 · “last year”');
    const told: unknown[] = [];
    element.parentElement!.addEventListener('collateral-place', ({ collateralId, version, place }) =>
      told.push([collateralId, version, place]),
    );
    chip.click();
    expect(told).to.deep.equal([['deck-42', 'v2', { slide: 7, second: 75.5, quote: 'last year' }]]);
  });

  it('opens replies, history and what was promised in place, and takes a reply', async () => {
    const mounted = await mountDeck(
      clientWith([
        detailOf(idOf(1), {
          status: 'accepted',
          assignee: { id: 'ann', name: 'Ann Lee' },
          dueAt: '2026-06-08',
          overdueDays: 2,
          replies: [replyOf(1, 'Soon', true)],
          replyCount: 1,
          history: [
            {
              type: 'transition',
              at: '2026-06-03T09:00:00.000Z',
              by: { name: null, role: 'producer', mine: false },
              from: 'new',
              to: 'accepted',
              reason: 'Good point',
              assignee: { id: 'ann', name: 'Ann Lee' },
              dueAt: '2026-06-08',
            },
          ],
        }),
      ]),
    );
    const { client, root, element, timers } = mounted;
    expect(read(root, '.card')).to.contain('overdue by 2 days').and.to.contain('with Ann Lee');
    const toggle = root.querySelector<HTMLButtonElement>('[data-open]')!;
    expect([toggle.textContent.trim(), toggle.ariaExpanded]).to.deep.equal(['1 reply', 'false']);
    toggle.click();
    await shown(element);
    expect(toggle.ariaExpanded).to.equal('true');
    expect(read(root, '.replies li')).to.contain('Owner').and.to.contain('Soon');
    expect(read(root, '.history li')).to.equal(
      'Jun 3, 2026: the owner set it to Accepted · with Ann Lee · due Jun 8, 2026 · Reason: Good point',
    );
    typeInto(root.querySelector<HTMLTextAreaElement>('.thread textarea')!, 'Thanks');
    button(root, 'Send reply').click();
    await shown(element);
    expect(readAll(root, '.replies li').at(-1)).to.equal('Thanks Saved on this device, will be sent');
    client.deliver();
    timers.pass(300);
    await shown(element);
    expect(readAll(root, '.replies .text')).to.deep.equal(['Soon', 'Thanks']);
  });

  it('lets the author take a new one back', async () => {
    const mounted = await mountDeck(
      clientWith([detailOf(idOf(1), { may: { vote: false, withdraw: true, hide: false, move: [] } })]),
    );
    button(mounted.root, 'Withdraw').click();
    await shown(mounted.element);
    expect(mounted.client.written).to.have.length(1);
    expect(mounted.client.written[0]).to.include({ type: 'suggestion-withdrawal', suggestionId: idOf(1) });
    expect(read(mounted.root, '.card')).to.contain('Withdrawn').and.not.to.contain('Withdraw ');
  });

  it('makes a request out of a search that found nothing', async () => {
    const client = clientWith([]);
    client.frame = { ...client.frame, gaps: [{ query: 'pricing objection', searches: 31 }] };
    const { root, element } = await mountTalk('collateral-suggestions', '', client);
    expect(read(root, '.gaps li')).to.contain('“pricing objection”: searched 31 times, no result');
    button(root, 'Request it').click();
    await shown(element);
    const field = root.querySelector<HTMLTextAreaElement>('#suggest')!;
    expect([field.value, root.activeElement]).to.deep.equal(['pricing objection', field]);
    button(root, 'Send').click();
    await shown(element);
    expect(client.written[0]).to.deep.include({ type: 'suggestion', body: 'pricing objection' });
    expect(client.written[0]).not.to.have.property('collateralId');
  });

  it('is used with the keyboard alone: write, support, open, answer', async () => {
    const { client, root, element } = await mountDeck(clientWith(details(1)));
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await sendKeys({ press: key });
      await shown(element);
    };
    root.querySelector<HTMLTextAreaElement>('#suggest')!.focus();
    await sendKeys({ type: 'Mine' });
    await press('Tab', 'Enter');
    expect(client.written.at(-1)).to.include({ type: 'suggestion', body: 'Mine' });
    // From the new one on.
    await press('Tab', ' ');
    expect(client.written.at(-1)).to.include({ type: 'vote', on: true });
    await press('Tab', 'Enter');
    while (root.activeElement?.localName !== 'textarea') await press('Tab');
    await sendKeys({ type: 'Answer' });
    await press('Tab', 'Enter');
    expect(client.written.at(-1)).to.include({ type: 'reply', body: 'Answer' });
  });
});
