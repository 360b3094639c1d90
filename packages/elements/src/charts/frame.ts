import { svg, type SVGTemplateResult } from 'lit';
import type { ChartSize } from './chart.js';

/** Room between the edge of a drawing and what is drawn, in CSS pixels. */
export interface Margins {
  readonly top: number;
  readonly bottom: number;
  /** On the side where lines of text begin. */
  readonly start: number;
  readonly end: number;
}

/** The box inside the margins. `left` is where values begin: the right edge when text runs from right to left. */
export interface Frame {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
  readonly isRtl: boolean;
}

/** Returns the box that is left for the data; never an empty one, however small the room is. */
export function frameOf({ width, height, isRtl }: ChartSize, margins: Margins): Frame {
  const near = margins.start;
  const far = Math.max(near + 1, width - margins.end);
  const bottom = Math.max(margins.top + 1, height - margins.bottom);
  return { from: isRtl ? width - near : near, to: isRtl ? width - far : far, top: margins.top, bottom, isRtl };
}

/** One line across with its label at the start. */
export interface GridLine {
  readonly y: number;
  readonly label: string;
  /** Drawn stronger: the base line or a border that means something. */
  readonly isStrong?: boolean;
}

/** Draws the lines that the values are read against. */
export function renderGrid({ from, to, isRtl }: Frame, lines: readonly GridLine[]): SVGTemplateResult {
  const labelX = isRtl ? from + 8 : from - 8;
  return svg`${lines.map(
    ({ y, label, isStrong }) => svg`
      <line class=${isStrong ? 'grid strong' : 'grid'} x1=${from} x2=${to} y1=${y} y2=${y}></line>
      <text class="tick" x=${labelX} y=${y} dy="0.32em" text-anchor="end">${label}</text>`,
  )}`;
}

/** A label below the drawing. */
export interface TickLabel {
  readonly x: number;
  readonly label: string;
}

/** Draws labels below; the outermost stay inside the drawing. */
export function renderTicks({ from, to, bottom }: Frame, ticks: readonly TickLabel[]): SVGTemplateResult {
  // `start` and `end` follow the direction of the text, as the frame does.
  const anchorOf = (x: number): string => {
    if (Math.abs(x - from) < 24) return 'start';
    return Math.abs(x - to) < 24 ? 'end' : 'middle';
  };
  return svg`${ticks.map(
    ({ x, label }) => svg`<text class="tick" x=${x} y=${bottom + 16} text-anchor=${anchorOf(x)}>${label}</text>`,
  )}`;
}
