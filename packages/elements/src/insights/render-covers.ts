import { html, nothing, type TemplateResult } from 'lit';
import type { InsightsView } from './insights-view.js';

/** Says what the figures cover and when they were counted. */
export function renderCovers({ frame, position, strings, write }: InsightsView): TemplateResult | typeof nothing {
  if (!frame) return nothing;
  const { window, previousWindow, asOf, filter, minimumGroup } = frame;
  const before = position.isCompared ? write.days(previousWindow.firstDay, previousWindow.lastDay) : '';
  const covers = strings.covers(write.days(window.firstDay, window.lastDay), before);
  return html`
    <p class="covers">${covers} · ${strings.countedAt(write.instant(asOf, window.timeZone))}</p>
    ${
      filter.afterUse
        ? html`
            <p class="covers">${strings.afterUseNote(write.count(minimumGroup))}</p>
          `
        : nothing
    }
  `;
}
