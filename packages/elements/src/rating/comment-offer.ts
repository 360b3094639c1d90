import type { ItemReference } from '@collateral/sdk';
import { nothing, type TemplateResult } from 'lit';
import type { SpokenStrings } from '../shared/strings-for.js';
import { keyOf } from './asked-item.js';
import type { CommentForm, Remark } from './comment-form.js';
import type { RatingRecord } from './rating-record.js';

/** When a comment is asked for. */
export type CommentWhen = 'none' | 'optional' | 'when-low';

/** Ratings up to this count as low when the server does not say. */
const usualLowRating = 2;

/** Where the form is drawn. */
interface Host {
  readonly renderRoot: HTMLElement | DocumentFragment;
  requestUpdate(): void;
  focus(): void;
}

/** Decides when a comment is asked for, and loads the form the first time it is. */
export class CommentOffer {
  readonly #host: Host;
  readonly #record: RatingRecord;
  readonly #onSave: (remark: Remark) => void;
  #form: CommentForm | undefined;
  #about = '';
  #offers = 0;
  #isOpen = false;
  #isLow = false;

  constructor(host: Host, record: RatingRecord, onSave: (remark: Remark) => void) {
    this.#host = host;
    this.#record = record;
    this.#onSave = onSave;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Opens the form where one is wanted for this value, else closes it. */
  async offer(when: CommentWhen, value: number | null): Promise<void> {
    const { client } = this.#record;
    const offer = (this.#offers += 1);
    if (value === null || when === 'none' || !client) {
      this.close();
      return;
    }
    try {
      const [module, lowRating] = await Promise.all([
        import('./comment-form.js'),
        client.config().then(
          (config) => config.lowRating,
          () => usualLowRating,
        ),
      ]);
      if (offer !== this.#offers) return;
      this.#isLow = value <= lowRating;
      this.#form ??= module.createCommentForm(this.#host.renderRoot);
      const mine = this.#record.loader.summary?.mine;
      if (!this.#isOpen) this.#form.fill(mine?.value === value ? mine : {});
      this.#isOpen = when === 'optional' || this.#isLow;
      this.#host.requestUpdate();
    } catch {
      // Without the form there is still the rating, which is saved already.
      this.close();
    }
  }

  /** Turns to another item, and opens the form again where something was typed about it and not saved. */
  turnTo(item: ItemReference | undefined): void {
    const shown = this.#isOpen ? { isLow: this.#isLow } : undefined;
    const [from, to] = [this.#about, keyOf(item)];
    this.close();
    this.#about = to;
    const draft = from === to ? undefined : this.#form?.turn(from, to, shown);
    if (!draft) return;
    this.#isLow = draft.isLow;
    this.#isOpen = true;
  }

  /** Closes the form; what is being loaded for it comes too late. */
  close(): void {
    this.#offers += 1;
    if (this.#isOpen) this.#host.requestUpdate();
    this.#isOpen = false;
  }

  /** Draws the form while it is open. */
  render(strings: SpokenStrings): TemplateResult | typeof nothing {
    if (!this.#isOpen || !this.#form) return nothing;
    return this.#form.render({
      isLow: this.#isLow,
      strings,
      onSave: (remark) => {
        this.#leave();
        this.#onSave(remark);
      },
      onClose: () => this.#leave(),
      onChange: () => this.#host.requestUpdate(),
    });
  }

  /** The button that had the focus goes with the form, so the focus goes back to the points. */
  #leave(): void {
    this.close();
    this.#host.focus();
  }
}
