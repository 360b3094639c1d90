import type { Place, Suggestions } from '@collateral/sdk/contract';
import type { PropertyDeclarations } from 'lit';
import type { Desk, DeskHost, EventMakers } from '../shared/desk.js';
import { LateElement } from '../shared/late-element.js';
import {
  CollateralPlaceEvent,
  CollateralReplyEvent,
  CollateralSuggestEvent,
  CollateralTransitionEvent,
  CollateralVoteEvent,
} from '../shared/suggestion-events.js';
import type { SuggestionsPlace } from './suggestions-place.js';

/**
 * @summary Lets people suggest how to improve an item, support what others suggested, answer, and see what became of it; without an
 * item it takes requests for content that does not exist.
 *
 * It asks the client of the provider around it, or shows the list given as `data`. What others do appears within seconds and moves
 * nothing that is being read or typed.
 *
 * @fires {CollateralSuggestEvent} collateral-suggest - A person suggests something; cancel it to keep it from being recorded.
 * @fires {CollateralVoteEvent} collateral-vote - A person supports a suggestion or takes that back; cancelable.
 * @fires {CollateralReplyEvent} collateral-reply - A person answers; cancelable.
 * @fires {CollateralTransitionEvent} collateral-transition - A person decides; cancelable.
 * @fires {CollateralPlaceEvent} collateral-place - A person wants to see the place a suggestion is about.
 * @fires {CollateralStatusEvent} collateral-status - The list is asked for: `loading`, `loaded`, `failed`.
 *
 * @csspart base - Everything.
 * @csspart form - A form.
 * @csspart text - The text of a form.
 * @csspart button - A button of the element.
 * @csspart filters - What narrows and sorts the list.
 * @csspart similar - Suggestions like the one being written.
 * @csspart list - The list.
 * @csspart suggestion - One suggestion.
 * @csspart vote - The button that supports one.
 * @csspart status - Where one stands.
 * @csspart overdue - How late one is.
 * @csspart place - The place one is about.
 * @csspart reply - One answer.
 * @csspart history - The steps of one.
 * @csspart moves - The decisions about one.
 * @csspart gaps - Searches without a result.
 */
export class CollateralSuggestions extends LateElement<SuggestionsPlace> {
  /** What Lit watches, and the attributes they are read from. */
  static override properties: PropertyDeclarations = {
    collateralId: { attribute: 'collateral-id' },
    version: {},
    about: { attribute: false },
    status: {},
    sort: {},
    readonly: { type: Boolean },
    data: { attribute: false },
  };

  /** The item; empty means requests for content that does not exist. @defaultValue '' */
  declare collateralId: string;
  /** The version of the item the page shows; empty means the one published. @defaultValue '' */
  declare version: string;
  /** The place of the item a new suggestion points at, for example the slide that is open in the page's viewer. */
  declare about: Place | undefined;
  /** One status, `open` or `closed`; empty means all but duplicates. @defaultValue '' */
  declare status: string;
  /** `supporters`, `newest`, `changed` or `due`. @defaultValue 'supporters' */
  declare sort: string;
  /** Nothing can be written or supported here. @defaultValue false */
  declare readonly: boolean;
  /** A list to show in place of the server's. Suggestions with their replies and history can be opened. */
  declare data: Suggestions | undefined;

  /** @internal */
  protected override readonly events: EventMakers = {
    place: (detail) => new CollateralPlaceEvent(detail),
    reply: (detail) => new CollateralReplyEvent(detail),
    suggest: (detail) => new CollateralSuggestEvent(detail),
    transition: (detail) => new CollateralTransitionEvent(detail),
    vote: (detail) => new CollateralVoteEvent(detail),
  };

  constructor() {
    super();
    this.collateralId = '';
    this.version = '';
    this.status = '';
    this.sort = 'supporters';
    this.readonly = false;
  }

  protected override get hasData(): boolean {
    return this.data !== undefined;
  }

  protected override get place(): SuggestionsPlace {
    return {
      collateralId: this.collateralId,
      version: this.version,
      about: this.about,
      status: this.status,
      sort: this.sort,
      isReadonly: this.readonly,
      data: this.data,
      choose: (fields) => void Object.assign(this, fields),
    };
  }

  protected override async loadDesk(host: DeskHost): Promise<Desk<SuggestionsPlace>> {
    const { SuggestionsDesk } = await import('./suggestions-desk.js');
    return new SuggestionsDesk(host);
  }
}
