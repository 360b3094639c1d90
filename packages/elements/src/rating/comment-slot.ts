import type { ItemReference } from '@collateral/sdk';
import { nothing, type TemplateResult } from 'lit';
import type { SpokenStrings } from '../shared/strings-for.js';
import type { CommentHost, CommentOffer } from './comment-offer.js';
import type { RatingRecord } from './rating-record.js';
import type { CommentWhen, Remark } from './remark.js';

/** The place of the comment form. What decides and draws is loaded the first time a comment may be asked for. */
export class CommentSlot {
  readonly #host: CommentHost;
  readonly #record: RatingRecord;
  readonly #onSave: (remark: Remark) => void;
  #made: CommentOffer | undefined;
  #person = 0;
  #offers = 0;

  constructor(host: CommentHost, record: RatingRecord, onSave: (remark: Remark) => void) {
    this.#host = host;
    this.#record = record;
    this.#onSave = onSave;
  }

  get isOpen(): boolean {
    return this.#offer?.isOpen === true;
  }

  /** Opens the form where one is wanted for this value, else closes it. */
  async offer(when: CommentWhen, value: number | null): Promise<void> {
    const { client } = this.#record;
    const known = this.#offer;
    const offer = (this.#offers += 1);
    if (value === null || when === 'none' || !client) {
      known?.close();
      return;
    }
    try {
      const module = await import('./comment-offer.js');
      if (offer !== this.#offers) return;
      this.#made ??= new module.CommentOffer(this.#host, this.#record, this.#onSave);
      await this.#made.offer(when, value, client, () => offer === this.#offers);
    } catch {
      // Without the form there is still the rating, which is saved already.
      known?.close();
    }
  }

  /** Turns to another item; what is being loaded for this one comes too late. */
  turnTo(item: ItemReference | undefined): void {
    this.#offers += 1;
    this.#offer?.turnTo(item);
  }

  /** Draws the form while it is open. */
  render(strings: SpokenStrings): TemplateResult | typeof nothing {
    return this.#offer?.render(strings) ?? nothing;
  }

  /** Everything typed goes with the person who typed it. */
  get #offer(): CommentOffer | undefined {
    const { person } = this.#record;
    if (person !== this.#person) {
      this.#made = undefined;
      this.#offers += 1;
    }
    this.#person = person;
    return this.#made;
  }
}
