import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { nothing, svg } from 'lit';
import type { ChartSize, Drawing, Spot } from './chart.js';
import { frameOf, renderGrid, renderTicks, type Frame } from './frame.js';
import { marksPath } from './marks.js';

/** One point of a course. */
export interface LinePoint {
  /** Place on the x axis; any unit, the same for all. */
  readonly at: number;
  /** Null where nothing is known: the line has a gap there. */
  readonly value: number | null;
  /** The 95 % interval. */
  readonly interval?: readonly [low: number, high: number] | null;
  /** What the x axis says there. */
  readonly label: string;
}

/** Something that happened at one moment. */
export interface LineMarker {
  readonly at: number;
  readonly label: string;
}

/** How a line is drawn. */
export interface LineOptions {
  /** Fixed ends of the y axis; left out, it begins at 0 and ends above the greatest value. */
  readonly domain?: readonly [low: number, high: number];
  /** Writes a value at the y axis. */
  readonly write: (value: number) => string;
  /** Moments drawn as lines down. */
  readonly markers?: readonly LineMarker[];
  /** Without axes and labels, for a figure that stands beside it. */
  readonly isSpark?: boolean;
}

/** More dots than this only make a line look thick. */
const mostDots = 60;

/** Draws a course over time: the line with its interval, gaps where nothing is known, dots where a line would not show. */
export function drawLine(given: readonly LinePoint[], options: LineOptions, size: ChartSize): Drawing {
  const points = given.map((point) => ({ ...point, value: finite(point.value) }));
  const markers = options.markers ?? [];
  const { isSpark = false } = options;
  const margins = isSpark
    ? { top: markers.length > 0 ? 8 : 4, bottom: 4, start: 4, end: 4 }
    : { top: markers.length > 0 ? 24 : 8, bottom: 24, start: 44, end: 8 };
  const frame = frameOf(size, margins);
  const y = scaleLinear()
    .domain(options.domain ?? domainOf(points))
    .range([frame.bottom, frame.top])
    .clamp(true);
  if (!options.domain) y.nice(4);
  const x = scaleLinear()
    .domain(spread(extent([...points, ...markers], ({ at }) => at)))
    .range([frame.from, frame.to]);
  const spots = points.map(({ at, value }): Spot | null => (value === null ? null : { x: x(at), y: y(value) }));
  const path = line<Spot | null>()
    .defined((spot) => spot !== null)
    .x((spot) => spot?.x ?? 0)
    .y((spot) => spot?.y ?? 0)
    .digits(1);
  const picture = svg`
    ${isSpark ? nothing : renderGrid(frame, gridOf(y, options.write))}
    <path class="band" d=${bandOf(points, x, y)}></path>
    <path class="line" d=${path(spots) ?? ''}></path>
    <path class="dot" d=${marksPath(dotsOf(spots, isSpark), 'circle', isSpark ? 2.5 : 3)}></path>
    ${markers.map(
      ({ at, label }) => svg`
        <line class="marker" x1=${x(at)} x2=${x(at)} y1=${frame.top} y2=${frame.bottom}></line>
        ${
          isSpark
            ? svg`<path class="flag" d=${marksPath([{ x: x(at), y: frame.top }], 'triangle', 3.5)}></path>`
            : svg`<text class="tick" x=${x(at)} y="14" text-anchor=${nearEnd(frame, x(at)) ? 'end' : 'start'}>${label}</text>`
        }`,
    )}
    ${isSpark ? nothing : renderTicks(frame, ticksOf(points, x, Math.abs(frame.to - frame.from)))}`;
  return { picture, spots, nearness: 'x' };
}

type Scale = ReturnType<typeof scaleLinear<number, number>>;

function finite(value: number | null): number | null {
  return Number.isFinite(value) ? value : null;
}

/** From 0 (or the lowest negative value) to the greatest; with nothing above 0 the axis still has a length. */
function domainOf(points: readonly LinePoint[]): [number, number] {
  const values = points.flatMap(({ value, interval }) => [value, ...(interval ?? [])]).filter(Number.isFinite);
  const [low = 0, high = 0] = extent(values as number[]);
  return [Math.min(0, low), Math.max(high, low < 0 ? 0 : 1)];
}

/** One moment stands in the middle. */
function spread([low, high]: [undefined, undefined] | [number, number]): [number, number] {
  if (low === undefined) return [0, 1];
  return low === high ? [low - 1, high + 1] : [low, high];
}

function gridOf(y: Scale, write: (value: number) => string): { y: number; label: string; isStrong: boolean }[] {
  const [base] = y.domain();
  // Half a view is no view: ticks between whole labels would say the same number twice.
  const labels = new Map(y.ticks(4).map((value) => [write(value), value]));
  return [...labels].map(([label, value]) => ({ y: y(value), label, isStrong: value === base }));
}

function bandOf(points: readonly LinePoint[], x: Scale, y: Scale): string {
  const known = ({ value, interval }: LinePoint): boolean =>
    value !== null && Boolean(interval?.every(Number.isFinite));
  if (!points.some(known)) return '';
  const path = area<LinePoint>()
    .defined(known)
    .x(({ at }) => x(at))
    .y0(({ interval }) => y(interval?.[0] ?? 0))
    .y1(({ interval }) => y(interval?.[1] ?? 0))
    .digits(1);
  return path(points) ?? '';
}

/** A spark shows its last point; a line all of them while they are few, else those that have no neighbour to join. */
function dotsOf(spots: readonly (Spot | null)[], isSpark: boolean): Spot[] {
  const isAlone = (index: number): boolean => !spots[index - 1] && !spots[index + 1];
  const isShown = (index: number): boolean =>
    isAlone(index) || (isSpark ? index === spots.length - 1 : spots.length <= mostDots);
  return spots.filter((spot, index): spot is Spot => spot !== null && isShown(index));
}

/** As many labels as fit, at points of the data, evenly apart. */
function ticksOf(points: readonly LinePoint[], x: Scale, width: number): { x: number; label: string }[] {
  const longest = Math.max(1, ...points.map(({ label }) => label.length));
  const room = Math.max(2, Math.floor(width / (longest * 7 + 28)));
  const step = Math.max(1, Math.ceil(points.length / room));
  return points.filter((_, index) => index % step === 0).map(({ at, label }) => ({ x: x(at), label }));
}

function nearEnd({ from, to }: Frame, place: number): boolean {
  return Math.abs(place - to) < Math.abs(to - from) / 6;
}
