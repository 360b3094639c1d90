import { html, nothing, type TemplateResult } from 'lit';
import type { RatingStrings } from '../shared/strings.js';
import type { Write } from './describe-score.js';
import { longer } from './longer.js';
import { highestPoint } from './rating-value.js';

/** What the five radios show. */
export interface PointsView {
  /** The chosen point. */
  readonly chosen: number | null;
  readonly isDisabled: boolean;
  readonly strings: RatingStrings;
  readonly write: Write;
}

/**
 * Draws the five radios of the group, one of them in the tab order.
 *
 * They are written out because the scale has five points for good: one template in place of six, and what never changes is
 * copied, not set. Position and size of the set are said explicitly, because the radios share their group with a status and
 * buttons.
 */
export function renderPoints({ chosen, isDisabled, strings, write }: PointsView): TemplateResult {
  const disabled = isDisabled || nothing;
  const tabindex = (value: number): number | typeof nothing =>
    isDisabled ? nothing : value === (chosen ?? 1) ? 0 : -1;
  const names = strings.points.map((point, index) => strings.pointName(write(index + 1), point));
  return html`
      <span
        role="radio"
        part="symbol"
        aria-posinset="1"
        aria-setsize="5"
        tabindex=${tabindex(1)}
        aria-checked=${chosen === 1}
        aria-disabled=${disabled}
        aria-label=${names[0]}
      ></span>
      <span
        role="radio"
        part="symbol"
        aria-posinset="2"
        aria-setsize="5"
        tabindex=${tabindex(2)}
        aria-checked=${chosen === 2}
        aria-disabled=${disabled}
        aria-label=${names[1]}
      ></span>
      <span
        role="radio"
        part="symbol"
        aria-posinset="3"
        aria-setsize="5"
        tabindex=${tabindex(3)}
        aria-checked=${chosen === 3}
        aria-disabled=${disabled}
        aria-label=${names[2]}
      ></span>
      <span
        role="radio"
        part="symbol"
        aria-posinset="4"
        aria-setsize="5"
        tabindex=${tabindex(4)}
        aria-checked=${chosen === 4}
        aria-disabled=${disabled}
        aria-label=${names[3]}
      ></span>
      <span
        role="radio"
        part="symbol"
        aria-posinset="5"
        aria-setsize="5"
        tabindex=${tabindex(5)}
        aria-checked=${chosen === 5}
        aria-disabled=${disabled}
        aria-label=${names[4]}
      ></span>
  `;
}

/**
 * Draws the line that says what a point means, or what the ends of the scale mean while there is none.
 *
 * All lines a person can meet are as high as the longest, so that nothing below moves.
 */
export function renderAnchor(
  value: number | null,
  { strings, write }: Pick<PointsView, 'strings' | 'write'>,
): TemplateResult {
  const lines = strings.points.map((point, index) => strings.pointLine(write(index + 1), point));
  const [lowest, highest] = [strings.points[0], strings.points.at(-1)];
  const hint = lowest && highest ? strings.scaleHint(write(1), lowest, write(highestPoint), highest) : '';
  const longest = lines.reduce(longer, hint);
  // Hidden from assistive technology: each radio's own name says the same.
  return html`
    <div class="line anchor" part="anchor" aria-hidden="true" data-longest=${longest}>
      <span class=${value ? '' : 'hint'}>${value ? lines[value - 1] : hint}</span>
    </div>
  `;
}
