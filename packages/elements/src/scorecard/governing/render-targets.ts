import type { MeasureId, Scorecard } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { lineOf } from './describe-target.js';
import type { GoverningView } from './governing-view.js';
import { renderTargetForm } from './render-target-form.js';
import { dayOf, type ListedTarget } from './target-states.js';
import type { MeasureTargets, TargetsDesk } from './targets-desk.js';

/** Draws what is to be reached of one measure: the form for whoever may set it, and all targets there were and are to come. */
export function renderTargets(
  id: MeasureId,
  scorecard: Scorecard,
  targets: TargetsDesk,
  view: GoverningView,
): TemplateResult {
  const known = targets.of(id, scorecard);
  const { strings, words, write } = view;
  const { list, trouble, form, saved } = known;
  const { name } = strings.measures[id];
  const { lastDay } = scorecard.window;
  const onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    targets.close(id);
  };
  return html`
    <div class="targets" part="targets" data-targets=${id} @keydown=${onKeydown}>
      ${form ? renderTargetForm(form, scorecard, targets, view) : nothing}
      <p role="status">
        ${
          saved
            ? `${words.saved(lineOf(saved, view))} ${saved.from > lastDay ? words.heldOn(write.day(lastDay)) : ''}`
            : list || trouble !== undefined
              ? ''
              : words.targetsLoading
        }
      </p>
      ${trouble === undefined ? nothing : renderTrouble(trouble, targets, view)}
      ${list ? renderList(name, known, list, scorecard, view) : nothing}
    </div>
  `;
}

function renderTrouble(trouble: string, targets: TargetsDesk, { strings, words }: GoverningView): TemplateResult {
  return html`
    <p role="alert" class="error">
      ${words.auditFailures[trouble] ?? words.targetsFailed}
      <button type="button" part="button" class="plain" @click=${() => targets.load()}>${strings.tryAgain}</button>
    </p>
  `;
}

function renderList(
  name: string,
  { form }: MeasureTargets,
  list: readonly ListedTarget[],
  { asOf, window, subject }: Scorecard,
  view: GoverningView,
): TemplateResult {
  const { words } = view;
  if (list.length === 0) return html`<p class="detail">${words.noTargets}</p>`;
  const today = dayOf(asOf, window.timeZone);
  return html`
    <h5>${words.targetsOf(name)}</h5>
    <ul>
      ${list.map(({ target, isOwn, state }) => {
        const line = lineOf(target, view);
        const of = isOwn && subject.type !== 'organisation' ? subject.name : words.ofOrganisation;
        const button = (label: string, onClick: () => void): TemplateResult => html`
          <button type="button" part="button" class="plain" aria-label=${`${label}: ${line}`} @click=${onClick}>${label}</button>
        `;
        return html`
          <li class=${state}>
            ${line} <span class="aside">(${[...(subject.type === 'organisation' ? [] : [of]), words.states[state]].join('; ')})</span>
            ${
              form && isOwn
                ? html`
                    <span class="deeds">
                      ${button(words.edit, () => form.take(target))}
                      ${state === 'over' ? nothing : button(words.end, () => form.take(target, today < target.from ? target.from : today))}
                    </span>
                  `
                : nothing
            }
          </li>
        `;
      })}
    </ul>
  `;
}
