import { html, nothing, type TemplateResult } from 'lit';
import { renderFilterBar } from './filter-bar.js';
import type { InsightsView } from './insights-view.js';
import { renderCovers } from './render-covers.js';
import { renderItemScreen } from './item-screen.js';
import { renderItemsScreen } from './items-screen.js';
import { renderOverview } from './overview-screen.js';
import { renderQuadrantScreen } from './quadrant-screen.js';

/** Draws what stands around every screen, and the screen. */
export function renderAround(view: InsightsView): TemplateResult {
  const { frame, isLoading, strings, position } = view;
  return html`
    <div class="base" part="base" aria-busy=${isLoading}>
      ${renderTools(view)} ${renderFilterBar(view)}
      ${
        position.screen === 'item'
          ? nothing
          : html`
              <header class="head">
                <h2 tabindex="-1" data-heading>${strings.screens[position.screen]}</h2>
                ${renderCovers(view)}
              </header>
            `
      }
      ${frame ? renderTrouble(view) : nothing} ${frame ? renderScreen(view) : renderMissing(view)}
    </div>
  `;
}

function renderScreen(view: InsightsView): TemplateResult | typeof nothing {
  const { overview, items, quadrant, item } = view.replies;
  const { screen } = view.position;
  if (screen === 'overview' && overview) return renderOverview(overview, view);
  if (screen === 'items' && items) return renderItemsScreen(items, view);
  if (screen === 'quadrant' && quadrant) return renderQuadrantScreen(quadrant, view);
  return screen === 'item' && item ? renderItemScreen(item, view) : nothing;
}

function renderTools({ position, screens, strings, actions, frame }: InsightsView): TemplateResult {
  const isAt = (screen: string): boolean =>
    screen === position.screen || (screen === 'items' && position.screen === 'item');
  return html`
    <div class="tools">
      <nav part="nav" aria-label=${strings.screensNav}>
        ${screens.map(
          (screen) => html`
            <button
              type="button"
              part="button"
              class="tab"
              aria-current=${isAt(screen) ? 'page' : nothing}
              @click=${() => actions.show(screen)}
            >
              ${strings.screens[screen]}
            </button>
          `,
        )}
      </nav>
      <button type="button" part="button" class="plain" ?disabled=${!frame} @click=${actions.download}>
        ${strings.download}
      </button>
    </div>
  `;
}

/** What is shown is older than what was asked for. */
function renderTrouble({ trouble, frame, strings, write, actions }: InsightsView): TemplateResult | typeof nothing {
  if (!trouble || !frame) return nothing;
  const since = write.instant(frame.asOf, frame.window.timeZone);
  return html`
    <p class="trouble" role="status">
      ${strings.failures[trouble.code] ?? ''} ${strings.staleFigures(since)}
      <button type="button" part="button" class="plain" @click=${actions.refresh}>${strings.tryAgain}</button>
    </p>
  `;
}

/** There is nothing to show: it is on its way, or it will not come. */
function renderMissing(view: InsightsView): TemplateResult {
  const { trouble, strings, actions, isLive, position } = view;
  if (!trouble) {
    return isLive
      ? html`
          <div class="waiting">
            <p role="status">${strings.loading}</p>
            <div class="ghosts" aria-hidden="true">
              <div></div>
              <div></div>
              <div></div>
              <div></div>
            </div>
          </div>
        `
      : html`
          <p class="missing">${strings.none}</p>
        `;
  }
  if (trouble.code === 'no-client') {
    return html`
      <p class="missing" role="status">${strings.noClient}</p>
    `;
  }
  const isFiltered = trouble.code === 'invalid-query';
  const again = (): void => {
    if (isFiltered) actions.choosePeriod('last-90-days');
    if (isFiltered) actions.narrow({});
    actions.refresh();
  };
  return html`
    <div class="missing" role="alert">
      <p>${strings.failures[trouble.code] ?? strings.failed}</p>
      <p>
        <button type="button" part="button" class="plain" @click=${again}>
          ${isFiltered ? strings.clearFilters : strings.tryAgain}
        </button>
        ${
          position.screen === 'item'
            ? html`
                <button type="button" part="button" class="plain" @click=${() => actions.show('items')}>
                  ${strings.back}
                </button>
              `
            : nothing
        }
      </p>
    </div>
  `;
}
