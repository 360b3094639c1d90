import { html, nothing, type TemplateResult } from 'lit';
import type { ListLoader } from './list-loader.js';
import type { ShownList } from './shown-list.js';
import type { Words } from './words.js';

/** Says how many new ones wait to be seen. */
export function renderNews({ newCount }: ShownList, { strings, count }: Words, onShow: () => void): TemplateResult {
  return html`
    <div role="status" class="news">
      ${
        newCount === 0
          ? nothing
          : html`<button type="button" part="button" class="plain" data-new @click=${onShow}>
              ${strings.newOnes(newCount, count(newCount))}: ${strings.show}
            </button>`
      }
    </div>
  `;
}

/** Offers the next page. */
export function renderMore(
  loader: Pick<ListLoader<never>, 'isLoading' | 'list' | 'more'>,
  reply: { readonly total: number; readonly nextCursor?: string },
  { strings, count }: Words,
): TemplateResult | typeof nothing {
  if (reply.nextCursor === undefined || loader.list.isUnknown) return nothing;
  return html`
    <p class="actions">
      <button type="button" part="button" class="plain" ?disabled=${loader.isLoading} @click=${() => loader.more()}>
        ${strings.more}
      </button>
      <span class="small">${strings.shown(count(loader.list.shown.length), count(reply.total))}</span>
    </p>
  `;
}
