import type { HeadlineId, InsightsOverview } from '@collateral/sdk/contract';
import { html, type TemplateResult } from 'lit';
import type { FigureKind } from '../figures/describe-figure.js';
import { renderHeadline } from './headline-card.js';
import type { InsightsView } from './insights-view.js';
import { renderQuality } from './quality-strip.js';
import { renderShortList } from './short-list.js';

/** What each headline figure is. */
export const headlineKinds: Readonly<Record<HeadlineId, FigureKind>> = {
  'items-used': 'share',
  views: 'count',
  viewers: 'count',
  rating: 'rating',
  'response-rate': 'share',
};

/** Draws the overview: the figures, how far to trust them, and where to look first. */
export function renderOverview(overview: InsightsOverview, view: InsightsView): TemplateResult {
  const { strings } = view;
  const isEmpty = overview.headlines.every(({ metric }) => metric.state === 'none' || metric.value === 0);
  return html`
    ${
      isEmpty
        ? html`
            <p class="notice">${strings.notShownYet}</p>
          `
        : ''
    }
    <div class="cards">
      ${overview.headlines.map((headline) => renderHeadline(headline, headlineKinds[headline.id], overview, view))}
    </div>
    ${renderQuality(overview, view)}
    <section class="section">
      <h3>${strings.lookFirst}</h3>
      <div class="lists">${overview.lists.map((list) => renderShortList(list, view))}</div>
    </section>
  `;
}
