import type { Headline, InsightsFrame } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { chartFigure } from '../charts/chart-figure.js';
import { courseChart } from '../figures/course-chart.js';
import { describeChange, describeFigure, writeValue, type FigureKind } from '../figures/describe-figure.js';
import type { InsightsView } from './insights-view.js';

/** Draws one headline figure: the number, its evidence, how it changed and its course. */
export function renderHeadline(
  headline: Headline,
  kind: FigureKind,
  { minimumGroup, window }: InsightsFrame,
  view: InsightsView,
): TemplateResult {
  const { strings, position, startTimer } = view;
  const { id, metric, trend } = headline;
  const name = strings.headlines[id];
  const { main, detail } = describeFigure(metric, kind, view, minimumGroup);
  const course = {
    name: strings.course(name),
    valueName: name,
    points: trend,
    kind,
    metric,
    timeZone: window.timeZone,
    isSpark: true,
  };
  return html`
    <section class="card" part="card">
      <h3 class="label">${name}</h3>
      <p class=${metric.state === 'ok' ? 'value' : 'value word'}>${main}</p>
      <p class="detail">${detail}</p>
      ${position.isCompared ? renderChange(headline, kind, view) : nothing} ${chartFigure(courseChart(course, view), startTimer)}
    </section>
  `;
}

/** Draws a change: a direction in words and shape, and a colour only where it is more than chance. */
function renderChange(headline: Headline, kind: FigureKind, view: InsightsView): TemplateResult {
  const { text, direction, isClear } = describeChange(headline, kind, view);
  const { previous } = headline;
  const before =
    previous?.state === 'ok' && previous.value !== null
      ? view.strings.beforeWas(writeValue(kind, previous.value, view))
      : '';
  return html`
    <p class=${`change ${direction}${isClear ? ' clear' : ''}`}>
      ${text}
      ${
        before
          ? html`
              <span>${before}</span>
            `
          : nothing
      }
    </p>
  `;
}
