import { min } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { nothing, svg } from 'lit';
import type { ChartSize, Drawing, Spot } from './chart.js';
import { frameOf, renderGrid, renderTicks } from './frame.js';
import { marksPath, type MarkShape } from './marks.js';

/** One item in the square, or below it while it has no score. */
export interface QuadrantMark {
  /** Share of items that are used less, 0 to 1. */
  readonly use: number;
  /** Null while there are too few ratings: it is drawn below the square. */
  readonly rating: number | null;
  /** Which of the four; null for those below. */
  readonly corner: Corner | null;
}

/** The four parts of the square, seen by somebody who reads from left to right. */
export type Corner = 'top-start' | 'top-end' | 'bottom-start' | 'bottom-end';

const shapes: Readonly<Record<Corner, MarkShape>> = {
  'top-start': 'diamond',
  'top-end': 'circle',
  'bottom-start': 'square',
  'bottom-end': 'triangle',
};

/** How the square is drawn. */
export interface QuadrantOptions {
  /** Where good begins. */
  readonly target: number;
  /** The greatest value of the scale. */
  readonly highest: number;
  readonly write: (rating: number) => string;
  /** What each part is called. */
  readonly names: Readonly<Record<Corner, string>>;
  /** Below the x axis, at its start and end. */
  readonly useLabels: readonly [low: string, high: string];
  /** Beside the items without a score. */
  readonly earlyLabel: string;
}

/** Room for the items without a score. */
const stripHeight = 52;

/** Draws use against rating: four parts with four shapes, and a strip for items that have no score yet. */
export function drawQuadrant(marks: readonly QuadrantMark[], options: QuadrantOptions, size: ChartSize): Drawing {
  const hasEarly = marks.some(({ rating }) => rating === null);
  const frame = frameOf(size, { top: 8, bottom: 26 + (hasEarly ? stripHeight : 0), start: 44, end: 8 });
  const lowest = Math.max(1, Math.floor(Math.min(options.target - 1, min(marks, ({ rating }) => rating) ?? 1)));
  // The outermost marks stay whole.
  const inset = frame.isRtl ? -8 : 8;
  const x = scaleLinear()
    .domain([0, 1])
    .range([frame.from + inset, frame.to - inset])
    .clamp(true);
  const y = scaleLinear()
    .domain([lowest, options.highest])
    .range([frame.bottom - 8, frame.top + 8])
    .clamp(true);
  const stripY = frame.bottom + 26 + stripHeight - 14;
  const spots = marks.map(({ use, rating }): Spot => ({ x: x(use), y: rating === null ? stripY : y(rating) }));
  const marksOf = (corner: Corner | null, shape: MarkShape): string =>
    marksPath(
      spots.filter((_, index) => marks[index]?.corner === corner),
      shape,
      4.5,
    );
  const steps = Array.from({ length: options.highest - lowest + 1 }, (_, index) => lowest + index);
  const across = y(options.target);
  const names: readonly [Corner, number, number][] = [
    ['top-start', frame.from + inset, frame.top + 26],
    ['top-end', frame.to - inset, frame.top + 26],
    ['bottom-start', frame.from + inset, frame.bottom - 16],
    ['bottom-end', frame.to - inset, frame.bottom - 16],
  ];
  const picture = svg`
    ${renderGrid(
      frame,
      steps.map((step) => ({ y: y(step), label: options.write(step) })),
    )}
    <line class="border" x1=${frame.from} x2=${frame.to} y1=${across} y2=${across}></line>
    <line class="border" x1=${x(0.5)} x2=${x(0.5)} y1=${frame.top} y2=${frame.bottom}></line>
    ${(Object.keys(shapes) as Corner[]).map(
      (corner) => svg`<path class="mark ${corner}" d=${marksOf(corner, shapes[corner])}></path>`,
    )}
    ${names.map(
      ([corner, left, top]) => svg`
        <text class="corner" x=${left} y=${top} text-anchor=${corner.endsWith('start') ? 'start' : 'end'}>${options.names[corner]}</text>`,
    )}
    ${renderTicks(frame, [
      { x: frame.from, label: options.useLabels[0] },
      { x: frame.to, label: options.useLabels[1] },
    ])}
    ${
      hasEarly
        ? svg`
          <text class="tick" x=${frame.from} y=${stripY - 16} text-anchor="start">${options.earlyLabel}</text>
          <line class="grid" x1=${frame.from} x2=${frame.to} y1=${stripY} y2=${stripY}></line>
          <path class="mark early" d=${marksOf(null, 'circle')}></path>`
        : nothing
    }`;
  return { picture, spots, nearness: 'both' };
}
