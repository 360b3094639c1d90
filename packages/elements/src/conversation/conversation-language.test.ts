import { expect } from 'chai';
import { addStrings } from '../shared/strings-for.js';
import type { ConversationStrings } from '../shared/conversation-strings.js';
import { findViolations } from '../testing/find-violations.fixture.js';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import { detailOf, idOf } from '../testing/in-memory-conversation.fixture.js';
import { mountTalk, shown, type MountedConversation } from '../testing/mount-conversation.fixture.js';
import { read } from '../testing/mount-insights.fixture.js';
import { until } from '../testing/until.fixture.js';
import { englishConversation } from './english-conversation.js';
import { englishOpened } from './english-opened.js';

const english: ConversationStrings = { ...englishConversation, ...englishOpened };
const codes = ['ar', 'de', 'es', 'fr', 'it', 'ja', 'nl', 'pt'];
const tags = ['collateral-suggestions', 'collateral-inbox', 'collateral-notices'] as const;

/** The names of all sentences, also of those inside others. */
function namesOf(words: object, before = ''): string[] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? namesOf(value, `${before}${name}.`) : [`${before}${name}`],
  );
}

/** What a sentence says, whatever it needs. */
function say(words: object, path: string): string {
  let value: unknown = words;
  for (const name of path.split('.')) value = Reflect.get(value as object, name);
  return typeof value === 'function'
    ? String((value as (...parts: unknown[]) => unknown)(3, '3', '4', '5'))
    : String(value);
}

async function speak(code: string): Promise<ConversationStrings> {
  return ((await import(`./languages/${code}.js`)) as { strings: ConversationStrings }).strings;
}

/** Mounts one with an opened suggestion of another script. */
async function mountOpened(
  tag: (typeof tags)[number],
  language: string,
): Promise<MountedConversation<(typeof tags)[number]>> {
  const client = new InMemoryClient();
  client.details.set(
    idOf(1),
    detailOf(idOf(1), {
      status: 'accepted',
      assignee: { id: 'ann', name: 'Ann Lee' },
      dueAt: '2026-06-08',
      overdueDays: 2,
      place: { slide: 7, second: 75 },
      history: [
        {
          type: 'transition',
          at: '2026-06-02T09:00:00.000Z',
          by: { name: 'Ann Lee', role: 'producer', mine: false },
          from: 'new',
          to: 'accepted',
          reason: 'Next deck',
        },
      ],
    }),
  );
  const mounted = await mountTalk(
    tag,
    tag === 'collateral-suggestions' ? 'collateral-id="deck-42"' : '',
    client,
    language,
  );
  mounted.root.querySelector<HTMLButtonElement>('[data-open]')?.click();
  await shown(mounted.element);
  const { suggestions, inbox, notices } = await speak(language.slice(0, 2));
  const headings = { 'collateral-suggestions': suggestions, 'collateral-inbox': inbox, 'collateral-notices': notices };
  await until(() => read(mounted.root, 'h2') === headings[tag]);
  return mounted;
}

describe('suggestions, inbox and notices follow the language', () => {
  for (const code of codes) {
    it(`is whole in ${code}: every sentence, and none left in English`, async () => {
      const strings = await speak(code);
      const names = namesOf(english);
      expect(namesOf(strings).sort()).to.deep.equal([...names].sort());
      for (const name of names) expect(say(strings, name), name).to.match(/\S/).and.not.contain('undefined');
      const same = names.filter((name) => say(strings, name) === say(english, name));
      // Words like "Version" and patterns like "3, 4" are the same in several languages; an eighth is not left over.
      expect(same.length, same.join()).to.be.below(names.length / 8);
    });
  }

  for (const tag of tags) {
    it(`${tag} speaks German once its file is there, and breaks no rule of axe`, async () => {
      const { element, root } = await mountOpened(tag, 'de-AT');
      expect(root.textContent).not.to.match(/\b(by|due|with|replies|Close|Status:|overdue|Withdraw|Reason|Nothing)\b/);
      expect(await findViolations(element)).to.deep.equal([]);
    });
  }

  it('writes numbers, days and moments as the readers of the language do', async () => {
    const { root } = await mountOpened('collateral-suggestions', 'de');
    expect(read(root, '.chips > .small')).to.contain('1. Juni 2026').and.contain('bei Ann Lee');
    expect(read(root, '.late')).to.equal('seit 2 Tagen überfällig');
    expect(read(root, '[part="place"]')).to.equal('Folie 7 · bei 1:15');
    expect(read(root, '.history')).to.equal('2. Juni 2026: Angenommen (Ann Lee) · Begründung: Next deck');
  });

  const forms: readonly (readonly [count: number, supporters: string, overdue: string])[] = [
    [0, 'لا مؤيدين', 'متأخر منذ 0 يوم'],
    [1, 'مؤيد واحد', 'متأخر منذ يوم واحد'],
    [2, 'مؤيدان', 'متأخر منذ يومين'],
    [3, '3 مؤيدين', 'متأخر منذ 3 أيام'],
    [11, '11 مؤيدًا', 'متأخر منذ 11 يومًا'],
    [100, '100 مؤيد', 'متأخر منذ 100 يوم'],
  ];
  for (const [count, supporters, overdue] of forms) {
    it(`has the Arabic form of ${count}`, async () => {
      const strings = await speak('ar');
      expect(strings.supporters(count, `${count}`)).to.equal(supporters);
      expect(strings.overdue(count, `${count}`)).to.equal(overdue);
    });
  }

  it('keeps names of another script from turning an Arabic sentence', async () => {
    document.documentElement.dir = 'rtl';
    const { root } = await mountOpened('collateral-suggestions', 'ar');
    expect(getComputedStyle(root.querySelector('.base')!).direction).to.equal('rtl');
    expect(root.querySelector('.chips > .small')!.textContent).to.contain('\u2068Sam Ode\u2069');
  });

  it('says what the page would rather have said', async () => {
    addStrings('nl', { suggest: 'Zeg het maar' });
    const { root } = await mountOpened('collateral-suggestions', 'nl');
    expect(read(root, '[for="suggest"]')).to.equal('Zeg het maar');
    addStrings('nl', { suggest: (await speak('nl')).suggest });
  });

  it('is English again, and in a language nobody has written', async () => {
    const { element, root } = await mountOpened('collateral-inbox', 'fr');
    element.lang = 'tlh';
    await until(() => read(root, 'h2') === 'Inbox');
  });

  it('tells the page in the language of the element that a list failed', async () => {
    const { element, client } = await mountOpened('collateral-inbox', 'de');
    const told: string[] = [];
    element.addEventListener('collateral-status', ({ message }) => told.push(message));
    client.readFailure = new TypeError('offline');
    element.refresh();
    await until(() => told.includes('Es konnte nicht geladen werden.'));
  });

  for (const tag of tags) {
    it(`${tag} fits into 360 px in every language`, async () => {
      document.body.style.width = '328px';
      for (const code of codes) {
        document.documentElement.dir = code === 'ar' ? 'rtl' : 'ltr';
        const { root, element } = await mountOpened(tag, code);
        expect(root.querySelector('.base')!.scrollWidth, code).to.be.at.most(328);
        element.remove();
      }
      document.body.style.width = '';
    });
  }
});
