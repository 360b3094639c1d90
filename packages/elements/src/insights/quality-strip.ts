import type { InsightsOverview, Metric } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { countingNote } from '../figures/counting-note.js';
import { describeFigure } from '../figures/describe-figure.js';
import type { InsightsView } from './insights-view.js';

/** A share, or a plain number, and the sentence it completes. */
type Fact = readonly [metric: Metric | number, text: string];

/** Draws how far the figures can be trusted, and how the collection stands. */
export function renderQuality(overview: InsightsOverview, view: InsightsView): TemplateResult {
  const { strings } = view;
  const { quality, concentration, stale, orphaned } = overview;
  return html`
    <div class="strips">
      ${renderFacts(
        strings.quality,
        [
          [quality.responseRate, strings.responseRate],
          [quality.coverage, strings.coverage],
          [quality.lateArrivals, strings.lateArrivals],
          [quality.excludedViews, strings.excludedViews],
        ],
        overview,
        view,
      )}
      ${renderFacts(
        strings.collection,
        [
          [concentration, strings.concentration],
          [stale, strings.stale],
          [orphaned, strings.orphaned],
          [quality.uncatalogued, strings.uncatalogued],
        ],
        overview,
        view,
      )}
    </div>
  `;
}

function renderFacts(
  heading: string,
  facts: readonly Fact[],
  { minimumGroup, window }: InsightsOverview,
  view: InsightsView,
): TemplateResult {
  const { strings } = view;
  return html`
    <section class="strip">
      <h3>${heading}</h3>
      <ul class="facts">
        ${facts.map(([metric, text]) => {
          const { main, detail } =
            typeof metric === 'number'
              ? { main: view.write.count(metric), detail: '' }
              : describeFigure(metric, 'share', view, minimumGroup);
          return html`
            <li>
              <strong>${main}</strong>
              ${text}
              <span>${detail}</span>
            </li>
          `;
        })}
      </ul>
      <details class="behind">
        <summary>${strings.chart.howCounted}</summary>
        ${facts.map(([metric, text]) =>
          typeof metric === 'number'
            ? nothing
            : html`
                <p class="note">
                  <strong>${text}</strong>
                  ${countingNote(metric, view, window.timeZone).join(' ')}
                </p>
              `,
        )}
      </details>
    </section>
  `;
}
