import { measureDefinitions, type Scorecard } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { TargetField } from '../../shared/governing-strings.js';
import { lineOf } from './describe-target.js';
import type { GoverningView } from './governing-view.js';
import type { TargetForm } from './target-form.js';
import { valueEnds } from './target-value.js';
import type { TargetsDesk } from './targets-desk.js';

/** Characters the server takes. */
const longest = { owner: 200, reason: 1_000 } as const;

/** Draws the form of a target: what is wrong stands beside each field. */
export function renderTargetForm(
  form: TargetForm,
  { window }: Scorecard,
  targets: TargetsDesk,
  view: GoverningView,
): TemplateResult {
  const { strings, words, write } = view;
  const { measure } = form;
  const { unit, better } = measureDefinitions[measure];
  const { fields, errors } = words;
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    targets.send(form);
  };
  const [low, high] = valueEnds(unit).map((end) => write.count(end)) as [string, string];
  const field = (name: TargetField, type: string, label: string, error: string, hint = ''): TemplateResult =>
    renderField(form, { name, type, label, error, hint });
  return html`
    <form part="form" novalidate aria-label=${words.formOf(strings.measures[measure].name)} @submit=${onSubmit}>
      ${field('value', 'text', words.value[unit](words.directions[better]), words.valueError(low, high))}
      ${field('owner', 'text', fields.owner, errors.owner)}
      ${field('from', 'date', fields.from, errors.from, form.changes ? words.changesOne : words.isNew)}
      ${field('until', 'date', fields.until, errors.until, words.untilHint)}
      ${field('reason', 'textarea', fields.reason, errors.reason)}
      <p class="detail wide">${words.heldOn(write.day(window.lastDay))}</p>
      <p class="error wide" role="alert">${describeTrouble(form, view)}</p>
      <p class="wide deeds">
        <button type="submit" part="button" class="primary" aria-disabled=${form.isSending}>
          ${form.isSending ? words.saving : words.save}
        </button>
        <button type="button" part="button" class="plain" @click=${() => targets.close(measure)}>${words.cancel}</button>
      </p>
    </form>
  `;
}

function describeTrouble({ conflict, trouble }: TargetForm, view: GoverningView): string {
  const { words } = view;
  if (conflict) return words.changedMeanwhile(lineOf(conflict, view));
  return trouble === undefined ? '' : (words.targetFailures[trouble] ?? words.notSaved);
}

interface FieldView {
  readonly name: TargetField;
  readonly type: string;
  readonly label: string;
  readonly error: string;
  readonly hint: string;
}

function renderField(form: TargetForm, { name, type, label, error, hint }: FieldView): TemplateResult {
  const id = `target-${form.measure}-${name}`;
  const isWrong = form.isWrong(name);
  const described = [...(isWrong ? [`${id}-error`] : []), ...(hint ? [`${id}-hint`] : [])].join(' ');
  // The field's own events stay inside.
  const onInput = (event: Event): void => {
    event.stopPropagation();
    const { target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) form.type(name, target.value);
  };
  const stay = (event: Event): void => event.stopPropagation();
  return html`
    <div class=${type === 'textarea' ? 'wide' : ''}>
      <label for=${id}>${label}</label>
      ${
        type === 'textarea'
          ? html`<textarea
              id=${id}
              data-field=${name}
              rows="2"
              dir="auto"
              maxlength=${longest.reason}
              aria-required="true"
              aria-invalid=${isWrong}
              aria-describedby=${described || nothing}
              .value=${form.typed(name)}
              @input=${onInput}
              @change=${stay}
            ></textarea>`
          : html`<input
              id=${id}
              data-field=${name}
              type=${type}
              dir=${name === 'owner' ? 'auto' : nothing}
              inputmode=${name === 'value' ? 'decimal' : nothing}
              maxlength=${type === 'text' ? longest.owner : nothing}
              autocomplete="off"
              aria-required=${name === 'until' ? nothing : 'true'}
              aria-invalid=${isWrong}
              aria-describedby=${described || nothing}
              .value=${form.typed(name)}
              @input=${onInput}
              @change=${stay}
            />`
      }
      ${hint ? html`<p class="detail" id="${id}-hint">${hint}</p>` : nothing}
      ${isWrong ? html`<p class="error" id="${id}-error">${error}</p>` : nothing}
    </div>
  `;
}
