import {
  measureDefinitions,
  type MeasureDefinition,
  type Scorecard,
  type ScorecardComparison,
  type ScorecardFrame,
} from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { describeBeginning } from '../figures/describe-beginning.js';
import { joinParts } from '../figures/join-parts.js';
import { renderComparison } from './render-comparison.js';
import { renderEvents } from './render-events.js';
import { renderMeasure } from './render-measure.js';
import { renderPeriod } from './render-period.js';
import { isComparison, type ScorecardView } from './scorecard-view.js';

const sides: readonly MeasureDefinition['side'][] = ['producing', 'using'];

/** Draws a scorecard or a comparison, or what stands in its place. */
export function renderScorecard(view: ScorecardView): TemplateResult {
  const { shown, isLoading, isForeign } = view;
  return html`
    <div class="base" part="base" lang=${isForeign ? 'en' : nothing} dir=${isForeign ? 'ltr' : nothing} aria-busy=${isLoading}>
      ${renderBack(view)}
      ${
        shown
          ? html`
              ${renderHead(shown, view)} ${renderTrouble(shown, view)}
              ${isComparison(shown) ? renderComparison(shown, view) : renderSides(shown, view)}
            `
          : renderMissing(view)
      }
    </div>
  `;
}

function renderBack({ back, strings }: ScorecardView): TemplateResult | typeof nothing {
  if (!back) return nothing;
  return html`<p><button type="button" part="button" class="plain" @click=${back}>${strings.back}</button></p>`;
}

function renderHead(shown: Scorecard | ScorecardComparison, view: ScorecardView): TemplateResult {
  const { strings, write, download } = view;
  const { window, previousWindow, asOf } = shown;
  const covers = strings.covers(
    write.days(window.firstDay, window.lastDay),
    write.days(previousWindow.firstDay, previousWindow.lastDay),
  );
  const began = describeBeginning(shown, previousWindow.firstDay, view);
  return html`
    <header class="head">
      <h2 tabindex="-1" data-heading>${titleOf(shown, strings)}</h2>
      <p class="covers">${joinParts([covers, began, strings.countedAt(write.instant(asOf, window.timeZone))])}</p>
      ${renderPeriod(shown, view)}
      <p>
        <button
          type="button"
          part="button"
          class="plain"
          data-download
          @click=${() => download(`${isComparison(shown) ? 'comparison' : 'scorecard'}-${window.lastDay}`)}
        >
          ${strings.download}
        </button>
      </p>
    </header>
  `;
}

function titleOf(shown: Scorecard | ScorecardComparison, strings: ScorecardView['strings']): string {
  if (isComparison(shown)) return strings.comparisons[shown.subjectType];
  const { subject } = shown;
  return strings.title(subject.type === 'organisation' ? strings.organisation : subject.name);
}

function renderSides(scorecard: Scorecard, view: ScorecardView): TemplateResult {
  const { measures, commitments } = scorecard;
  const { strings, write } = view;
  if (measures.every(({ metric }) => metric.state === 'none' && metric.excluded.length === 0)) {
    return html`<p class="missing">${strings.nothingYet}</p>`;
  }
  return html`
    ${sides.map((side) => {
      const own = measures.filter(({ id }) => measureDefinitions[id].side === side);
      if (own.length === 0) return nothing;
      return html`
        <section class="section">
          <h3>${strings.sides[side]}</h3>
          <div class="cards measures">
            ${repeat(
              own,
              ({ id }) => id,
              (measure) => renderMeasure(measure, scorecard, view),
            )}
          </div>
          ${
            side === 'producing' && commitments
              ? html`<p class="intro">${strings.commitments(
                  write.count(commitments.promised),
                  write.count(commitments.kept),
                  write.count(commitments.late),
                  write.count(commitments.open),
                )}</p>`
              : nothing
          }
        </section>
      `;
    })}
    ${renderEvents(scorecard, view)}
    <p class="intro">${strings.howToRead}</p>
  `;
}

/** What is shown is older than what was asked for. */
function renderTrouble({ asOf, window }: ScorecardFrame, view: ScorecardView): TemplateResult | typeof nothing {
  const { trouble, strings, write, refresh } = view;
  if (trouble === undefined) return nothing;
  return html`
    <p class="trouble" role="status">
      ${strings.failures[trouble] ?? ''} ${strings.stale(write.instant(asOf, window.timeZone))}
      <button type="button" part="button" class="plain" @click=${refresh}>${strings.tryAgain}</button>
    </p>
  `;
}

/** There is nothing to show: it is on its way, or it will not come. */
function renderMissing({ trouble, strings, refresh }: ScorecardView): TemplateResult {
  if (trouble === undefined) {
    return html`
      <div class="waiting">
        <p role="status">${strings.loading}</p>
        <div class="ghosts" aria-hidden="true"><div></div><div></div><div></div><div></div></div>
      </div>
    `;
  }
  if (trouble === 'no-client') return html`<p class="missing" role="status">${strings.noClient}</p>`;
  return html`
    <div class="missing" role="alert">
      <p>${strings.failures[trouble] ?? strings.failed}</p>
      <p><button type="button" part="button" class="plain" @click=${refresh}>${strings.tryAgain}</button></p>
    </div>
  `;
}
