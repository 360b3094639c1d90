// Puts a chart into two nested shadow roots, as deep as pages go. It holds no tests of its own.
import { html, render } from 'lit';
import { ManualTimers, mount } from '../testing/mount.fixture.js';
import { until } from '../testing/until.fixture.js';
import type { ChartView } from './chart.js';
import { chartFigure } from './chart-figure.js';
import { chartStyles } from './chart-styles.js';
import { drawLine, type LineOptions, type LinePoint } from './draw-line.js';
import { tableStyles } from './table-styles.js';
import { tokens } from '../shared/tokens.js';

const words = {
  chart: 'chart',
  keys: 'Arrow keys move.',
  nothingToDraw: 'Nothing to draw.',
  numbers: 'Numbers',
  howCounted: 'How is this counted?',
  nextRows: 'Next rows',
  previousRows: 'Previous rows',
  rowsShown: (first: number, last: number, total: number) => `${first} to ${last} of ${total}`,
} as const;

/** A course of values. */
export function lineView(values: readonly (number | null)[], options: Partial<LineOptions> = {}): ChartView {
  const write = (value: number): string => `${value}`;
  const points: LinePoint[] = values.map((value, at) => ({ at, value, label: `Day ${at + 1}` }));
  return {
    name: 'Views',
    summary: 'From first to last.',
    columns: ['When', 'Views'],
    rows: points.map(({ label, value }) => [label, value === null ? 'Hidden' : write(value)]),
    height: 200,
    draw: (size) => drawLine(points, { write, ...options }, size),
    note: ['A plain count.'],
    words,
  };
}

/** A chart on its stage. */
export interface MountedChart {
  readonly root: ShadowRoot;
  readonly timers: ManualTimers;
  /** Shows something else in the same place. */
  readonly show: (view: ChartView) => Promise<void>;
}

/** Mounts a chart of a width, in a direction. */
export async function mountChart(view: ChartView, width = 600, dir = 'ltr'): Promise<MountedChart> {
  const stage = mount(`<div dir="${dir}"></div>`);
  const outer = stage.querySelector('div')!.attachShadow({ mode: 'open' });
  const host = document.createElement('section');
  host.style.width = `${width}px`;
  outer.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const base = document.createElement('div');
  root.append(base);
  const timers = new ManualTimers();
  for (const { styleSheet } of [tokens, chartStyles, tableStyles]) root.adoptedStyleSheets.push(styleSheet!);
  const show = async (next: ChartView): Promise<void> => {
    render(html`${chartFigure(next, timers.start)}`, base);
    await until(() => [...root.querySelectorAll('.plot > svg')].every((drawing) => drawing.childElementCount > 0));
  };
  await show(view);
  return { root, timers, show };
}

/** Presses a key on the drawing; returns whether the page may still use it. */
export function press(root: ShadowRoot, key: string): boolean {
  return root
    .querySelector('.plot')!
    .dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
}
