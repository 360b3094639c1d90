import type { InsightsQuadrant, Quadrant, QuadrantPoint } from '@collateral/sdk/contract';
import { html, type TemplateResult } from 'lit';
import type { ChartView } from '../charts/chart.js';
import { chartFigure } from '../charts/chart-figure.js';
import { drawQuadrant, type Corner } from '../charts/draw-quadrant.js';
import { countingNote } from '../figures/counting-note.js';
import { writeCell, writeInterval } from '../figures/describe-figure.js';
import type { InsightsView } from './insights-view.js';

const corners: Readonly<Record<Quadrant, Corner>> = {
  'hidden-gem': 'top-start',
  workhorse: 'top-end',
  retire: 'bottom-start',
  'fix-first': 'bottom-end',
};

/** Draws use against rating. */
export function renderQuadrantScreen(reply: InsightsQuadrant, view: InsightsView): TemplateResult {
  const { strings, write, startTimer } = view;
  return html`
    <p class="intro">${strings.quadrantIntro(write.decimal(reply.targetRating))}</p>
    <div class="panel">${chartFigure(quadrantChart(reply, view), startTimer)}</div>
  `;
}

function quadrantChart({ points, early, targetRating, window }: InsightsQuadrant, view: InsightsView): ChartView {
  const { strings, write, actions } = view;
  // In the order of use, so that the cursor walks from one side to the other.
  const placed = [...points].sort((one, other) => one.usePercentile - other.usePercentile);
  const all: readonly QuadrantPoint[] = [...placed, ...early];
  const marks = all.map(({ usePercentile, rating, quadrant }, index) => ({
    use: usePercentile,
    rating: index < placed.length ? rating.value : null,
    corner: index < placed.length && quadrant ? corners[quadrant] : null,
  }));
  const counts = (Object.keys(corners) as Quadrant[]).map((quadrant) => {
    const count = points.filter((point) => point.quadrant === quadrant).length;
    return strings.quadrantCount(write.count(count), strings.states[quadrant]);
  });
  const summaryOfEarly = early.length > 0 ? strings.quadrantCount(write.count(early.length), strings.states.early) : '';
  const [first] = all;
  return {
    name: strings.quadrantName,
    summary: all.length > 0 ? strings.quadrantSummary(counts.join(', '), summaryOfEarly) : strings.none,
    columns: [strings.item, strings.use, strings.views, strings.rating, strings.intervalHeading, strings.itemState],
    rows: all.map(({ title, usePercentile, views, rating, quadrant }) => [
      title,
      strings.usedLess(write.percent(usePercentile)),
      views === null ? strings.hidden : write.count(views),
      writeCell('rating', rating.value, rating.state, view),
      rating.interval ? writeInterval(rating.interval, 'rating', view) : '',
      strings.states[quadrant ?? 'early'],
    ]),
    height: 440,
    draw: (size) =>
      drawQuadrant(
        marks,
        {
          target: targetRating,
          highest: 5,
          write: write.count,
          names: {
            'top-start': strings.states['hidden-gem'],
            'top-end': strings.states.workhorse,
            'bottom-start': strings.states.retire,
            'bottom-end': strings.states['fix-first'],
          },
          useLabels: [strings.littleUsed, strings.muchUsed],
          earlyLabel: strings.earlyItems,
        },
        size,
      ),
    note: first ? countingNote(first.rating, view, window.timeZone) : [],
    words: strings.chart,
    onChoose: (row) => {
      const point = all[row];
      if (point) actions.show('item', point.collateralId);
    },
  };
}
