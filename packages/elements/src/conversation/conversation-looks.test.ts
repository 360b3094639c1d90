import { expect } from 'chai';
import { suggestionMoves, type SuggestionDetail } from '@collateral/sdk/contract';
import { findViolations } from '../testing/find-violations.fixture.js';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import { detailOf, idOf } from '../testing/in-memory-conversation.fixture.js';
import { emulate } from '../testing/look.fixture.js';
import { mountTalk, shown, type MountedConversation } from '../testing/mount-conversation.fixture.js';

type Tag = 'collateral-suggestions' | 'collateral-inbox' | 'collateral-notices';

afterEach(async () => {
  await emulate();
  document.documentElement.style.colorScheme = '';
  document.body.style.width = '';
  document.documentElement.style.background = '';
});

const long = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(4);
const ann = { id: 'ann', name: `Ann ${long}` };

/** Mounts an element with everything it can show, opened. */
async function mountFull(tag: Tag): Promise<MountedConversation<Tag>> {
  const client = new InMemoryClient();
  const detail: SuggestionDetail = detailOf(idOf(1), {
    body: `A long one: ${long} https://intranet.example/${long}`,
    title: long,
    place: { slide: 7, quote: long },
    status: 'accepted',
    assignee: ann,
    dueAt: '2026-06-08',
    overdueDays: 12,
    supported: true,
    may: { vote: true, withdraw: true, hide: true, move: suggestionMoves.accepted },
    assignees: [ann],
    replies: [
      {
        replyId: idOf(100),
        body: long,
        author: { name: long, team: long, mine: false },
        fromOwner: true,
        createdAt: '2026-06-02T09:00:00.000Z',
        hidden: { reason: long },
      },
    ],
  });
  client.details.set(idOf(1), detail);
  client.details.set(idOf(2), detailOf(idOf(2), { status: 'shipped' }));
  client.frame = { ...client.frame, gaps: [{ query: long, searches: 31 }] };
  client.noticesReply = {
    notices: [
      {
        noticeId: 'n',
        suggestionId: idOf(1),
        collateralId: 'deck-42',
        title: long,
        version: 'v3',
        body: long,
        reason: null,
        answer: long,
        because: 'rated',
        shippedAt: '2026-06-09T09:00:00.000Z',
      },
    ],
  };
  const mounted = await mountTalk(tag, tag === 'collateral-suggestions' ? 'collateral-id="deck-42"' : '', client);
  const { root, element } = mounted;
  root.querySelector<HTMLButtonElement>('[data-open]')?.click();
  await shown(element);
  [...root.querySelectorAll<HTMLButtonElement>('.moves .chip')]
    .find((each) => each.textContent.trim() === 'Change promise')
    ?.click();
  await shown(element);
  return mounted;
}

const tags: readonly Tag[] = ['collateral-suggestions', 'collateral-inbox', 'collateral-notices'];

for (const tag of tags) {
  describe(`${tag} looks`, () => {
    it('fits into 360 px, in both directions, with words that never end', async () => {
      document.body.style.width = '328px';
      for (const dir of ['ltr', 'rtl']) {
        document.documentElement.dir = dir;
        const { root, element } = await mountFull(tag);
        const wide = [...root.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().width > 328);
        expect(
          wide.map((each) => `${each.localName}.${each.className} ${each.textContent.slice(0, 20)}`),
        ).to.deep.equal([]);
        expect(root.querySelector('.base')!.scrollWidth).to.be.at.most(328);
        element.remove();
      }
    });

    it('has enough contrast in the dark, and breaks no other rule of axe', async () => {
      document.documentElement.style.colorScheme = 'dark';
      document.documentElement.style.background = '#1b1e23';
      const { element } = await mountFull(tag);
      expect(await findViolations(element)).to.deep.equal([]);
    });

    it('nothing in it moves, and everything that can be pressed is at least 24 px high', async () => {
      const { root } = await mountFull(tag);
      for (const each of root.querySelectorAll('*')) {
        const { transitionDuration, animationName } = getComputedStyle(each);
        expect([transitionDuration, animationName]).to.deep.equal(['0s', 'none']);
      }
      const pressed = [...root.querySelectorAll('button, select, input')];
      expect(pressed).not.to.have.length(0);
      for (const each of pressed) {
        expect(each.getBoundingClientRect().height, each.textContent).to.be.at.least(24);
      }
    });

    it('is not broken by what a page sets for everything in it', async () => {
      const sheet = document.createElement('style');
      sheet.textContent =
        '* { text-transform: uppercase; letter-spacing: 1em; text-align: end } button { display: none }';
      document.head.append(sheet);
      const { root } = await mountFull(tag);
      const { textTransform, letterSpacing } = getComputedStyle(root.querySelector('.base')!);
      const shownButtons = [...root.querySelectorAll('button')].filter((each) => each.getClientRects().length > 0);
      sheet.remove();
      expect([textTransform, letterSpacing]).to.deep.equal(['none', 'normal']);
      expect(shownButtons).not.to.have.length(0);
    });
  });
}

// Last, because an engine is slow to give its own colours back.
describe('in forced colours', () => {
  for (const tag of tags) {
    it(`${tag} shows what is pressed and where the focus is`, async function () {
      if (!(await emulate({ 'forced-colors': 'active' }))) return this.skip();
      const { root } = await mountFull(tag);
      const buttons = [...root.querySelectorAll<HTMLElement>('button')];
      for (const each of buttons.slice(0, 4)) {
        each.focus();
        expect(each.matches(':focus')).to.equal(true);
      }
      const pressed = root.querySelector('[aria-pressed="true"], [aria-current]');
      if (pressed) {
        const other = root.querySelector('[aria-pressed="false"], .plain')!;
        expect(getComputedStyle(pressed).backgroundColor).not.to.equal(getComputedStyle(other).backgroundColor);
      }
      return undefined;
    });
  }
});
