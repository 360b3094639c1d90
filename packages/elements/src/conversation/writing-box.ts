import type { Client } from '@collateral/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { DeskHost } from '../shared/desk.js';
import type { Words } from './words.js';

/** Characters a suggestion or a reply may have; the server takes no more. */
const textLength = 4_000;

/** How many are left when the counter appears. */
const countFrom = 400;

/** What stands around a box. */
export interface BoxView {
  /** Unique in its element. */
  readonly id: string;
  readonly label: string;
  /** Said below: how the author will appear. */
  readonly note: string;
  readonly sendLabel: string;
  readonly rows: number;
  /** Not the first thing to do here. @defaultValue false */
  readonly isQuiet?: boolean;
  /** Sends; false keeps the text. */
  readonly onSend: (text: string) => Promise<boolean> | boolean;
  readonly onInput?: (text: string) => void;
  readonly onCancel?: () => void;
  /** Stands between the text and its buttons. */
  readonly between?: TemplateResult | typeof nothing;
}

/** A text that is being written: kept over a reload and until it is safe, counted near its end, sent with Ctrl+Enter as well. */
export class WritingBox {
  readonly #host: Pick<DeskHost, 'root' | 'redraw'>;
  #client: Client | undefined;
  #typedFor: Client | undefined;
  #name = '';
  #text = '';
  #error: 'empty' | 'tooLong' | 'notStored' | 'refusedText' | undefined;
  #isSending = false;

  constructor(host: Pick<DeskHost, 'root' | 'redraw'>) {
    this.#host = host;
  }

  get text(): string {
    return this.#text;
  }

  /** Turns to a draft. What was typed before it was read goes first. */
  open(client: Client | undefined, name: string): void {
    if (client === this.#client && name === this.#name) return;
    // Another client may be another person's; without one the element is only being moved.
    if (name !== this.#name || (client && this.#typedFor && client !== this.#typedFor)) this.#text = '';
    this.#typedFor = client ?? this.#typedFor;
    this.#client = client;
    this.#name = name;
    this.#error = undefined;
    void client?.drafts.read(name).then((draft) => {
      if (client !== this.#client || name !== this.#name || this.#text || !draft) return;
      this.#text = draft;
      this.#host.redraw();
    });
  }

  /** Puts a text back that was refused after it seemed safe, unless another is being written. */
  giveBack(text: string): void {
    this.#error = 'refusedText';
    if (!this.#text) this.write(text);
    this.#host.redraw();
  }

  /** Puts a text in. */
  write(text: string): void {
    this.#text = text;
    this.#client?.drafts.keep(this.#name, text);
  }

  /** Draws it. */
  render(words: Words, view: BoxView): TemplateResult {
    const { strings, count } = words;
    const left = textLength - this.#text.length;
    const error = this.#describeError(words);
    const send = (): void => void this.#send(view);
    const onSubmit = (event: Event): void => {
      event.preventDefault();
      send();
    };
    const onKeydown = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
      else if (event.key === 'Escape' && view.onCancel) view.onCancel();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    return html`
      <form class="box" part="form" novalidate @submit=${onSubmit} @keydown=${onKeydown}>
        <label class="name" for=${view.id}>${view.label}</label>
        <textarea
          id=${view.id}
          part="text"
          rows=${view.rows}
          dir="auto"
          aria-describedby="${view.id}-note ${view.id}-error"
          aria-invalid=${error ? 'true' : 'false'}
          .value=${this.#text}
          @input=${(event: Event) => this.#onInput(event, view)}
          @change=${(event: Event) => event.stopPropagation()}
        ></textarea>
        <p class="note" id="${view.id}-note">
          ${view.note} ${left < countFrom && left >= 0 ? html`<span class="left">${strings.left(left, count(left))}</span>` : nothing}
        </p>
        <p class="error" id="${view.id}-error" role="alert">${error}</p>
        ${view.between ?? nothing}
        <div class="actions">
          <button type="submit" part="button" class=${view.isQuiet ? 'chip' : 'primary'} aria-disabled=${this.#isSending}>${view.sendLabel}</button>
          ${
            view.onCancel
              ? html`<button type="button" part="button" class="plain" @click=${view.onCancel}>${strings.cancel}</button>`
              : nothing
          }
        </div>
      </form>
    `;
  }

  #describeError({ strings, count }: Words): string {
    if (!this.#error) return '';
    const over = this.#text.trim().length - textLength;
    return this.#error === 'tooLong' ? strings.tooLong(over, count(over)) : strings[this.#error];
  }

  /** The text's own events stay inside. */
  #onInput(event: Event, { onInput }: BoxView): void {
    event.stopPropagation();
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    this.write(event.target.value);
    this.#error = undefined;
    onInput?.(this.#text);
    this.#host.redraw();
  }

  async #send({ id, onSend }: BoxView): Promise<void> {
    if (this.#isSending) return;
    const text = this.#text.trim();
    this.#error = checkText(text);
    if (this.#error) {
      this.#host.redraw();
      this.#host.root.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus();
      return;
    }
    this.#isSending = true;
    this.#host.redraw();
    const isSafe = await onSend(text);
    this.#isSending = false;
    // Somebody may have typed on while it was being stored.
    if (isSafe && this.#text.trim() === text) this.write('');
    this.#host.redraw();
  }

  /** The device could not keep it. */
  fail(): void {
    this.#error = 'notStored';
    this.#host.redraw();
  }
}

// Spaces, controls and signs that only steer others. The contract's own list, which would bring its schemas with it.
const invisible = /[\s\p{Cc}\p{Cf}\p{Mn}\u115F\u1160\u2800\u3164\uFFA0]/gu;

/** What is wrong with a text. */
function checkText(text: string): 'empty' | 'tooLong' | undefined {
  if (text.replace(invisible, '') === '') return 'empty';
  return text.length > textLength ? 'tooLong' : undefined;
}
