import { html, nothing, type TemplateResult } from 'lit';
import type { DeskHost } from '../shared/desk.js';
import type { Words } from './words.js';

/** Draws what stands in place of a list: it is on its way, will not come, or there is nobody to ask. */
export function renderMissing(
  { isUnconnected }: DeskHost,
  code: string | undefined,
  { strings }: Words,
  onAgain: () => void,
): TemplateResult {
  if (isUnconnected) return html`<p class="missing" role="status">${strings.unconnected}</p>`;
  if (code === undefined) {
    return html`
      <div class="waiting">
        <p class="small" role="status">${strings.loadingList}</p>
        <div class="ghosts" aria-hidden="true"><div></div><div></div><div></div></div>
      </div>
    `;
  }
  return html`
    <div class="missing" role="alert">
      <p>${strings.failures[code] ?? strings.failedList}</p>
      <p><button type="button" part="button" class="plain" @click=${onAgain}>${strings.tryAgain}</button></p>
    </div>
  `;
}

/** Says that what is shown may be old; where nothing is shown there is nothing to say it of. */
export function renderStale(
  { code, list }: { readonly code: string | undefined; readonly list: { readonly isUnknown: boolean } },
  { strings }: Words,
  onAgain: () => void,
): TemplateResult | typeof nothing {
  if (code === undefined || list.isUnknown) return nothing;
  return html`
    <p class="trouble" role="status">
      ${strings.failures[code] ?? strings.failedList} ${strings.staleList}
      <button type="button" part="button" class="plain" @click=${onAgain}>${strings.tryAgain}</button>
    </p>
  `;
}
