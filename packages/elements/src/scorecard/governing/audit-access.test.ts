import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { InMemoryClient } from '../../testing/in-memory-client.fixture.js';
import { readAccessibilityTree } from '../../testing/look.fixture.js';
import { mountTalk, shown, type MountedConversation } from '../../testing/mount-conversation.fixture.js';
import { button, readAll } from '../../testing/mount-insights.fixture.js';
import { until } from '../../testing/until.fixture.js';
import { changes } from './governing.fixture.js';

const tag = 'collateral-scorecard';

async function mountAudit(
  answer: InMemoryClient['answerAudit'] = () => ({ entries: changes }),
): Promise<MountedConversation<typeof tag>> {
  const client = new InMemoryClient();
  client.answerAudit = answer;
  const mounted = await mountTalk(tag, 'screen="audit"', client);
  await until(() => mounted.root.querySelector('h2')?.textContent === 'Audit trail');
  await shown(mounted.element);
  return mounted;
}

describe('the audit trail for everybody', () => {
  it('is a heading, a named choice, a button and a list, and says how many changes there are', async function () {
    await mountAudit();
    const tree = await readAccessibilityTree();
    if (tree === false) return this.skip();
    const names = (role: string): string[] => tree.filter((node) => node.role === role).map(({ name }) => name);
    expect(names('heading')).to.deep.equal(['Audit trail']);
    expect(names('combobox')).to.deep.equal(['Show']);
    expect(names('button')).to.include('Download CSV');
    // Each change is one entry; what else it changed is a list inside.
    expect(names('listitem').length).to.be.at.least(changes.length);
    expect(tree.some(({ role }) => role === 'status')).to.equal(true);
    expect(tree.some(({ name }) => name.includes('Bo Boss changed a target for Sales, West'))).to.equal(true);
  });

  it('is read, narrowed and read on with the keyboard alone', async () => {
    const { element, root, client } = await mountAudit(({ cursor, type }) =>
      cursor === undefined && type === undefined
        ? { entries: Array.from({ length: 50 }, (_, index) => ({ ...changes[0]!, id: `${index}` })), nextCursor: '50' }
        : { entries: changes.slice(0, 2) },
    );
    root.querySelector<HTMLElement>('[data-download]')!.focus();
    await sendKeys({ press: 'Tab' });
    expect(root.activeElement?.localName).to.equal('select');
    while (root.activeElement?.hasAttribute('data-more') !== true) await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await until(() => readAll(root, '.deed').length === 52);
    await shown(element);
    const select = root.querySelector('select')!;
    select.focus();
    await sendKeys({ type: 'Ta' });
    await until(() => select.value === 'target');
    if (client.auditQueries.at(-1)?.type === undefined) await sendKeys({ press: 'Enter' });
    await until(() => readAll(root, '.deed').length === 2);
    expect(client.auditQueries.at(-1)).to.deep.equal({ type: 'target', limit: 50 });
  });

  it('is a CSV of what was read: who, what, why, and no formula', async () => {
    const { element, root } = await mountAudit(() => ({
      entries: [{ ...changes[0]!, reason: '=1+1' }, ...changes.slice(1)],
    }));
    const lines = element.toCSV().trimEnd().split('\r\n');
    expect(lines.length).to.equal(changes.length + 1);
    expect(lines[0]).to.equal('at,type,by,role,about,id,name,what,changes,reason');
    expect(lines[1]).to.contain('2026-06-02T09:00:00.000Z,target,Bo Boss,manager,team,west,"Sales, West",');
    expect(lines[1]).to.contain('"Bo Boss changed a target for Sales, West: Answered in time, at least 75%."');
    expect(lines[1]).to.match(/,'=1\+1$/);
    expect(button(root, 'Download CSV').part.contains('button')).to.equal(true);
    const { element: empty, root: emptyRoot } = await mountAudit(() => ({ entries: [] }));
    expect([empty.toCSV(), emptyRoot.querySelector('[data-download]')]).to.deep.equal(['', null]);
  });
});
