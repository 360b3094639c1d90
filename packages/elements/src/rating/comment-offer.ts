import type { Client, ItemReference } from '@collateral/sdk';
import { nothing, type TemplateResult } from 'lit';
import type { SpokenStrings } from '../shared/strings-for.js';
import { wear } from '../shared/wear.js';
import { keyOf } from './asked-item.js';
import { CommentForm } from './comment-form.js';
import { commentStyles } from './comment-styles.js';
import type { RatingRecord } from './rating-record.js';
import type { CommentWhen, Remark } from './remark.js';

/** Where the form is drawn. */
export interface CommentHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  requestUpdate(): void;
  focus(): void;
}

/** Something typed and not saved yet. */
interface Draft {
  readonly remark: Remark;
  readonly isLow: boolean;
}

/** Ratings up to this count as low when the server does not say. */
const usualLowRating = 2;

/** Decides when a comment is asked for, and keeps what was typed about one item while another is shown. */
export class CommentOffer {
  readonly #host: CommentHost;
  readonly #record: RatingRecord;
  readonly #onSave: (remark: Remark) => void;
  readonly #form = new CommentForm();
  readonly #drafts = new Map<string, Draft>();
  #about = '';
  #isOpen = false;
  #isLow = false;

  constructor(host: CommentHost, record: RatingRecord, onSave: (remark: Remark) => void) {
    this.#host = host;
    this.#record = record;
    this.#onSave = onSave;
    wear(host.renderRoot, [commentStyles]);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Opens the form where one is wanted for this value, else closes it, unless it is too late when that is known. */
  async offer(when: CommentWhen, value: number, client: Client, isWanted: () => boolean): Promise<void> {
    const lowRating = await client.config().then(
      (config) => config.lowRating,
      () => usualLowRating,
    );
    if (!isWanted()) return;
    this.#isLow = value <= lowRating;
    this.#about = keyOf(this.#record.item);
    const mine = this.#record.loader.summary?.mine;
    if (!this.#isOpen) this.#form.fill(mine?.value === value ? mine : {});
    this.#isOpen = when === 'optional' || this.#isLow;
    this.#host.requestUpdate();
  }

  /** Turns to another item, and opens the form again where something was typed about it and not saved. */
  turnTo(item: ItemReference | undefined): void {
    const to = keyOf(item);
    if (to === this.#about) return;
    if (this.#isOpen && this.#form.isChanged)
      this.#drafts.set(this.#about, { remark: this.#form.remark, isLow: this.#isLow });
    this.close();
    this.#about = to;
    const draft = this.#drafts.get(to);
    this.#drafts.delete(to);
    if (!draft) return;
    this.#form.resume(draft.remark);
    this.#isLow = draft.isLow;
    this.#isOpen = true;
  }

  /** Closes the form. */
  close(): void {
    if (this.#isOpen) this.#host.requestUpdate();
    this.#isOpen = false;
  }

  /** Draws the form while it is open. */
  render(strings: SpokenStrings): TemplateResult | typeof nothing {
    if (!this.#isOpen) return nothing;
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
