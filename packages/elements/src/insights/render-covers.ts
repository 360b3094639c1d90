import { html, nothing, type TemplateResult } from 'lit';
import { describeBeginning } from '../figures/describe-beginning.js';
import { joinParts } from '../figures/join-parts.js';
import type { InsightsView } from './insights-view.js';

/** Says what the figures cover and when they were counted. */
export function renderCovers(view: InsightsView): TemplateResult | typeof nothing {
  const { frame, position, strings, write } = view;
  if (!frame) return nothing;
  const { window, previousWindow, asOf, filter, minimumGroup } = frame;
  const { isCompared } = position;
  const before = isCompared ? write.days(previousWindow.firstDay, previousWindow.lastDay) : '';
  const began = describeBeginning(frame, isCompared ? previousWindow.firstDay : window.firstDay, view);
  const covers = strings.covers(write.days(window.firstDay, window.lastDay), before);
  return html`
    <p class="covers">${joinParts([covers, began, strings.countedAt(write.instant(asOf, window.timeZone))])}</p>
    ${
      filter.afterUse
        ? html`
            <p class="covers">${strings.afterUseNote(write.count(minimumGroup))}</p>
          `
        : nothing
    }
  `;
}
