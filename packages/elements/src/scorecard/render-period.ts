import type { ScorecardFrame } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { periodChoices } from '../figures/period-choices.js';
import { otherMonths, type PeriodChoosing } from './period-slot.js';
import type { ScorecardView } from './scorecard-view.js';

interface Option {
  readonly value: string;
  readonly name: string;
}

/** Draws what chooses the period: the usual ones, and two fields for any months in a row. */
export function renderPeriod({ asOf }: ScorecardFrame, view: ScorecardView): TemplateResult | typeof nothing {
  const { period: choosing, strings, write } = view;
  if (!choosing) return nothing;
  const { period, months } = choosing;
  const options = periodChoices(period, new Date(asOf), { strings, write }).map(({ period: value, name }) => ({
    value,
    name,
  }));
  const other = { value: otherMonths, name: strings.otherMonths };
  return html`
    <div class="period">
      ${renderSelect(strings.period, [...options, other], months ? otherMonths : period, choosing.choose)}
      ${months ? renderMonths(months, choosing, view) : nothing}
    </div>
  `;
}

function renderMonths(
  { first, last }: NonNullable<PeriodChoosing['months']>,
  { firstMonths, lastMonths, change, show, close }: PeriodChoosing,
  { strings, write }: ScorecardView,
): TemplateResult {
  const named = (months: readonly string[]): readonly Option[] =>
    months.map((month) => ({ value: month, name: write.month(month) }));
  const submit = (event: SubmitEvent): void => {
    // Nothing is sent anywhere: the element shows other figures.
    event.preventDefault();
    show();
  };
  return html`
    <form
      class="months"
      aria-label=${strings.chooseMonths}
      @submit=${submit}
      @keydown=${({ key }: KeyboardEvent) => key === 'Escape' && close()}
    >
      ${renderSelect(strings.firstMonth, named(firstMonths), first, (month) => change({ first: month }))}
      ${renderSelect(strings.lastMonth, named(lastMonths), last, (month) => change({ last: month }))}
      <button part="button" class="plain">${strings.showMonths}</button>
    </form>
  `;
}

function renderSelect(
  label: string,
  options: readonly Option[],
  chosen: string,
  choose: (value: string) => void,
): TemplateResult {
  return html`
    <label class="field">
      ${label}
      <select
        .value=${live(chosen)}
        @change=${({ currentTarget }: Event) => currentTarget instanceof HTMLSelectElement && choose(currentTarget.value)}
      >
        ${options.map(({ value, name }) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`)}
      </select>
    </label>
  `;
}
