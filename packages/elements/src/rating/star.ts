import { nothing, svg, html, type TemplateResult } from 'lit';

const star = 'M12 2.9l2.75 5.75 6.25.85-4.55 4.4 1.1 6.25L12 17.15l-5.55 3 1.1-6.25L3 9.5l6.25-.85z';

/**
 * Draws one star. An empty one is an outline, a full one solid, so that they differ without colour.
 *
 * @param share how much of it is filled, 0 to 1; a part is clipped from the side where reading starts
 */
export function renderStar(share: number): TemplateResult {
  const isPartial = share > 0 && share < 1;
  return html`
    <svg viewBox="0 0 24 24" aria-hidden="true" class=${share === 1 ? 'star full' : 'star'}>
      ${isPartial ? svg`<clipPath id="part"><rect width=${24 * share} height="24" /></clipPath>` : nothing}
      <path d=${star} />
      ${isPartial ? svg`<path class="part" d=${star} clip-path="url(#part)" />` : nothing}
    </svg>
  `;
}
