import type { Client } from '@collateral/sdk';
import type { MoveField, PermittedMove, SuggestionDetail } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Decision, MoveForm } from './move-form.js';
import type { OpenedWords as Words } from './opened-words.js';

/** Draws the decisions a person may take about a suggestion, and the form of the one they chose. */
export function renderMoves(
  detail: SuggestionDetail,
  id: string,
  form: MoveForm,
  client: Client,
  words: Words,
): TemplateResult | typeof nothing {
  const { may, status, hidden } = detail;
  const { strings } = words;
  if (may.move.length === 0 && !may.hide) return nothing;
  const { decision, trouble, doneTo } = form;
  const button = (label: string, choice: Decision, isOn: boolean): TemplateResult => html`
    <button
      type="button"
      part="button"
      class="chip"
      aria-pressed=${isOn}
      @click=${() => form.choose(isOn ? undefined : choice, detail, client)}
    >
      ${label}
    </button>
  `;
  const isChosen = (move: PermittedMove): boolean => decision?.type === 'move' && decision.move.to === move.to;
  return html`
    <div class="moves" part="moves">
      <div class="actions">
        ${may.move.map((move) => button(moveLabel(move, status, words), { type: 'move', move }, isChosen(move)))}
        ${
          may.hide
            ? button(
                hidden ? strings.unhide : strings.hide,
                { type: 'hide' },
                decision?.type === 'hide' && decision.reply === undefined,
              )
            : nothing
        }
      </div>
      <p class="error" role="alert">${trouble ? describeTrouble(trouble, words) : ''}</p>
      <p class="small" role="status">${doneTo ? strings.done(strings.statuses[doneTo] ?? doneTo) : ''}</p>
      ${decision ? renderForm(decision, detail, `${id}-move`, form, client, words) : nothing}
    </div>
  `;
}

/** Accepting is called by what it changes. */
function moveLabel({ to }: PermittedMove, from: string, { strings }: Words): string {
  const isAgain = to === 'accepted' && (from === 'accepted' || from === 'in-progress');
  const isReopening = to === 'accepted' && (from === 'shipped' || from === 'declined');
  return strings.moves[isAgain ? 'again' : isReopening ? 'reopen' : to] ?? to;
}

function describeTrouble({ code, now }: NonNullable<MoveForm['trouble']>, { strings }: Words): string {
  const to = now === undefined ? '' : (strings.statuses[now] ?? now);
  if (now !== undefined) return code === 'revision-conflict' ? strings.changedMeanwhile(to) : strings.notPermitted(to);
  return strings.failures[code] ?? strings.failedList;
}

function renderForm(
  decision: Decision,
  detail: SuggestionDetail,
  id: string,
  form: MoveForm,
  client: Client,
  words: Words,
): TemplateResult {
  const { strings } = words;
  const names = fieldNames(detail, words);
  const isHidden = decision.type === 'hide' && (decision.reply ?? detail).hidden !== null;
  const label =
    decision.type === 'move'
      ? moveLabel(decision.move, detail.status, words)
      : isHidden
        ? strings.unhide
        : decision.reply
          ? strings.hideReply
          : strings.hide;
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    void form.send(detail, client);
  };
  const onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') form.choose(undefined, detail, client);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void form.send(detail, client);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return html`
    <form
      class="box"
      part="form"
      data-form=${detail.suggestionId}
      novalidate
      aria-label=${label}
      @submit=${onSubmit}
      @keydown=${onKeydown}
    >
      ${decision.type === 'move' ? decision.move.requires.map((field) => renderField(field, detail, id, form, words)) : nothing}
      <label class="name" for="${id}-reason">${strings.reason}</label>
      <textarea
        id="${id}-reason"
        data-field="reason"
        rows="2"
        dir="auto"
        maxlength="1000"
        aria-describedby="${id}-error"
        aria-invalid=${form.missing === 'reason' ? 'true' : 'false'}
        .value=${form.typed('reason')}
        @input=${(event: InputEvent) => form.type('reason', valueOf(event))}
        @change=${(event: Event) => event.stopPropagation()}
      ></textarea>
      <p class="error" id="${id}-error" role="alert">${form.missing ? strings.missing(names[form.missing] ?? form.missing) : ''}</p>
      <div class="actions">
        <button type="submit" part="button" class="primary" aria-disabled=${form.isSending}>${label}</button>
        <button type="button" part="button" class="plain" @click=${() => form.choose(undefined, detail, client)}>${strings.cancel}</button>
      </div>
    </form>
  `;
}

function fieldNames({ kind }: SuggestionDetail, { strings }: Words): Readonly<Record<string, string>> {
  const { reason, assignee, due, shippedVersion, newItem, duplicateOf } = strings;
  return { reason, assignee, dueAt: due, duplicateOf, shippedVersion: kind === 'request' ? newItem : shippedVersion };
}

function renderField(
  field: MoveField,
  detail: SuggestionDetail,
  id: string,
  form: MoveForm,
  words: Words,
): TemplateResult {
  const choices = choicesOf(field, detail, form);
  const own = `${id}-${field}`;
  const onInput = (event: Event): void => form.type(field, valueOf(event));
  const described = { error: `${id}-error`, isInvalid: form.missing === field ? 'true' : 'false' };
  return html`
    <label class="name" for=${own}>${fieldNames(detail, words)[field]}</label>
    ${
      choices
        ? html`<select id=${own} data-field=${field} aria-describedby=${described.error} aria-invalid=${described.isInvalid} @change=${onInput}>
            <option value="" ?selected=${form.typed(field) === ''}>${words.strings.choose}</option>
            ${choices.map((choice) => html`<option value=${choice.id} ?selected=${form.typed(field) === choice.id}>${choice.text}</option>`)}
          </select>`
        : html`<input
            id=${own}
            data-field=${field}
            type=${field === 'dueAt' ? 'date' : 'text'}
            aria-describedby=${described.error}
            aria-invalid=${described.isInvalid}
            .value=${form.typed(field)}
            @input=${onInput}
            @change=${(event: Event) => event.stopPropagation()}
          />`
    }
  `;
}

/** What a field can be chosen from; undefined where it has to be typed. */
function choicesOf(
  field: MoveField,
  { kind, assignees, versions }: SuggestionDetail,
  { targets }: MoveForm,
): readonly { readonly id: string; readonly text: string }[] | undefined {
  if (field === 'assignee') return assignees.map(({ id, name }) => ({ id, text: name }));
  if (field === 'duplicateOf') return targets;
  const isOffered = field === 'shippedVersion' && kind !== 'request' && versions.length > 0;
  return isOffered ? versions.map((version) => ({ id: version, text: version })) : undefined;
}

/** The field's own events stay inside. */
function valueOf(event: Event): string {
  event.stopPropagation();
  const { target } = event;
  const isField =
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
  return isField ? target.value : '';
}
