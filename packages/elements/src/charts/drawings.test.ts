import { expect } from 'chai';
import { html, render, type SVGTemplateResult } from 'lit';
import { mount } from '../testing/mount.fixture.js';
import type { ChartSize, Drawing } from './chart.js';
import { lineView, mountChart } from './chart.fixture.js';
import { barsHeight, drawBars } from './draw-bars.js';
import { drawLine } from './draw-line.js';
import { drawQuadrant, type Corner, type QuadrantMark } from './draw-quadrant.js';
import { markShapes, marksPath } from './marks.js';
import { nearestSpot } from './nearest-spot.js';

const size: ChartSize = { width: 600, height: 200, isRtl: false };
const write = (value: number): string => `${value}`;

/** The drawing as elements. */
function draw(picture: SVGTemplateResult): SVGElement {
  const stage = mount('<div></div>');
  render(html`<svg>${picture}</svg>`, stage);
  return stage.querySelector('svg')!;
}

/** Every number of a drawing is finite. */
function expectFinite(drawing: Drawing): void {
  const drawn = draw(drawing.picture);
  for (const each of drawn.querySelectorAll('*')) {
    for (const { name, value } of each.attributes)
      expect(value, `${each.localName} ${name}`).not.to.match(/NaN|Infinity|undefined/);
  }
  for (const spot of drawing.spots) if (spot) expect([spot.x, spot.y].every(Number.isFinite)).to.equal(true);
}

const series: Readonly<Record<string, readonly (number | null)[]>> = {
  'no points': [],
  'one point': [4],
  'equal values': [3, 3, 3],
  'only zeros': [0, 0],
  'negative values': [-3, 2, -8],
  'gaps at both ends': [null, 4, null, 5, null],
  'nothing but gaps': [null, null],
  'values that are no numbers': [NaN, Infinity, 4],
  '2000 points': Array.from({ length: 2_000 }, (_, index) => Math.sin(index / 50) * 1_000),
};

