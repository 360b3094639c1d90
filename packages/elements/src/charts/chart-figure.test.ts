import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { findViolations } from '../testing/find-violations.fixture.js';
import { readAccessibilityTree, takePicture } from '../testing/look.fixture.js';
import { until } from '../testing/until.fixture.js';
import { lineView, mountChart, press } from './chart.fixture.js';

const readout = (root: ShadowRoot): string => root.querySelector('.readout')?.textContent.trim() ?? '';
const spoken = (root: ShadowRoot): string => root.querySelector('[role=status]')?.textContent.trim() ?? '';

async function open(root: ShadowRoot): Promise<void> {
  root.querySelector('details')!.open = true;
  await until(() => root.querySelector('table') !== null);
}

describe('a chart', () => {
  it('breaks no rule of axe, closed and open', async () => {
    const { root } = await mountChart(lineView([3, 5, 4]));
    expect(await findViolations(root.host)).to.deep.equal([]);
    await open(root);
    expect(await findViolations(root.host)).to.deep.equal([]);
  });

  it('case 36: is a figure with caption, sentence, and a table with the same numbers; axis text is not read', async function () {
    const { root } = await mountChart(lineView([3, null, 4.5]));
    await open(root);
    expect(root.querySelector('figure > figcaption')!.textContent).to.equal('Views');
    expect(root.querySelector('.summary')!.textContent).to.equal('From first to last.');
    const rows = [...root.querySelectorAll('tbody tr')].map((row) => row.textContent.replace(/\s+/g, ' ').trim());
    expect(rows).to.deep.equal(['Day 1 3', 'Day 2 Hidden', 'Day 3 4.5']);
    expect(root.querySelector('.note')!.textContent).to.contain('A plain count.');
    const tree = await readAccessibilityTree();
    if (!tree) return this.skip();
    expect(tree.find(({ role }) => role === 'figure')?.name).to.equal('Views');
    expect(tree.find(({ role }) => role === 'application')?.name).to.equal('Views. Arrow keys move.');
    expect(tree.some(({ name }) => name === '5')).to.equal(false);
    return undefined;
  });

  it('case 37: is one tab stop; arrows move a cursor, Escape takes it away, other keys stay the page’s', async () => {
    const { root } = await mountChart(lineView([3, 5, 4]));
    expect(root.querySelectorAll('.plot[tabindex="0"]')).to.have.length(1);
    expect(root.querySelectorAll('.plot [tabindex], .plot button, .plot a')).to.have.length(0);
    root.querySelector<HTMLElement>('.plot')!.focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(readout(root)).to.equal('Day 1 · Views 3');
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'End' });
    expect(readout(root)).to.equal('Day 3 · Views 4');
    expect(root.querySelectorAll('circle.cursor')).to.have.length(1);
    expect(press(root, 'Escape')).to.equal(false);
    expect([readout(root), root.querySelectorAll('.cursor').length]).to.deep.equal(['', 0]);
    expect([press(root, 'Escape'), press(root, 'Tab'), press(root, 'a'), press(root, 'Enter')]).to.deep.equal([
      true,
      true,
      true,
      true,
    ]);
  });

  it('case 37: speaks politely, and only of where the cursor rests', async () => {
    const { root, timers } = await mountChart(lineView([3, 5, 4]));
    press(root, 'ArrowRight');
    press(root, 'ArrowRight');
    expect(spoken(root)).to.equal('');
    expect(timers.count).to.equal(1);
    timers.pass(300);
    expect(spoken(root)).to.equal('Day 2 · Views 5');
    press(root, 'ArrowLeft');
    press(root, 'Escape');
    expect([timers.count, spoken(root)]).to.deep.equal([0, '']);
  });

  it('keeps the cursor on its row while the figures are told anew, and leaves it when they are others', async () => {
    const { root, show } = await mountChart(lineView([3, 5, 4]));
    press(root, 'End');
    await show(lineView([3, 5, 9]));
    expect(readout(root)).to.equal('Day 3 · Views 9');
    await show(lineView([3]));
    expect(readout(root)).to.equal('');
    press(root, 'End');
    await show({ ...lineView([3]), name: 'People' });
    expect(readout(root)).to.equal('');
  });

  it('case 39: two shadow roots deep the pointer finds the nearest point, however fast it moves', async () => {
    const values = Array.from({ length: 11 }, (_, index) => index);
    for (const dir of ['ltr', 'rtl']) {
      const { root } = await mountChart(lineView(values, { isSpark: true }), 408, dir);
      const plot = root.querySelector('.plot')!;
      const { left, top, width } = plot.getBoundingClientRect();
      const seen = [0, 8, 3, 10].map((index) => {
        const share = dir === 'ltr' ? index / 10 : 1 - index / 10;
        const clientX = left + 4 + share * (width - 8) + 3;
        plot.dispatchEvent(
          new PointerEvent('pointermove', { clientX, clientY: top + 20, bubbles: true, composed: true }),
        );
        return readout(root);
      });
      expect(seen).to.deep.equal(['Day 1 · Views 0', 'Day 9 · Views 8', 'Day 4 · Views 3', 'Day 11 · Views 10']);
      plot.dispatchEvent(new PointerEvent('pointerleave'));
      expect(readout(root)).to.equal('');
    }
  });

  it('hands on the row that is clicked, or that Enter is pressed on', async () => {
    const chosen: number[] = [];
    const { root } = await mountChart({ ...lineView([3, 5, 4]), onChoose: (row) => chosen.push(row) });
    press(root, 'End');
    expect(press(root, 'Enter')).to.equal(false);
    const plot = root.querySelector<HTMLElement>('.plot')!;
    const { left, top } = plot.getBoundingClientRect();
    plot.dispatchEvent(new PointerEvent('pointermove', { clientX: left + 44, clientY: top + 9 }));
    plot.click();
    expect(chosen).to.deep.equal([2, 0]);
  });

  it('moves from right to left with the left arrow where text does', async () => {
    const { root } = await mountChart(lineView([3, 5, 4]), 600, 'rtl');
    press(root, 'ArrowLeft');
    press(root, 'ArrowLeft');
    expect(readout(root)).to.equal('Day 2 · Views 5');
    const [first, last] = [...root.querySelectorAll('text.tick[text-anchor="start"], text.tick[text-anchor="end"]')];
    expect([first, last].every(Boolean)).to.equal(true);
  });

  it('draws again when its room changes', async () => {
    const { root } = await mountChart(lineView([3, 5, 4]));
    const before = root.querySelector('.line')!.getAttribute('d');
    root.querySelector<HTMLElement>('figure')!.style.width = '300px';
    // A page in the background draws no frame of its own accord.
    await takePicture({ x: 0, y: 0, width: 10, height: 10 });
    await until(() => root.querySelector('.line')!.getAttribute('d') !== before);
  });

  it('shows a long table a hundred rows at a time', async () => {
    const { root } = await mountChart(lineView(Array.from({ length: 250 }, (_, index) => index)));
    await open(root);
    expect(root.querySelectorAll('tbody tr')).to.have.length(100);
    root.querySelectorAll('button')[1]!.click();
    root.querySelectorAll('button')[1]!.click();
    expect(root.querySelector('.pager span')!.textContent).to.equal('201 to 250 of 250');
    expect(root.querySelectorAll('button')[1]!.disabled).to.equal(true);
  });
});
