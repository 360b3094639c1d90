import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { findViolations } from '../testing/find-violations.fixture.js';
import { emulate } from '../testing/look.fixture.js';
import { mountGiven, mountTalk, shown } from '../testing/mount-conversation.fixture.js';
import { emptyCard, westCard } from './scorecard.fixture.js';

const tag = 'collateral-scorecard';

describe('collateral-scorecard looks', () => {
  afterEach(async () => {
    await emulate();
    document.documentElement.style.colorScheme = '';
    document.documentElement.style.background = '';
    document.body.style.width = '';
  });

  for (const scheme of ['light', 'dark']) {
    it(`breaks no rule of axe: ${scheme}`, async () => {
      document.documentElement.style.colorScheme = scheme;
      document.documentElement.style.background = scheme === 'dark' ? '#1b1e23' : '#ffffff';
      const { element, root } = await mountGiven(tag, westCard);
      for (const details of root.querySelectorAll('details')) details.open = true;
      await shown(element);
      expect(await findViolations(element)).to.deep.equal([]);
    });
  }

  it('breaks no rule of axe without figures and without an answer', async () => {
    const { element } = await mountGiven(tag, emptyCard);
    expect(await findViolations(element)).to.deep.equal([]);
    const { element: failed } = await mountTalk(tag);
    expect(await findViolations(failed)).to.deep.equal([]);
  });

  it('fits into 360 px, in both directions', async () => {
    document.body.style.width = '328px';
    for (const dir of ['ltr', 'rtl']) {
      document.documentElement.dir = dir;
      const { element, root } = await mountGiven(tag, westCard);
      for (const details of root.querySelectorAll('details')) details.open = true;
      await shown(element);
      expect(root.querySelector('.base')!.scrollWidth).to.be.at.most(328);
      element.remove();
    }
  });

  it('turns its drawings with the direction of the text', async () => {
    document.documentElement.dir = 'rtl';
    const { root } = await mountGiven(tag, westCard);
    const middleOf = (selector: string): number => {
      const { x, width } = root.querySelector(`[data-measure="P1"] ${selector}`)!.getBoundingClientRect();
      return x + width / 2;
    };
    expect(middleOf('.dot')).to.be.lessThan(middleOf('.range svg'));
  });

  it('leaves English sentences readable where text runs from right to left', async () => {
    const { root } = await mountGiven(tag, westCard, 'lang="he" dir="rtl"');
    const line = root.querySelector('[data-measure="P1"] .detail')!;
    const text = document.createTreeWalker(line, NodeFilter.SHOW_TEXT).nextNode()!;
    const placeOf = (word: string): number => {
      const range = document.createRange();
      const at = text.textContent!.indexOf(word);
      range.setStart(text, at);
      range.setEnd(text, at + word.length);
      return range.getBoundingClientRect().x;
    };
    expect(placeOf('60')).to.be.lessThan(placeOf('of'));
    expect(placeOf('of')).to.be.lessThan(placeOf('64'));
  });

  it('in forced colours draws in the reader’s colour', async function () {
    if (!(await emulate({ 'forced-colors': 'active' }))) return this.skip();
    const { root } = await mountGiven(tag, westCard);
    const text = getComputedStyle(root.querySelector('.base')!).color;
    const { fill } = getComputedStyle(root.querySelector('.range .dot')!);
    const { stroke } = getComputedStyle(root.querySelector('.goal')!);
    expect([fill, stroke]).to.deep.equal([text, text]);
    return undefined;
  });

  it('nothing in it moves, and everything that can be pressed is at least 24 px high', async () => {
    const { root } = await mountGiven(tag, westCard);
    for (const each of root.querySelectorAll('*')) {
      const { transitionDuration, animationName } = getComputedStyle(each);
      expect([transitionDuration, animationName]).to.deep.equal(['0s', 'none']);
    }
    for (const each of root.querySelectorAll('button, summary')) {
      expect(each.getBoundingClientRect().height, each.textContent).to.be.at.least(24);
    }
  });

  it('leads by keyboard through a measure: its course, how it is counted, what is behind it', async () => {
    const { root, element } = await mountGiven(tag, westCard);
    const chosen: string[] = [];
    element.addEventListener('collateral-select', ({ measure }) => chosen.push(measure));
    const focused = (): string => root.activeElement!.getAttribute('class') ?? root.activeElement!.localName;
    const stops: string[] = [];
    // The first stop is the file to download.
    for (const _ of [1, 2, 3, 4]) {
      await sendKeys({ press: 'Tab' });
      stops.push(focused());
    }
    expect(stops).to.deep.equal(['plain', 'plot', 'summary', 'plain']);
    await sendKeys({ press: 'Enter' });
    expect(chosen).to.deep.equal(['P1']);
  });
});
