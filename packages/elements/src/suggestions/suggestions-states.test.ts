import { expect } from 'chai';
import { CollateralError } from '@collateral/sdk';
import type { SuggestionDetail, Suggestions } from '@collateral/sdk/contract';
import { catchWarnings } from '../testing/catch-warnings.fixture.js';
import { findViolations } from '../testing/find-violations.fixture.js';
import { detailOf, idOf } from '../testing/in-memory-conversation.fixture.js';
import {
  mountGiven,
  mountTalk,
  shown,
  typeInto,
  type MountedConversation,
} from '../testing/mount-conversation.fixture.js';
import { button, read, readAll } from '../testing/mount-insights.fixture.js';
import { ManualTimers, mount } from '../testing/mount.fixture.js';
import { until } from '../testing/until.fixture.js';
import { clientWith, details, mountDeck, replyOf } from './suggestions.fixture.js';

const bodies = ({ root }: Pick<MountedConversation<'collateral-suggestions'>, 'root'>): string[] =>
  readAll(root, '.list .card > .what > .text');

const given = (suggestions: readonly SuggestionDetail[]): Suggestions => ({
  identity: 'named',
  you: { name: 'Alex Kim', team: null },
  total: suggestions.length,
  suggestions,
  gaps: [],
});

describe('collateral-suggestions in every state', () => {
  describe('has four states', () => {
    it('loading: says so and keeps the room', async () => {
      const client = clientWith([]);
      client.gate = new Promise(() => undefined);
      const stage = mount(
        '<collateral-provider lang="en"><collateral-suggestions collateral-id="a"></collateral-suggestions></collateral-provider>',
      );
      stage.querySelector('collateral-provider')!.client = client;
      const element = stage.querySelector('collateral-suggestions')!;
      await until(() => element.shadowRoot!.querySelector('.waiting') !== null);
      expect(read(element.shadowRoot!, '[role="status"]')).to.equal('Loading…');
    });

    it('empty: asks for the first one, of an item and of requests', async () => {
      const { root } = await mountDeck(clientWith([]));
      expect(read(root, '.missing')).to.equal('No suggestions yet. What would make this better?');
      const requests = await mountTalk('collateral-suggestions');
      expect(read(requests.root, '.missing')).to.equal('No requests yet. What is missing?');
      expect(read(requests.root, 'h2')).to.equal('Requests for new content');
    });

    it('failed: says why and loads again when it is told to', async () => {
      const client = clientWith(details(1));
      client.readFailure = new CollateralError('network-failed', 'offline');
      const mounted = await mountDeck(client);
      expect(read(mounted.root, '.missing p')).to.equal('The server could not be reached.');
      client.readFailure = undefined;
      button(mounted.root, 'Try again').click();
      await shown(mounted.element);
      expect(bodies(mounted)).to.deep.equal(['Idea 1']);
    });

    it('content: and when asking again fails it stays, with a sentence', async () => {
      const mounted = await mountDeck(clientWith(details(2)));
      mounted.client.readFailure = new CollateralError('server-failed', 'down');
      mounted.client.news();
      mounted.timers.pass(300);
      await shown(mounted.element);
      expect(bodies(mounted)).to.deep.equal(['Idea 1', 'Idea 2']);
      expect(read(mounted.root, '.trouble')).to.contain('What you see may be old.');
    });

    it('and without a client says so after a while, and warns once with the fix', async () => {
      const stage = mount('<collateral-suggestions lang="en"></collateral-suggestions>');
      const element = stage.querySelector('collateral-suggestions')!;
      const timers = new ManualTimers();
      element.remove();
      element.startTimer = timers.start;
      stage.append(element);
      await until(() => element.shadowRoot!.querySelector('.waiting') !== null);
      const warnings = await catchWarnings(() => timers.pass(2_000));
      expect(warnings.join()).to.match(/no-client: A collateral-suggestions found no client.*<collateral-provider/);
      await element.updateComplete;
      expect(read(element.shadowRoot!, '.missing')).to.equal(
        'Nothing to show: this page is not connected to Collateral.',
      );
    });
  });

  it('read-only: shows everything, and nothing can be written', async () => {
    const { root } = await mountDeck(clientWith(details(1)), 'readonly');
    root.querySelector<HTMLButtonElement>('[data-open]')!.click();
    await until(() => root.querySelector('.thread p') !== null);
    expect(root.querySelectorAll('textarea, button.vote, .moves')).to.have.length(0);
  });

  it('shows what the page gives without a client: narrowed, sorted, opened', async () => {
    const list = [
      detailOf(idOf(1), { body: 'Few', supporters: 1, createdAt: '2026-06-03T09:00:00.000Z' }),
      detailOf(idOf(2), { body: 'Many', supporters: 9, replies: [replyOf(1, 'Yes')], replyCount: 1 }),
      detailOf(idOf(3), { body: 'Done', status: 'shipped' }),
    ];
    const mounted = await mountGiven('collateral-suggestions', given(list), 'collateral-id="deck-42" status="open"');
    expect(bodies(mounted)).to.deep.equal(['Many', 'Few']);
    mounted.element.sort = 'newest';
    await shown(mounted.element);
    expect(bodies(mounted)).to.deep.equal(['Few', 'Many']);
    mounted.root.querySelector<HTMLButtonElement>(`[data-open="${idOf(2)}"]`)!.click();
    await shown(mounted.element);
    expect(read(mounted.root, '.replies .text')).to.equal('Yes');
    expect(mounted.root.querySelectorAll('textarea, button.vote')).to.have.length(0);
  });

  it('names the item a request became, not its id', async () => {
    const shippedAs = { status: 'shipped', shippedVersion: 'deck-99', shippedTitle: 'Secure by design' } as const;
    const became = detailOf(idOf(1), { kind: 'request', collateralId: null, title: null, ...shippedAs });
    const { root } = await mountGiven('collateral-suggestions', given([became]));
    expect(read(root, '.card')).to.contain('in Secure by design').and.not.to.contain('deck-99');
  });

  it('breaks no rule of axe, closed and opened, empty and failed', async () => {
    const client = clientWith([
      detailOf(idOf(1), {
        place: { slide: 7 },
        overdueDays: 3,
        status: 'accepted',
        replies: [replyOf(1, 'Yes', true)],
        may: { vote: true, withdraw: true, hide: true, move: [{ to: 'accepted', requires: ['assignee', 'dueAt'] }] },
        assignees: [{ id: 'ann', name: 'Ann' }],
      }),
      ...details(3).slice(1),
    ]);
    const { root, element, timers } = await mountDeck(client);
    expect(await findViolations(element)).to.deep.equal([]);
    root.querySelector<HTMLButtonElement>('[data-open]')!.click();
    await shown(element);
    root.querySelector<HTMLButtonElement>('.moves .chip')!.click();
    typeInto(root.querySelector<HTMLTextAreaElement>('#suggest')!, 'Idea 2 again');
    timers.pass(350);
    await shown(element);
    button(root, 'Send reply').click();
    await shown(element);
    expect(await findViolations(element)).to.deep.equal([]);
    client.readFailure = new CollateralError('server-failed', 'down');
    element.collateralId = 'deck-43';
    await shown(element);
    expect(await findViolations(element)).to.deep.equal([]);
  });
});
