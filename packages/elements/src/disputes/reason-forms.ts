import { isCollateralError } from '@collateral/sdk';

/** What is being written below one rating. */
export interface ReasonForm {
  readonly isOpen: boolean;
  readonly isSending: boolean;
  readonly text: string;
  /** What is chosen; empty where nothing is, or nothing can be. */
  readonly choice: string;
  /** The first field that lacks something. */
  readonly missing: 'choice' | 'reason' | undefined;
  /** Code of why it was not taken. */
  readonly trouble: string | undefined;
  /** The `cause` of that: what it is now. */
  readonly cause: unknown;
}

const untouched: ReasonForm = {
  isOpen: false,
  isSending: false,
  text: '',
  choice: '',
  missing: undefined,
  trouble: undefined,
  cause: undefined,
};

/**
 * The forms that say why, one for each rating. What is typed stays until it was taken: also when the form is closed, when the server
 * refuses it, and when somebody else was faster.
 */
export class ReasonForms {
  readonly #redraw: () => void;
  readonly #forms = new Map<string, ReasonForm>();
  #focusOn: string | undefined;

  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

  of(id: string): ReasonForm {
    return this.#forms.get(id) ?? untouched;
  }

  /** Opens or closes a form and puts the focus where one goes on. */
  toggle(id: string): void {
    const { isOpen, isSending } = this.of(id);
    if (isSending) return;
    this.#focusOn = isOpen ? `[data-open="${CSS.escape(id)}"]` : `[data-form="${CSS.escape(id)}"] [data-field]`;
    this.#put(id, { isOpen: !isOpen, missing: undefined, trouble: undefined });
  }

  write(id: string, change: Partial<Pick<ReasonForm, 'text' | 'choice'>>): void {
    this.#put(id, { ...change, missing: undefined });
  }

  /**
   * Sends what is written unless something is missing; a form that was taken is gone.
   *
   * @param command - gives nothing where the page keeps it from being sent.
   */
  async send(
    id: string,
    needsChoice: boolean,
    command: (form: ReasonForm) => Promise<void> | undefined,
  ): Promise<void> {
    const form = this.of(id);
    if (form.isSending) return;
    const missing = needsChoice && !form.choice ? 'choice' : form.text.trim() ? undefined : 'reason';
    if (missing) {
      this.#focusOn = `[data-form="${CSS.escape(id)}"] [data-field="${missing}"]`;
      this.#put(id, { missing });
      return;
    }
    const sending = command({ ...form, text: form.text.trim() });
    if (!sending) return;
    this.#put(id, { isSending: true, trouble: undefined });
    try {
      await sending;
      this.#forms.delete(id);
      this.#focusOn = `[data-standing="${CSS.escape(id)}"]`;
      this.#redraw();
    } catch (error) {
      const code = isCollateralError(error) ? error.code : 'server-failed';
      this.#put(id, { isSending: false, trouble: code, cause: isCollateralError(error) ? error.cause : undefined });
    }
  }

  /** Puts the focus where it belongs once that is drawn. */
  drawn(root: ParentNode): void {
    const target = this.#focusOn === undefined ? null : root.querySelector<HTMLElement>(this.#focusOn);
    if (!target) return;
    this.#focusOn = undefined;
    target.focus();
  }

  #put(id: string, change: Partial<ReasonForm>): void {
    this.#forms.set(id, { ...this.of(id), ...change });
    this.#redraw();
  }
}
