import { scaleLinear } from 'd3-scale';
import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { ChartSize, Drawing, Spot } from './chart.js';
import { frameOf, renderTicks, type Frame, type TickLabel } from './frame.js';
import { shorten } from './shorten.js';

/** Where one of several likely is. */
export interface IntervalRow {
  readonly label: string;
  /** Null where nothing is known: no bar, only what is said of it. */
  readonly value: number | null;
  readonly interval: readonly [low: number, high: number] | null;
  /** What it is held against. */
  readonly target: number | null;
  /** The same in words. */
  readonly text: string;
}

/** How they are drawn. */
export interface IntervalOptions {
  /** The ends of the axis, which all share. */
  readonly domain: readonly [low: number, high: number];
  /** Writes a value at the axis. */
  readonly write: (value: number) => string;
}

/** About the width of a letter; the engine cannot be asked before it has drawn. */
const letterWidth = 7;
const axisHeight = 26;
/** From this width on name, bar and words stand side by side. */
const wideFrom = 620;

/** Returns how high a drawing of so many rows is. */
export function intervalsHeight(count: number, width: number): number {
  return Math.max(1, count) * rowHeight(width) + 2 * axisHeight;
}

/** Draws intervals one below the other on one axis, each against its target. */
export function drawIntervals(
  rows: readonly IntervalRow[],
  { domain, write }: IntervalOptions,
  size: ChartSize,
): Drawing {
  const isWide = size.width >= wideFrom;
  const letters = (texts: readonly string[], most: number): number =>
    Math.min(most, Math.max(0, ...texts.map(({ length }) => length)) * letterWidth + 16);
  const start = isWide
    ? letters(
        rows.map(({ label }) => label),
        size.width * 0.28,
      )
    : 8;
  const end = isWide
    ? letters(
        rows.map(({ text }) => text),
        size.width * 0.4,
      )
    : 8;
  const frame = frameOf(size, { top: axisHeight, bottom: axisHeight, start, end });
  const x = scaleLinear().domain(domain).range([frame.from, frame.to]).clamp(true);
  const ticks = x.ticks(isWide ? 5 : 3).map((value) => ({ x: x(value), label: write(value) }));
  const spots: (Spot | null)[] = [];
  const drawn = rows.map((row, index) => {
    const top = axisHeight + index * rowHeight(size.width);
    const middle = top + (isWide ? rowHeight(size.width) / 2 : 48);
    const value = finite(row.value);
    spots.push(value === null ? null : { x: x(value), y: middle });
    return svg`
      ${isWide ? besideBar(row, frame, size, middle) : [drawGrid(ticks, middle - 9, middle + 9), aboveBar(row, frame, size, top)]}
      ${value === null ? nothing : drawRow({ ...row, value }, x, middle)}`;
  });
  const picture = svg`
    ${isWide ? drawGrid(ticks, frame.top, frame.bottom) : nothing}
    ${renderTicks({ ...frame, bottom: frame.top - 24 }, ticks)}
    ${drawn}
    ${renderTicks(frame, ticks)}`;
  return { picture, spots, nearness: 'y' };
}

/** Lines across words would be read with them. */
function drawGrid(ticks: readonly TickLabel[], from: number, to: number): SVGTemplateResult {
  return svg`${ticks.map(({ x }) => svg`<line class="grid" x1=${x} x2=${x} y1=${from} y2=${to}></line>`)}`;
}

function rowHeight(width: number): number {
  return width >= wideFrom ? 34 : 62;
}

function drawRow(
  { value, interval, target }: IntervalRow & { readonly value: number },
  x: (value: number) => number,
  middle: number,
): SVGTemplateResult {
  const ends = interval?.every(Number.isFinite) ? interval.map(x) : null;
  const left = ends ? Math.min(...ends) : 0;
  const length = ends ? Math.max(2, Math.max(...ends) - left) : 0;
  return svg`
    ${ends ? svg`<rect class="likely" x=${left} width=${length} y=${middle - 6} height="12" rx="3"></rect>` : nothing}
    ${target === null ? nothing : svg`<line class="goal" x1=${x(target)} x2=${x(target)} y1=${middle - 11} y2=${middle + 11}></line>`}
    <circle class="dot" cx=${x(value)} cy=${middle} r="4.5"></circle>`;
}

function besideBar({ label, text }: IntervalRow, frame: Frame, { width }: ChartSize, y: number): SVGTemplateResult {
  const [first, last] = frame.isRtl ? [width, 0] : [0, width];
  const room = Math.floor((Math.abs(frame.from - first) - 8) / letterWidth);
  return svg`
    <text class="label" x=${first} y=${y} dy="0.35em" text-anchor="start">${shorten(label, room)}</text>
    <text class="tick" x=${last} y=${y} dy="0.35em" text-anchor="end">${shorten(text, Math.floor((Math.abs(last - frame.to) - 8) / 6.2))}</text>`;
}

function aboveBar({ label, text }: IntervalRow, frame: Frame, { width }: ChartSize, top: number): SVGTemplateResult {
  const first = frame.isRtl ? width : 0;
  return svg`
    <text class="label" x=${first} y=${top + 16} text-anchor="start">${shorten(label, Math.floor(width / letterWidth))}</text>
    <text class="tick" x=${first} y=${top + 32} text-anchor="start">${shorten(text, Math.floor(width / 6.2))}</text>`;
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
