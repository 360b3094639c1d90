import { expect } from 'chai';
import { emulate, takePicture } from '../testing/look.fixture.js';
import { mountData, shown } from '../testing/mount-insights.fixture.js';
import { everything, itemOf, itemsReply, ratingOf } from './insights.fixture.js';

afterEach(async () => {
  await emulate();
  document.documentElement.style.colorScheme = '';
  document.body.style.width = '';
});

/** The middle of what a picture has of a colour, as a share of its width; a colour is three numbers. */
function middleOf(picture: ImageData, colour: readonly number[]): number {
  const columns: number[] = [];
  for (let index = 0; index < picture.data.length; index += 4) {
    const isNear = colour.every((part, offset) => Math.abs(part - picture.data[index + offset]!) < 12);
    if (isNear) columns.push((index / 4) % picture.width);
  }
  return columns.reduce((sum, column) => sum + column, 0) / columns.length / picture.width;
}

describe('collateral-insights looks', () => {
  const rated = { ...itemsReply(1, 1), items: [itemOf(0, { rating: ratingOf(4, 60) })] };
  const looks: readonly [name: string, scheme: string, dir: string, colour: readonly number[]][] = [
    ['light', 'light', 'ltr', [180, 83, 9]],
    ['dark', 'dark', 'ltr', [242, 184, 75]],
    ['right to left', 'light', 'rtl', [180, 83, 9]],
  ];
  for (const [name, scheme, dir, colour] of looks) {
    it(`paints the mean of a rating at its place on the scale: ${name}`, async function () {
      document.documentElement.style.colorScheme = scheme;
      document.documentElement.dir = dir;
      const { root } = await mountData({ items: rated }, 'screen="items"');
      const cell = root.querySelector('td.rating')!;
      let middle = NaN;
      // On a busy machine the frame taken may be one from before the table was laid out.
      for (let tries = 0; Number.isNaN(middle) && tries < 20; tries += 1) {
        cell.scrollIntoView({ inline: 'center', block: 'center' });
        await new Promise(requestAnimationFrame);
        const { x, y, width, height } = cell.getBoundingClientRect();
        // Padding of 0.75rem on both sides is not part of the scale.
        const picture = await takePicture({ x: x + 12, y, width: width - 24, height });
        if (!picture) return this.skip();
        middle = middleOf(picture, colour);
      }
      expect(middle).to.be.closeTo(dir === 'rtl' ? 0.25 : 0.75, 0.02);
      return undefined;
    });
  }

  for (const screen of ['overview', 'items', 'quadrant', 'item']) {
    it(`fits ${screen} into 360 px, in both directions: only tables are pushed inside their own box`, async () => {
      document.body.style.width = '328px';
      for (const dir of ['ltr', 'rtl']) {
        document.documentElement.dir = dir;
        const { insights, root } = await mountData(everything, `screen="${screen}" collateral-id="item-0"`);
        for (const details of root.querySelectorAll('details')) details.open = true;
        await shown(insights);
        expect(root.querySelector('.base')!.scrollWidth).to.be.at.most(328);
        insights.remove();
      }
    });
  }

  it('draws from right to left where text does, and turns with it', async () => {
    const { insights, root } = await mountData(everything, 'screen="item" collateral-id="item-0"');
    const first = (): number => Number(/^M(-?[\d.]+)/.exec(root.querySelectorAll('.line')[1]!.getAttribute('d')!)![1]);
    const before = first();
    document.documentElement.dir = 'rtl';
    await new Promise((resolve) => setTimeout(resolve));
    await shown(insights);
    expect(first()).to.be.greaterThan(before + 100);
  });

  it('in forced colours paints and draws in the reader’s colour', async function () {
    if (!(await emulate({ 'forced-colors': 'active' }))) return this.skip();
    const { root } = await mountData({ items: rated }, 'screen="items"');
    const cell = root.querySelector('td.rating')!;
    const text = getComputedStyle(root.querySelector('.base')!).color;
    expect(getComputedStyle(cell, '::after').backgroundColor).to.equal(text);
    expect(getComputedStyle(root.querySelector('td.trend')!, '::after').backgroundColor).to.equal(text);
    return undefined;
  });

  it('nothing in it moves, and everything that can be pressed is at least 24 px high', async () => {
    const { root } = await mountData();
    for (const each of root.querySelectorAll('*')) {
      const { transitionDuration, animationName } = getComputedStyle(each);
      expect([transitionDuration, animationName]).to.deep.equal(['0s', 'none']);
    }
    for (const each of root.querySelectorAll('button, select, input, summary')) {
      expect(each.getBoundingClientRect().height, each.textContent).to.be.at.least(24);
    }
  });
});
