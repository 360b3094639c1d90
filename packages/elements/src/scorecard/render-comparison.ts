import { measureIds, type ComparedSubject, type MeasureId, type ScorecardComparison } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { chartFigure } from '../charts/chart-figure.js';
import { comparisonChart } from './comparison-chart.js';
import type { ScorecardView } from './scorecard-view.js';

/** Draws producers or teams beside each other, by one measure at a time. */
export function renderComparison(comparison: ScorecardComparison, view: ScorecardView): TemplateResult {
  const { subjects } = comparison;
  const { strings, startTimer, open, order } = view;
  const measures = measuresOf(subjects);
  const measure = measures.find((id) => id === view.measure) ?? firstKnown(subjects, measures);
  if (!measure) {
    return html`
      <p class="missing">${strings.nobodyToCompare}</p>
      ${renderHidden(comparison, view)}
    `;
  }
  return html`
    ${renderChoice(measures, measure, view)}
    <p class="intro">
      ${[order.length > 0 ? strings.orderOfPage : strings.orderByName, strings.overlap, open ? strings.opens : '']
        .filter(Boolean)
        .join(' ')}
    </p>
    <div class="panel">${chartFigure(comparisonChart(comparison, measure, inOrder(subjects, order), view), startTimer)}</div>
    ${renderHidden(comparison, view)}
  `;
}

function renderChoice(
  measures: readonly MeasureId[],
  chosen: MeasureId,
  { strings, compareBy }: ScorecardView,
): TemplateResult {
  const choose = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLSelectElement) compareBy(currentTarget.value);
  };
  return html`
    <label class="field by">
      ${strings.measure}
      <select @change=${choose}>
        ${measures.map((id) => html`<option value=${id} ?selected=${id === chosen}>${strings.measures[id].name}</option>`)}
      </select>
    </label>
  `;
}

/** Nobody should think that they don't exist, and nobody should be able to tell who they are. */
function renderHidden(
  { hidden, minimumGroup }: ScorecardComparison,
  view: ScorecardView,
): TemplateResult | typeof nothing {
  const { strings, write } = view;
  if (hidden === 0) return nothing;
  return html`<p class="intro">${strings.notShown(hidden, write.count(hidden), write.count(minimumGroup))}</p>`;
}

function measuresOf(subjects: readonly ComparedSubject[]): readonly MeasureId[] {
  const had = new Set(subjects.flatMap(({ measures }) => measures.map(({ id }) => id)));
  return measureIds.filter((id) => had.has(id));
}

function firstKnown(subjects: readonly ComparedSubject[], measures: readonly MeasureId[]): MeasureId | undefined {
  const isKnown = (id: MeasureId): boolean =>
    subjects.some((subject) => subject.measures.some((each) => each.id === id && each.metric.state === 'ok'));
  return measures.find(isKnown) ?? measures[0];
}

/** The page's order goes first; the server's, which is by name, is kept for the rest. */
function inOrder(subjects: readonly ComparedSubject[], order: readonly string[]): readonly ComparedSubject[] {
  const rank = ({ subject }: ComparedSubject): number => {
    const at = order.indexOf(subject.id ?? '');
    return at < 0 ? order.length : at;
  };
  return subjects.toSorted((one, other) => rank(one) - rank(other));
}
