import { measureDefinitions, type Metric, type Scorecard, type ScorecardMeasure } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { chartFigure } from '../charts/chart-figure.js';
import { courseChart } from '../figures/course-chart.js';
import { writeValue } from '../figures/describe-figure.js';
import { describeMeasure, figureKinds, type MeasureText } from './describe-measure.js';
import { drawInterval } from './draw-interval.js';
import { renderEvidence } from './render-evidence.js';
import type { ScorecardView } from './scorecard-view.js';
import { versionMarks } from './version-marks.js';

/** Draws one measure: figure, interval, target, change, course, and how it is counted. */
export function renderMeasure(measure: ScorecardMeasure, scorecard: Scorecard, view: ScorecardView): TemplateResult {
  const { id, metric, target, verdict, words } = measure;
  const { unit } = measureDefinitions[id];
  const text = describeMeasure(measure, scorecard, view);
  return html`
    <section class="card measure" part="measure" data-measure=${id}>
      <h4>${text.name}</h4>
      <p class=${metric.state === 'ok' ? 'value' : 'value word'}>${text.value}</p>
      <p class="detail">${text.detail}</p>
      <div>${drawInterval(metric, unit, target, (value) => writeValue(figureKinds[unit], value, view))}</div>
      <p class=${`verdict ${verdict}`}>${text.target}</p>
      <p class=${`words ${words}`}>${text.change}</p>
      <div>${renderCourse(measure, text, scorecard, view)} ${renderBehind(measure, text.name, view)}</div>
      <div>${view.targets(measure, scorecard)}</div>
    </section>
  `;
}

function renderCourse(
  { id, trend, metric }: ScorecardMeasure,
  { name, note }: MeasureText,
  { window, versions }: Scorecard,
  view: ScorecardView,
): TemplateResult {
  const isKnown = trend.some(({ state }) => state === 'ok');
  const course = {
    name: view.strings.course(name),
    valueName: name,
    // A course nobody knows anything of is no course.
    points: isKnown ? trend : [],
    ...(isKnown && versionMarks(id, trend, versions, view)),
    kind: figureKinds[measureDefinitions[id].unit],
    metric,
    timeZone: window.timeZone,
    isSpark: true,
  };
  return html`${chartFigure({ ...courseChart(course, view), note }, view.startTimer)}`;
}

/** What people of a team do has no list behind it, as it would tell who did what; what is required of them has the items. */
function renderBehind(
  { id, metric }: ScorecardMeasure,
  name: string,
  view: ScorecardView,
): TemplateResult | typeof nothing {
  const isListed = id === 'T3' || measureDefinitions[id].side !== 'using';
  if (!isListed || !hasEvidence(metric)) return nothing;
  const { strings, evidenceOf, toggleEvidence } = view;
  const list = evidenceOf(id);
  return html`
    <button
      type="button"
      part="button"
      class="plain"
      aria-label=${strings.behindOf(name)}
      aria-expanded=${list !== undefined}
      @click=${() => toggleEvidence(id)}
    >
      ${strings.behind}
    </button>
    ${list ? renderEvidence(id, name, list, view) : nothing}
  `;
}

function hasEvidence({ state, excluded }: Metric): boolean {
  return state === 'ok' || state === 'early' || (state === 'none' && excluded.length > 0);
}
