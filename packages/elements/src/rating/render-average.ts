import { html, nothing, type TemplateResult } from 'lit';
import { describeAverage, describeScore } from './describe-score.js';
import type { Standing } from './describe-standing.js';
import { highestPoint } from './rating-value.js';
import { renderStar } from './star.js';

/**
 * Draws a rating that cannot be changed: one image with one sentence, so that nobody is told to use the arrow keys.
 *
 * @param name what is rated
 * @param given the value the page set; null shows everybody's mean
 */
export function renderAverage(
  name: string,
  given: number | null,
  { record, strings, write }: Standing,
): TemplateResult {
  const { metric } = record.loader.summary ?? {};
  const filledTo = given ?? metric?.value ?? 0;
  const sentence = describeAverage(given, metric, strings, write);
  return html`
    <div class="points" part="symbols" role="img" aria-label="${name}: ${sentence}">
      ${Array.from({ length: highestPoint }, (_, index) => {
        const share = Math.min(1, Math.max(0, filledTo - index));
        return html`
          <span class="point">${renderStar(share)}</span>
        `;
      })}
    </div>
  `;
}

/** Draws what everybody's ratings come to. Read-only, the sentence of the image says it already. */
export function renderScore({ record: { loader }, isReadOnly, strings, write }: Standing): TemplateResult {
  const score = loader.summary ? describeScore(loader.summary.metric, strings, write) : '';
  return html`
    <div class="score" part="score" aria-hidden=${isReadOnly || nothing}>
      ${score || (loader.state === 'loading' ? strings.loading : '')}
    </div>
  `;
}