describe('drawings', () => {
  for (const [what, values] of Object.entries(series)) {
    it(`case 38: a line with ${what} has no number that is none, at any width and in both directions`, () => {
      const points = values.map((value, at) => ({
        at,
        value,
        interval: value === null ? null : ([value - 1, value + 1] as const),
        label: `${at}`,
      }));
      for (const width of [0, 12, 328, 1_200]) {
        for (const isRtl of [false, true]) {
          expectFinite(drawLine(points, { write }, { width, height: 200, isRtl }));
          expectFinite(drawLine(points, { write, isSpark: true, domain: [1, 5] }, { width, height: 44, isRtl }));
        }
      }
      expectFinite(
        drawBars(
          values.map((value) => ({ label: 'A', value, text: `${value}` })),
          { labels: 'above' },
          size,
        ),
      );
    });
  }

  it('case 38: with nothing to draw a chart says so and is no tab stop', async () => {
    for (const values of [[], [null, null]]) {
      const { root } = await mountChart(lineView(values));
      expect(root.querySelector('.nothing')!.textContent).to.equal('Nothing to draw.');
      expect(root.querySelectorAll('.plot')).to.have.length(0);
    }
  });

  it('beside a figure without a course there is nothing to miss, only how it was counted', async () => {
    const { root } = await mountChart({ ...lineView([]), isSmall: true });
    expect(root.querySelectorAll('.nothing, .plot, table')).to.have.length(0);
    expect(root.querySelector('summary')!.textContent).to.equal('How is this counted?');
  });

  it('breaks the line where nothing is known, and shows a point without neighbours as a dot', () => {
    const { picture } = drawLine(
      [1, 2, null, 3, null, 4, 5].map((value, at) => ({ at, value, label: '' })),
      { write, isSpark: true },
      size,
    );
    const drawn = draw(picture);
    expect(drawn.querySelector('.line')!.getAttribute('d')!.match(/M/g)).to.have.length(3);
    // The lonely one and the last.
    expect(drawn.querySelector('.dot')!.getAttribute('d')!.match(/M/g)).to.have.length(2);
  });

  it('begins the axis of a count at 0, and says no number twice', () => {
    const whole = (value: number): string => `${Math.round(value)}`;
    const { picture, spots } = drawLine([{ at: 0, value: 1, label: '' }], { write: whole }, size);
    const labels = [...draw(picture).querySelectorAll('.tick')].map(({ textContent }) => textContent).filter(Boolean);
    expect(labels).to.deep.equal([...new Set(labels)]);
    expect(labels).to.include('0');
    expect(spots[0]!.y).to.be.lessThan(20);
  });

  it('keeps fixed ends, so that courses can be compared', () => {
    const at = (value: number): number =>
      drawLine([{ at: 0, value, label: '' }], { write, domain: [1, 5], isSpark: true }, { ...size, height: 48 })
        .spots[0]!.y;
    expect([at(1), at(3), at(5), at(9)]).to.deep.equal([44, 24, 4, 4]);
  });

  it('runs from right to left where text does', () => {
    const points = [1, 2, 3].map((value, at) => ({ at, value, label: '' }));
    const places = (isRtl: boolean): number[] =>
      drawLine(points, { write, isSpark: true }, { ...size, isRtl }).spots.map((spot) => spot!.x);
    expect(places(true)).to.deep.equal([...places(false)].reverse());
  });

  it('draws 2000 items as a handful of elements, each in its part of the square', () => {
    const corners: readonly Corner[] = ['top-start', 'top-end', 'bottom-start', 'bottom-end'];
    const marks = Array.from({ length: 2_000 }, (_, index): QuadrantMark => {
      const use = (index % 100) / 99;
      const rating = index % 9 === 0 ? null : 1 + (index % 40) / 10;
      const corner = rating === null ? null : corners[(rating >= 4 ? 0 : 2) + (use > 0.5 ? 1 : 0)]!;
      return { use, rating, corner };
    });
    const names = { 'top-start': 'a', 'top-end': 'b', 'bottom-start': 'c', 'bottom-end': 'd' };
    const options = { target: 4, highest: 5, write, names, useLabels: ['low', 'high'], earlyLabel: 'early' } as const;
    const drawing = drawQuadrant(marks, options, { ...size, height: 440 });
    expectFinite(drawing);
    const drawn = draw(drawing.picture);
    expect(drawn.querySelectorAll('*').length).to.be.at.most(40);
    const early = drawing.spots.filter((_, index) => marks[index]!.rating === null);
    const placed = drawing.spots.filter((_, index) => marks[index]!.rating !== null);
    // Items without a score stand below all others, never among them.
    expect(Math.min(...early.map((spot) => spot!.y))).to.be.greaterThan(Math.max(...placed.map((spot) => spot!.y)));
  });

  it('case 40: tells groups apart by shape, not by colour alone', () => {
    const paths = markShapes.map((shape) => marksPath([{ x: 10, y: 10 }], shape));
    expect(new Set(paths).size).to.equal(4);
  });

  it('bars: a value that is hidden has no bar and says so, a label that is too long is cut', () => {
    const bars = [
      { label: 'A team with a name that is much longer than the room there is for it', value: 3, text: '3' },
      { label: 'Small', value: null, text: 'Hidden' },
    ];
    const drawn = draw(
      drawBars(bars, { labels: 'above' }, { width: 200, height: barsHeight(2, { labels: 'above' }), isRtl: false })
        .picture,
    );
    expect(drawn.querySelectorAll('rect')).to.have.length(1);
    const texts = [...drawn.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(texts[0]).to.match(/…$/);
    expect(texts).to.include('Hidden');
  });

  it('a pointer far from every point of the square is on none', () => {
    const drawing: Drawing = { picture: draw as never, spots: [{ x: 10, y: 10 }, null], nearness: 'both' };
    expect([
      nearestSpot(drawing, 14, 12),
      nearestSpot(drawing, 200, 10),
      nearestSpot({ ...drawing, spots: [] }, 1, 1),
    ]).to.deep.equal([0, undefined, undefined]);
  });
});
