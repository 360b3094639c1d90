import { expect } from 'chai';
import { suggestionMoves } from '@collateral/sdk/contract';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import { detailOf, idOf } from '../testing/in-memory-conversation.fixture.js';
import { readAccessibilityTree, type AccessibleNode } from '../testing/look.fixture.js';
import { mountTalk, shown, typeInto } from '../testing/mount-conversation.fixture.js';
import { button } from '../testing/mount-insights.fixture.js';

type Tag = 'collateral-suggestions' | 'collateral-inbox' | 'collateral-notices';

const body = 'Prices on slide 7 are old';
const ann = { id: 'ann', name: 'Ann Lee' };

function fullClient(): InMemoryClient {
  const client = new InMemoryClient();
  const may = { vote: true, withdraw: false, hide: true, move: suggestionMoves.new };
  client.details.set(
    idOf(1),
    detailOf(idOf(1), {
      body,
      place: { slide: 7 },
      supported: true,
      may,
      assignees: [ann, { id: 'bob', name: 'Bob Ray' }],
    }),
  );
  client.details.set(
    idOf(2),
    detailOf(idOf(2), { body: 'Shipped one', status: 'shipped', may: { ...may, vote: false } }),
  );
  client.noticesReply = {
    notices: [
      {
        noticeId: 'n',
        suggestionId: idOf(1),
        collateralId: 'deck-42',
        title: 'First-meeting deck',
        version: 'v3',
        body,
        reason: null,
        answer: null,
        because: 'supported',
        shippedAt: '2026-06-09T09:00:00.000Z',
      },
    ],
  };
  return client;
}

const mountFull = (tag: Tag): ReturnType<typeof mountTalk<Tag>> =>
  mountTalk(tag, tag === 'collateral-suggestions' ? 'collateral-id="deck-42"' : '', fullClient());

/** What assistive technology is told: roles and names, in whatever order the engine lists them. */
async function read(roles: readonly string[]): Promise<readonly string[] | false> {
  const tree = await readAccessibilityTree();
  return tree && tree.filter(({ role }) => roles.includes(role)).map(({ role, name }) => `${role} ${name}`);
}

async function nodeOf(role: string, name: string): Promise<AccessibleNode | undefined> {
  const tree = await readAccessibilityTree();
  return tree ? tree.find((node) => node.role === role && node.name === name) : undefined;
}

describe('what assistive technology is told of suggestions, inbox and notices', () => {
  it('a list: heading, form, filters, and each suggestion by its words with what can be done', async function () {
    await mountFull('collateral-suggestions');
    const told = await read(['heading', 'textbox', 'combobox', 'article', 'button']);
    if (!told) return this.skip();
    expect(told).to.have.members([
      'heading Suggestions',
      'textbox Suggest an improvement',
      'button Send',
      'combobox Status',
      'combobox Sort by',
      `article ${body}`,
      'button Support this, 3 supporters',
      'button slide 7',
      'button Details',
      'article Shipped one',
      'button Details',
    ]);
    expect((await nodeOf('button', 'Support this, 3 supporters'))?.properties['pressed']).to.equal('true');
    expect((await nodeOf('textbox', 'Suggest an improvement'))?.properties['multiline']).to.equal(true);
    return undefined;
  });

  it('an opened one: that it is open, its replies, and a form that is named by the decision', async function () {
    const { root, element } = await mountFull('collateral-inbox');
    root.querySelector<HTMLButtonElement>('[data-open]')!.click();
    await shown(element);
    button(root, 'Accept').click();
    await shown(element);
    const form = await nodeOf('form', 'Accept');
    if (!(await readAccessibilityTree())) return this.skip();
    expect(form).not.to.equal(undefined);
    expect((await nodeOf('button', 'Close'))?.properties['expanded']).to.equal(true);
    expect(await read(['textbox', 'combobox', 'Date'])).to.deep.equal([
      'combobox Who will do it',
      'Date Promised for',
      'textbox Reason',
      'textbox Reply',
    ]);
    return undefined;
  });

  it('an error: the field is invalid, has the focus, and the sentence is its description', async function () {
    const { root, element } = await mountFull('collateral-suggestions');
    typeInto(root.querySelector<HTMLTextAreaElement>('#suggest')!, '   ');
    button(root, 'Send').click();
    await shown(element);
    const field = await nodeOf('textbox', 'Suggest an improvement');
    if (!field) return this.skip();
    expect(field.properties['invalid']).to.equal('true');
    expect(field.properties['focused']).to.equal(true);
    expect(await read(['alert'])).to.have.length.above(0);
    return undefined;
  });

  it('the inbox: its parts are a named navigation, and the one shown is the current one', async function () {
    await mountFull('collateral-inbox');
    const told = await read(['navigation', 'article']);
    if (!told) return this.skip();
    expect(told).to.deep.equal(['navigation Inbox', `article ${body}`]);
    const [summary] = (await read(['status'])) || [];
    expect(summary).to.match(/^status/);
    return undefined;
  });

  it('notices: a heading for each item and what can be answered', async function () {
    await mountFull('collateral-notices');
    const told = await read(['heading', 'article', 'button']);
    if (!told) return this.skip();
    expect(told).to.have.members([
      'heading News for you',
      `article v3 fixes “${body}”, which you supported. Rate it again?`,
      'heading First-meeting deck',
      'button Rate it again',
      'button Yes, it is fixed',
      'button Dismiss',
    ]);
    return undefined;
  });
});
