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
  const having = subjects.filter((subject) => !isWithout(subject, measure));
  const shown = inOrder(having.length > 0 ? having : subjects, order);
  return html`
    ${renderChoice(measures, measure, view)}
    <p class="intro">
      ${[order.length > 0 ? strings.orderOfPage : strings.orderByName, strings.overlap, open ? strings.opens : '']
        .filter(Boolean)
        .join(' ')}
    </p>
    <div class="panel">${chartFigure(comparisonChart(comparison, measure, shown, view), startTimer)}</div>
    ${renderOthers(
      inOrder(subjects, order).filter((subject) => !shown.includes(subject)),
      view,
    )}
    ${renderHidden(comparison, view)}
  `;
}

function renderChoice(
  measures: readonly MeasureId[],
  chosen: MeasureId,
  { strings, compareBy }: ScorecardView,
): TemplateResult {
  const choose = ({ currentTarget }: Event): void => {
    const id = currentTarget instanceof HTMLSelectElement && measures[currentTarget.selectedIndex];
    if (id) compareBy(id);
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

/** Those of whom there is nothing to draw are named below: what is counted of others may not exist for them. */
function renderOthers(
  others: readonly ComparedSubject[],
  { strings, open }: ScorecardView,
): TemplateResult | typeof nothing {
  if (others.length === 0) return nothing;
  const names = others.map(({ subject: { id, name } }) =>
    open
      ? html`<button type="button" part="button" class="plain" @click=${() => open(id ?? '')}><bdi>${name}</bdi></button>`
      : html`<bdi>${name}</bdi>`,
  );
  return html`<p class="intro others">${strings.none}: ${names.map((name, index) => (index === 0 ? name : [' · ', name]))}</p>`;
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

function isWithout({ measures }: ComparedSubject, measure: MeasureId): boolean {
  return measures.find(({ id }) => id === measure)?.metric.state === 'none';
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
