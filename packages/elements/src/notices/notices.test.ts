import { expect } from 'chai';
import type { Notice } from '@collateral/sdk/contract';
import { findViolations } from '../testing/find-violations.fixture.js';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import { idOf } from '../testing/in-memory-conversation.fixture.js';
import { mountGiven, mountTalk, shown } from '../testing/mount-conversation.fixture.js';
import { button, read, readAll } from '../testing/mount-insights.fixture.js';
import { until } from '../testing/until.fixture.js';

const fixed: Notice = {
  noticeId: 'notice-1',
  suggestionId: idOf(1),
  collateralId: 'deck-42',
  title: 'First-meeting deck',
  version: 'v3',
  body: 'outdated pricing',
  reason: null,
  answer: 'All prices are new.',
  because: 'rated',
  shippedAt: '2026-06-09T09:00:00.000Z',
};
const made: Notice = {
  ...fixed,
  noticeId: 'notice-2',
  collateralId: 'list-1',
  title: 'Price list',
  version: null,
  body: 'A price list',
  because: 'suggested',
  answer: null,
};

function clientWith(...notices: readonly Notice[]): InMemoryClient {
  const client = new InMemoryClient();
  client.noticesReply = { notices };
  return client;
}

describe('collateral-notices', () => {
  it('says what was fixed, what the receiver had to do with it, and asks to rate again', async () => {
    const { root } = await mountTalk(
      'collateral-notices',
      '',
      clientWith(fixed, made, { ...fixed, noticeId: 'n3', body: null, reason: 'outdated' }),
    );
    expect(readAll(root, 'article > .text:first-of-type, h3 + .text')).to.deep.equal([
      'v3 fixes “outdated pricing”, which you reported. Rate it again?',
      'Price list is here. It is for “A price list”, which you suggested.',
      'v3 fixes “Outdated”, which you reported. Rate it again?',
    ]);
    expect(read(root, 'article')).to.contain('Answer: All prices are new.');
  });

  it('leads the page to rate again', async () => {
    const { root, element } = await mountTalk('collateral-notices', '', clientWith(fixed));
    const chosen: string[] = [];
    element.addEventListener('collateral-select', ({ screen, collateralId }) =>
      chosen.push(`${screen} ${collateralId}`),
    );
    button(root, 'Rate it again').click();
    expect(chosen).to.deep.equal(['item deck-42']);
  });

  it('tells the next person what the one before has answered', async () => {
    const { root, element, client } = await mountTalk('collateral-notices', '', clientWith(fixed));
    button(root, 'Dismiss').click();
    client.deliver();
    await until(() => root.querySelector('article') === null);
    element.closest('collateral-provider')!.client = clientWith(fixed);
    await shown(element);
    expect(root.querySelectorAll('article')).to.have.length(1);
  });

  for (const [name, answer, thanks] of [
    ['Yes, it is fixed', 'confirmed', 'Thank you.'],
    ['Dismiss', 'dismissed', ''],
  ] as const) {
    it(`takes "${name}" as ${answer}, once, and the notice goes`, async () => {
      const { root, element, client, timers } = await mountTalk('collateral-notices', '', clientWith(fixed, made));
      const pressed = button(root, name);
      pressed.click();
      pressed.click();
      await shown(element);
      expect(client.written).to.have.length(1);
      expect(client.written[0]).to.include({
        type: 'notice-response',
        noticeId: 'notice-1',
        suggestionId: idOf(1),
        answer,
      });
      expect([root.querySelectorAll('article').length, read(root, '[role="status"]')]).to.deep.equal([1, thanks]);
      client.deliver();
      timers.pass(300);
      await shown(element);
      expect(root.querySelectorAll('article')).to.have.length(1);
    });
  }

  it('comes back when its answer was refused', async () => {
    const { root, element, client } = await mountTalk('collateral-notices', '', clientWith(fixed));
    button(root, 'Yes, it is fixed').click();
    await shown(element);
    client.signal('rejected', { id: client.writings.splice(0)[0]!.id, code: 'invalid-event', message: 'No.' });
    await shown(element);
    expect([root.querySelectorAll('article').length, read(root, '[role="status"]')]).to.deep.equal([1, '']);
  });

  it('can be kept from recording by the page', async () => {
    const { root, element, client } = await mountTalk('collateral-notices', '', clientWith(fixed));
    element.addEventListener('collateral-notice', (event) => event.preventDefault());
    button(root, 'Dismiss').click();
    await shown(element);
    expect([client.written.length, root.querySelectorAll('article').length]).to.deep.equal([0, 1]);
  });

  it('says when there is nothing new; beside an item it says nothing then', async () => {
    const { root } = await mountTalk('collateral-notices');
    expect(read(root, '.missing')).to.contain('Nothing new');
    document.body.replaceChildren();
    const client = clientWith(made);
    const stage = document.createElement('collateral-provider');
    const element = document.createElement('collateral-notices');
    element.collateralId = 'deck-42';
    stage.append(element);
    stage.client = client;
    document.body.append(stage);
    await until(() => client.reads.length > 0);
    await element.updateComplete;
    expect(element.shadowRoot!.textContent.trim()).to.equal('');
    client.noticesReply = { notices: [fixed, made] };
    element.refresh();
    await shown(element);
    expect(element.shadowRoot!.querySelectorAll('article, h2, h3')).to.have.length(
      1,
      'the page itself says which item it is',
    );
  });

  it('shows what the page gives without a client', async () => {
    const { root } = await mountGiven('collateral-notices', { notices: [fixed] });
    expect(readAll(root, 'button')).to.deep.equal(['Rate it again']);
  });

  it('breaks no rule of axe', async () => {
    const { element } = await mountTalk('collateral-notices', '', clientWith(fixed, made));
    expect(await findViolations(element)).to.deep.equal([]);
  });
});
