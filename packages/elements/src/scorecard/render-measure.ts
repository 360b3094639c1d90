import { measureDefinitions, type Metric, type ScorecardFrame, type ScorecardMeasure } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { chartFigure } from '../charts/chart-figure.js';
import { courseChart } from '../figures/course-chart.js';
import { writeValue } from '../figures/describe-figure.js';
import { describeMeasure, figureKinds, type MeasureText } from './describe-measure.js';
import { drawInterval } from './draw-interval.js';
import type { ScorecardView } from './scorecard-view.js';

/** Draws one measure: figure, interval, target, change, course, and how it is counted. */
export function renderMeasure(measure: ScorecardMeasure, frame: ScorecardFrame, view: ScorecardView): TemplateResult {
  const { id, metric, target, verdict, words } = measure;
  const { unit } = measureDefinitions[id];
  const text = describeMeasure(measure, frame, view);
  return html`
    <section class="card measure" part="measure" data-measure=${id}>
      <h4>${text.name}</h4>
      <p class=${metric.state === 'ok' ? 'value' : 'value word'}>${text.value}</p>
      <p class="detail">${text.detail}</p>
      <div>${drawInterval(metric, unit, target, (value) => writeValue(figureKinds[unit], value, view))}</div>
      <p class=${`verdict ${verdict}`}>${text.target}</p>
      <p class=${`words ${words}`}>${text.change}</p>
      <div>${renderCourse(measure, text, frame, view)} ${renderBehind(measure, text.name, view)}</div>
    </section>
  `;
}

function renderCourse(
  { id, trend, metric }: ScorecardMeasure,
  { name, note }: MeasureText,
  { window }: ScorecardFrame,
  view: ScorecardView,
): TemplateResult {
  const course = {
    name: view.strings.course(name),
    valueName: name,
    points: trend,
    kind: figureKinds[measureDefinitions[id].unit],
    metric,
    timeZone: window.timeZone,
    isSpark: true,
  };
  return html`${chartFigure({ ...courseChart(course, view), note }, view.startTimer)}`;
}

/** What people of a team do has no list behind it: it would tell who did what. */
function renderBehind(
  { id, metric }: ScorecardMeasure,
  name: string,
  view: ScorecardView,
): TemplateResult | typeof nothing {
  if (measureDefinitions[id].side === 'using' || !hasEvidence(metric)) return nothing;
  const { strings, select } = view;
  return html`
    <button type="button" part="button" class="plain" aria-label=${strings.behindOf(name)} @click=${() => select(id)}>${strings.behind}</button>
  `;
}

function hasEvidence({ state, excluded }: Metric): boolean {
  return state === 'ok' || state === 'early' || (state === 'none' && excluded.length > 0);
}
