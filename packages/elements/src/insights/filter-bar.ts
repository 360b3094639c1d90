import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ChosenFilter } from './chosen-filter.js';
import { filterFor } from './chosen-filter.js';
import type { InsightsView } from './insights-view.js';
import { offeredStates } from './item-states.js';
import { periodChoices, periodName } from '../figures/period-choices.js';

/** One value a filter can take. */
interface Option {
  readonly value: string;
  readonly name: string;
}

/**
 * Draws what narrows the figures. The choices are filled in when somebody comes near, by pointer or key: a list of 1500
 * owners is no part of a page that is only read.
 */
export function renderFilterBar(view: InsightsView): TemplateResult {
  const { position, choices, strings, actions, memory, isLive, frame } = view;
  const { filter, screen } = position;
  const isList = screen === 'items';
  const near = (): void => {
    if (memory.hasNearedFilters) return;
    memory.hasNearedFilters = true;
    actions.redraw();
  };
  const { kinds = [], producers = [], teams = [], tags = [] } = choices ?? {};
  const named = (list: readonly { id: string; name: string }[]): Option[] =>
    list.map(({ id, name }) => ({ value: id, name }));
  const plain = (list: readonly string[]): Option[] => list.map((value) => ({ value, name: value }));
  const states = offeredStates.map((value) => ({ value, name: strings.states[value] }));
  const select = (
    name: Exclude<keyof ChosenFilter, 'version' | 'afterUse'>,
    options: readonly Option[],
  ): TemplateResult | typeof nothing =>
    options.length > 0 || filter[name]
      ? renderSelect(view, strings[name], options, filter[name] ?? '', (value) => narrow({ [name]: value }))
      : nothing;
  const narrow = (change: ChosenFilter): void => actions.narrow({ ...filter, ...change });
  const today = frame ? new Date(frame.asOf) : new Date();
  const periods = periodChoices(position.period, today, view).map(({ period, name }) => ({ value: period, name }));
  const isNarrowed = Object.keys(filterFor(screen, filter)).length > 0;
  return html`
    <div
      class="filters"
      part="filters"
      role="group"
      aria-label=${strings.filters}
      @pointerenter=${near}
      @focusin=${near}
    >
      ${
        isLive
          ? renderSelect(
              view,
              strings.period,
              periods,
              position.period,
              actions.choosePeriod,
              periodName(position.period, view),
            )
          : nothing
      }
      ${screen === 'item' ? nothing : renderNarrowing()} ${isLive ? renderAfterUse() : nothing}
      ${
        isNarrowed && screen !== 'item'
          ? html`
              <button type="button" part="button" class="plain" @click=${() => actions.narrow({})}>
                ${strings.clearFilters}
              </button>
            `
          : nothing
      }
    </div>
  `;

  function renderNarrowing(): TemplateResult {
    return html`
      ${isList || isLive ? html`${select('kind', plain(kinds))} ${select('producer', named(producers))}` : nothing}
      ${isLive ? html`${select('team', named(teams))} ${select('tag', plain(tags))} ${renderVersion()}` : nothing}
      ${
        isList
          ? html`
              ${select('state', states)}
              <label class="field search">
                ${strings.search}
                <input
                  type="search"
                  maxlength="200"
                  .value=${live(filter.search ?? '')}
                  @change=${({ target }: Event) => narrow({ search: (target as HTMLInputElement).value.trim() })}
                />
              </label>
            `
          : nothing
      }
    `;
  }

  /** Versions are called otherwise on every item: what a page asked for can be taken away again. */
  function renderVersion(): TemplateResult | typeof nothing {
    const { version } = filter;
    if (!version) return nothing;
    return renderSelect(view, strings.versionHeading, [], version, (value) => narrow({ version: value }));
  }

  function renderAfterUse(): TemplateResult {
    return html`
      <label class="field choice">
        <input
          type="checkbox"
          .checked=${live(filter.afterUse === true)}
          @change=${({ target }: Event) => narrow({ afterUse: (target as HTMLInputElement).checked })}
        />
        ${strings.afterUseOnly}
      </label>
    `;
  }
}

function renderSelect(
  { strings, memory }: InsightsView,
  label: string,
  options: readonly Option[],
  chosen: string,
  choose: (value: string) => void,
  chosenName?: string,
): TemplateResult {
  // A period has no "all": then the chosen one is named.
  const rest = chosenName === undefined ? [{ value: '', name: strings.all }, ...options] : options;
  const own = rest.find(({ value }) => value === chosen) ?? { value: chosen, name: chosenName ?? chosen };
  const offered = memory.hasNearedFilters ? (rest.includes(own) ? rest : [own, ...rest]) : [own];
  return html`
    <label class="field">
      ${label}
      <select .value=${live(chosen)} @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}>
        ${offered.map(
          ({ value, name }) => html`
            <option value=${value} ?selected=${value === chosen}>${name}</option>
          `,
        )}
      </select>
    </label>
  `;
}
