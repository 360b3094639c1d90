import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { CollateralRating } from './collateral-rating.js';
import { walkIdleMs } from './walk.js';
import { pressShiftTab } from '../testing/press-shift-tab.fixture.js';
import { readAccessibilityTree } from '../testing/look.fixture.js';
import { findViolations } from '../testing/find-violations.fixture.js';
import { middleOf, mountRating, radios, settle, textOf } from '../testing/mount.fixture.js';

/** The point that has the focus, 0 for none. */
const focusedPoint = (rating: CollateralRating): number =>
  radios(rating).indexOf(rating.shadowRoot!.activeElement as HTMLElement) + 1;

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
}

describe('collateral-rating by keyboard and pointer', () => {
  it('breaks no rule of axe while a point has the focus', async () => {
    const { rating } = await mountRating();
    rating.focus();
    expect(await findViolations(rating)).to.deep.equal([]);
  });

  it('case 2: the engine shows assistive technology a named group of five radios beside a button', async function () {
    await mountRating('clearable value="3"');
    const tree = await readAccessibilityTree();
    if (!tree) return this.skip();
    const group = tree.find(({ role }) => role === 'radiogroup');
    expect(group?.name).to.equal('Rate this deck');
    const points = tree.filter(({ role }) => role === 'radio');
    expect(points.map(({ name }) => name.slice(0, 1)).join('')).to.equal('12345');
    expect(points.map(({ properties }) => properties['checked'])).to.deep.equal([
      'false',
      'false',
      'true',
      'false',
      'false',
    ]);
    expect(tree.filter(({ role }) => role === 'button').map(({ name }) => name)).to.deep.equal(['Withdraw']);
    return undefined;
  });

  it('case 2: has five named radios that know their place, also beside a button', async () => {
    const { rating } = await mountRating('clearable value="3"');
    expect(
      radios(rating).map((radio) => [radio.ariaLabel, radio.ariaPosInSet, radio.ariaSetSize, radio.ariaChecked]),
    ).to.deep.equal([
      ["1, Can't use: wrong, outdated or off-message", '1', '5', 'false'],
      ['2, Weak: needed heavy rework', '2', '5', 'false'],
      ['3, OK: usable with edits', '3', '5', 'true'],
      ['4, Good: used as it is, it helped', '4', '5', 'false'],
      ['5, Excellent: moved the conversation', '5', '5', 'false'],
    ]);
    expect(textOf(rating, 'button')).to.equal('Withdraw');
  });

  it('case 24: one point has a tabindex of its own and none is a native radio, which Safari would skip', async () => {
    const { rating } = await mountRating();
    expect(rating.shadowRoot!.querySelectorAll('input, select').length).to.equal(0);
    expect(radios(rating).map((radio) => radio.getAttribute('tabindex'))).to.deep.equal(['0', '-1', '-1', '-1', '-1']);
    expect(rating.hasAttribute('tabindex')).to.equal(false);
    await press('Tab');
    expect(focusedPoint(rating)).to.equal(1);
  });

  it('case 1 and 24: Tab, with each engine’s default settings, lands on the first point of an unrated group, Shift+Tab from behind on the same', async () => {
    const { rating } = await mountRating();
    const behind = document.createElement('button');
    document.body.append(behind);
    await press('Tab');
    expect(focusedPoint(rating)).to.equal(1);
    await press('Tab');
    expect(document.activeElement).to.equal(behind);
    await pressShiftTab();
    expect(focusedPoint(rating)).to.equal(1);
  });

  it('case 1: Tab lands on the chosen point', async () => {
    const { rating } = await mountRating('value="4"');
    await press('Tab');
    expect(focusedPoint(rating)).to.equal(4);
  });

  it('case 3: Right and Down go on and wrap, Left and Up go back and wrap, Space checks and never unchecks', async () => {
    const { rating } = await mountRating();
    rating.focus();
    const walk: (number | null)[] = [];
    for (const key of [
      ' ',
      ' ',
      'ArrowRight',
      'ArrowDown',
      'End',
      'ArrowRight',
      'ArrowLeft',
      'ArrowUp',
      'Home',
      '3',
      '7',
    ]) {
      await press(key);
      walk.push(rating.value);
    }
    expect(walk).to.deep.equal([1, 1, 2, 3, 5, 1, 5, 4, 1, 3, 3]);
    expect(focusedPoint(rating)).to.equal(3);
  });

  it('leaves keys with a modifier to the browser', async () => {
    const { rating } = await mountRating('value="2"');
    rating.focus();
    const key = new KeyboardEvent('keydown', {
      key: '4',
      ctrlKey: true,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    radios(rating)[1]!.dispatchEvent(key);
    expect([rating.value, key.defaultPrevented]).to.deep.equal([2, false]);
  });

  it('case 8: a walk from 1 to 5 is five inputs and one rating, after a rest', async () => {
    const { rating, client, timers, fired } = await mountRating();
    rating.focus();
    await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    expect([client.rated, fired]).to.deep.equal([[], ['input', 'input', 'input', 'input', 'input']]);
    timers.pass(walkIdleMs);
    await settle(rating);
    expect(client.rated.map(({ value }) => value)).to.deep.equal([5]);
    expect(fired.filter((name) => name === 'change')).to.have.length(1);
  });

  it('case 8: leaving the group ends a walk', async () => {
    const { rating, client } = await mountRating();
    document.body.append(document.createElement('button'));
    rating.focus();
    await press('ArrowRight', 'Tab');
    await settle(rating);
    expect(client.rated.map(({ value }) => value)).to.deep.equal([2]);
  });

  it('case 8: a walk under way is not lost when the page goes away', async () => {
    const { rating, client } = await mountRating();
    rating.focus();
    await press('ArrowRight', 'ArrowRight');
    dispatchEvent(new Event('pagehide'));
    expect(client.rated.map(({ value }) => value)).to.deep.equal([3]);
  });

  it('case 8: a walk under way is not lost when the element is taken out', async () => {
    const { rating, client, timers } = await mountRating();
    rating.focus();
    await press('ArrowRight');
    rating.remove();
    expect([client.rated.map(({ value }) => value), timers.count]).to.deep.equal([[2], 0]);
  });

  it('case 9: focus alone never rates', async () => {
    const { rating, client, fired } = await mountRating();
    for (const radio of radios(rating)) radio.focus();
    rating.blur();
    await settle(rating);
    expect([rating.value, client.rated, fired]).to.deep.equal([null, [], []]);
  });

  it('case 10: choosing the current point again keeps it and fires nothing', async () => {
    const { rating, client, fired } = await mountRating('value="4"');
    radios(rating)[3]!.click();
    await settle(rating);
    expect([rating.value, client.rated, fired]).to.deep.equal([4, [], []]);
  });

  it('case 10: only the named button or Delete withdraws, and it can be undone', async () => {
    const { rating, client } = await mountRating('value="4" clearable');
    rating.focus();
    await press('Delete');
    await settle(rating);
    expect([rating.value, client.withdrawn]).to.deep.equal([null, [{ collateralId: 'deck-42' }]]);
    expect(textOf(rating, '[role="status"]')).to.contain('Rating withdrawn.');
    const button = rating.shadowRoot!.querySelector('button')!;
    expect(textOf(rating, 'button')).to.equal('Undo');
    button.click();
    await settle(rating);
    expect(client.rated.map(({ value }) => value)).to.deep.equal([4]);
    expect(rating.shadowRoot!.querySelector('button')).to.equal(button);
    button.click();
    await settle(rating);
    expect([rating.value, client.withdrawn.length]).to.deep.equal([null, 2]);
  });

  it('case 10: Delete does nothing unless clearable', async () => {
    const { rating, client } = await mountRating('value="4"');
    rating.focus();
    await press('Delete', 'Backspace');
    expect([rating.value, client.withdrawn]).to.deep.equal([4, []]);
  });

  for (const where of ['the page', 'an ancestor']) {
    it(`case 12: with dir=rtl on ${where} the left arrow goes on, and turns back when it is taken away`, async () => {
      const { rating } = await mountRating();
      const element = where === 'the page' ? document.documentElement : rating.closest('main')!;
      element.setAttribute('dir', 'rtl');
      rating.focus();
      await press('ArrowLeft', 'ArrowLeft');
      expect(rating.value).to.equal(3);
      const [first, last] = [radios(rating)[0]!, radios(rating)[4]!].map((radio) => radio.getBoundingClientRect().x);
      expect(first).to.be.greaterThan(last!);
      element.removeAttribute('dir');
      await press('ArrowLeft');
      expect(rating.value).to.equal(2);
    });
  }

  it('says in visible text what the focused point means', async () => {
    const { rating } = await mountRating();
    expect(textOf(rating, '.anchor')).to.equal("1 Can't use … 5 Excellent");
    await press('Tab', 'ArrowRight');
    await settle(rating);
    expect(textOf(rating, '.anchor')).to.equal('2 · Weak — needed heavy rework');
  });

  // Last, because the pointer stays where it is and would hover the next test's rating.
  it('says in visible text what the point under the pointer means, and does not rate yet', async () => {
    const { rating, client } = await mountRating();
    await sendMouse({ type: 'move', position: middleOf(radios(rating)[3]!) });
    await settle(rating);
    expect([textOf(rating, '.anchor'), rating.value]).to.deep.equal(['4 · Good — used as it is, it helped', null]);
    expect(client.rated).to.deep.equal([]);
  });
});
