import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { nothing, svg } from 'lit';
import type { ChartSize, Drawing, Spot } from './chart.js';
import { frameOf } from './frame.js';
import { shorten } from './shorten.js';

/** One bar. */
export interface Bar {
  readonly label: string;
  /** Null where nothing is known: no bar, only what is said of it. */
  readonly value: number | null;
  /** Stands at the end of the bar: the value as it is read, or why there is none. */
  readonly text: string;
}

/** How bars are drawn. */
export interface BarOptions {
  /** Short labels stand beside their bars, long ones above. */
  readonly labels: 'beside' | 'above';
}

const rowHeights = { beside: 30, above: 44 } as const;
const thickness = 16;
/** About the width of a letter; the engine cannot be asked before it has drawn. */
const letterWidth = 7.2;

/** Returns how high a drawing of so many bars is. */
export function barsHeight(count: number, { labels }: BarOptions): number {
  return Math.max(1, count) * rowHeights[labels] + 4;
}

/** Draws lying bars, one below the other. */
export function drawBars(bars: readonly Bar[], { labels }: BarOptions, size: ChartSize): Drawing {
  const isBeside = labels === 'beside';
  const longestText = Math.max(0, ...bars.map(({ text }) => text.length));
  const start = isBeside ? Math.max(0, ...bars.map(({ label }) => label.length)) * letterWidth + 12 : 0;
  const frame = frameOf(size, { top: 0, bottom: 0, start, end: longestText * letterWidth + 12 });
  const x = scaleLinear()
    .domain([0, Math.max(0, max(bars, ({ value }) => finite(value)) ?? 0) || 1])
    .range([frame.from, frame.to])
    .clamp(true);
  const toEnd = frame.isRtl ? -1 : 1;
  const lettersThatFit = Math.max(4, Math.floor(size.width / letterWidth) - 1);
  const spots: (Spot | null)[] = [];
  const picture = svg`${bars.map(({ label, value, text }, index) => {
    const top = index * rowHeights[labels] + (isBeside ? 7 : 22);
    const middle = top + thickness / 2;
    const end = x(finite(value) ?? 0);
    spots.push(value === null ? null : { x: end, y: middle });
    return svg`
      ${
        isBeside
          ? svg`<text class="label" x=${frame.from - 12 * toEnd} y=${middle} dy="0.35em" text-anchor="end">${label}</text>`
          : svg`<text class="label" x=${frame.from} y=${top - 6} text-anchor="start">${shorten(label, lettersThatFit)}</text>`
      }
      <line class="origin" x1=${frame.from} x2=${frame.from} y1=${top - 3} y2=${top + thickness + 3}></line>
      ${
        value === null
          ? nothing
          : svg`<rect class="bar" rx="2" x=${Math.min(frame.from, end)} y=${top} width=${Math.abs(end - frame.from)} height=${thickness}></rect>`
      }
      <text class="tick" x=${end + 8 * toEnd} y=${middle} dy="0.35em" text-anchor="start">${text}</text>`;
  })}`;
  return { picture, spots, nearness: 'y' };
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
