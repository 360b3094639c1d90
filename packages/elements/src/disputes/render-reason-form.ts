import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { DisputeStrings } from '../shared/dispute-strings.js';
import type { ReasonForm, ReasonForms } from './reason-forms.js';

/** Characters a reason may have; the server takes no more. */
const reasonLength = 1_000;

/** What one form asks. */
export interface ReasonFormView {
  readonly id: string;
  /** Unique in its element. */
  readonly name: string;
  readonly label: string;
  /** What will happen, where nothing is chosen. */
  readonly note: string;
  /** What can be chosen; empty when nothing can. */
  readonly choices: readonly { readonly value: string; readonly label: string; readonly note: string }[];
  readonly sendLabel: string;
  readonly trouble: string;
  /** Gives nothing where the page keeps it from being sent. */
  readonly command: (form: ReasonForm) => Promise<void> | undefined;
}

/** Draws an open form. */
export function renderReasonForm(forms: ReasonForms, strings: DisputeStrings, view: ReasonFormView): TemplateResult {
  const { id, name, label, note, choices, sendLabel, trouble, command } = view;
  const { text, missing, isSending } = forms.of(id);
  const submit = (): void => void forms.send(id, choices.length > 0, command);
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    submit();
  };
  const onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') forms.toggle(id);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const said = missing === 'choice' ? strings.missingChoice : missing === 'reason' ? strings.missingReason : trouble;
  return html`
    <form class="reason" part="form" data-form=${id} novalidate aria-label=${label} @submit=${onSubmit} @keydown=${onKeydown}>
      ${choices.length > 0 ? renderChoices(forms, strings, view) : nothing}
      <label for="${name}-reason">${strings.reason}</label>
      <textarea
        id="${name}-reason"
        data-field="reason"
        rows="3"
        dir="auto"
        maxlength=${reasonLength}
        aria-describedby="${name}-note ${name}-error"
        aria-invalid=${missing === 'reason'}
        .value=${live(text)}
        @input=${(event: InputEvent) => forms.write(id, { text: valueOf(event) })}
        @change=${(event: Event) => event.stopPropagation()}
      ></textarea>
      <p class="hint" id="${name}-note">${note}</p>
      <p class="wrong" id="${name}-error" role="alert">${said}</p>
      <p class="actions">
        <button type="submit" part="button" class="primary" aria-disabled=${isSending}>
          ${isSending ? strings.sending : sendLabel}
        </button>
        <button type="button" part="button" class="plain" @click=${() => forms.toggle(id)}>${strings.cancel}</button>
      </p>
    </form>
  `;
}

function renderChoices(
  forms: ReasonForms,
  strings: DisputeStrings,
  { id, name, choices }: ReasonFormView,
): TemplateResult {
  const { choice, missing } = forms.of(id);
  return html`
    <fieldset aria-describedby=${missing === 'choice' ? `${name}-error` : nothing}>
      <legend>${strings.question}</legend>
      ${choices.map(
        ({ value, label, note }) => html`
          <label class="choice">
            <input
              type="radio"
              name="${name}-choice"
              data-field="choice"
              value=${value}
              .checked=${live(choice === value)}
              @change=${(event: Event) => forms.write(id, { choice: valueOf(event) })}
            />
            <span><strong>${label}</strong> <span class="hint">${note}</span></span>
          </label>
        `,
      )}
    </fieldset>
  `;
}

/** The field's own events stay inside. */
function valueOf(event: Event): string {
  event.stopPropagation();
  const { target } = event;
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : '';
}
