import { nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { SpokenStrings } from '../shared/strings-for.js';
import type { NoticeHost, NoticeOffer } from './notice-offer.js';
import type { RatingRecord } from './rating-record.js';

/** The place of what was done about what a person asked for. What asks and draws is loaded only where the page wants notices. */
export class NoticeSlot implements ReactiveController {
  readonly #host: NoticeHost;
  readonly #record: RatingRecord;
  #loading: Promise<void> | undefined;
  #offer: NoticeOffer | undefined;

  constructor(host: NoticeHost, record: RatingRecord) {
    this.#host = host;
    this.#record = record;
    host.addController(this);
  }

  hostUpdate(): void {
    const host = this.#host;
    if (host.notices)
      this.#loading ??= import('./notice-offer.js').then(
        ({ NoticeOffer }) => {
          this.#offer = new NoticeOffer(host);
          host.requestUpdate();
        },
        // Without the file nothing is told here; rating goes on as ever, and the next drawing asks for it again.
        () => (this.#loading = undefined),
      );
    this.#offer?.follow(host.notices ? this.#record : {});
  }

  hostDisconnected(): void {
    this.#offer?.follow({});
  }

  /** Draws the newest notice about the item. */
  render(language: string, strings: SpokenStrings, canRate: boolean): TemplateResult | typeof nothing {
    return this.#offer?.render(language, strings, canRate) ?? nothing;
  }
}
