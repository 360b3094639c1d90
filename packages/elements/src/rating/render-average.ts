import { html, nothing, svg, type TemplateResult } from 'lit';
import { describeAverage, describeScore } from './describe-score.js';
import type { Standing } from './describe-standing.js';
import { highestPoint } from './rating-value.js';

const star = 'l2.75 5.75 6.25.85-4.55 4.4 1.1 6.25-5.55-3-5.55 3 1.1-6.25-4.55-4.4 6.25-.85z';
const stars = `M12 2.9${Array(highestPoint).fill(star).join('m24 0')}`;

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
      ${svg`<svg class="average" viewBox="0 0 ${24 * highestPoint} 24" aria-hidden="true">
        <clipPath id="filled"><rect x="-2" y="-2" width=${24 * filledTo + 2} height="28" /></clipPath>
        <path d=${stars} />
        <path class="part" d=${stars} clip-path="url(#filled)" />
      </svg>`}
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
