import { html, nothing, type TemplateResult } from 'lit';
import type { RatingStrings } from '../shared/strings.js';
import type { Write } from './describe-score.js';
import { highestPoint } from './rating-value.js';

/** What the five radios show. */
export interface PointsView {
  /** The chosen point. */
  readonly chosen: number | null;
  /** The point up to which the stars are filled: the chosen one or the one under the pointer. */
  readonly filledTo: number;
  readonly isDisabled: boolean;
  readonly strings: RatingStrings;
  readonly write: Write;
}

/**
 * Draws the five radios of the group, one of them in the tab order.
 *
 * Position and size of the set are said explicitly, because the radios share their group with a status and buttons.
 */
export function renderPoints({ chosen, filledTo, isDisabled, strings, write }: PointsView): TemplateResult[] {
  const reachable = chosen ?? 1;
  return strings.points.map((point, index) => {
    const value = index + 1;
    return html`
      <span
        role="radio"
        part="symbol"
        class=${value <= filledTo ? 'full' : ''}
        data-value=${value}
        tabindex=${isDisabled ? nothing : value === reachable ? 0 : -1}
        aria-checked=${value === chosen}
        aria-disabled=${isDisabled || nothing}
        aria-label=${strings.pointName(write(value), point)}
        aria-posinset=${value}
        aria-setsize=${highestPoint}
      ></span>
    `;
  });
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
  const longest = [...lines, hint].reduce((one, other) => (other.length > one.length ? other : one));
  // Hidden from assistive technology: each radio's own name says the same.
  return html`
    <div class="line anchor" part="anchor" aria-hidden="true" data-longest=${longest}>
      <span class=${value ? '' : 'hint'}>${value ? lines[value - 1] : hint}</span>
    </div>
  `;
}
