import type { Inbox } from '@collateral/sdk/contract';
import type { PropertyDeclarations } from 'lit';
import type { Desk, DeskHost, EventMakers } from '../shared/desk.js';
import { CollateralSelectEvent } from '../shared/insights-events.js';
import { LateElement } from '../shared/late-element.js';
import { CollateralPlaceEvent, CollateralReplyEvent, CollateralTransitionEvent } from '../shared/suggestion-events.js';
import { inboxParts, type InboxPart, type InboxPlace } from './inbox-place.js';

/**
 * @summary Shows an owner what waits for them, how long, what they promised and what is overdue, and lets them decide.
 *
 * It asks the client of the provider around it, or shows the inbox given as `data`.
 *
 * @fires {CollateralTransitionEvent} collateral-transition - A person decides; cancel it to keep it from being sent.
 * @fires {CollateralReplyEvent} collateral-reply - A person answers; cancelable.
 * @fires {CollateralPlaceEvent} collateral-place - A person wants to see the place a suggestion is about.
 * @fires {CollateralSelectEvent} collateral-select - A person wants to see the item.
 * @fires {CollateralStatusEvent} collateral-status - The inbox is asked for: `loading`, `loaded`, `failed`.
 *
 * @csspart base - Everything.
 * @csspart summary - How many wait and how many are overdue.
 * @csspart nav - The buttons of the parts.
 * @csspart list - The list.
 * @csspart suggestion - One suggestion.
 * @csspart status - Where one stands.
 * @csspart overdue - How late one is.
 * @csspart place - The place one is about.
 * @csspart reply - One answer.
 * @csspart history - The steps of one.
 * @csspart moves - The decisions about one.
 * @csspart form - A form.
 * @csspart text - The text of a form.
 * @csspart button - A button of the element.
 */
export class CollateralInbox extends LateElement<InboxPlace> {
  /** What Lit watches, and the attributes they are read from. */
  static override properties: PropertyDeclarations = { state: {}, assignee: {}, data: { attribute: false } };

  /** `open`, `waiting`, `promised`, `overdue` or `closed`. @defaultValue 'open' */
  declare state: InboxPart;
  /** Only what was given to this producer or person; empty means all the caller answers for. @defaultValue '' */
  declare assignee: string;
  /** An inbox to show in place of the server's. Suggestions with their replies and history can be opened. */
  declare data: Inbox | undefined;

  /** @internal */
  protected override readonly events: EventMakers = {
    place: (detail) => new CollateralPlaceEvent(detail),
    reply: (detail) => new CollateralReplyEvent(detail),
    select: (detail) => new CollateralSelectEvent(detail),
    transition: (detail) => new CollateralTransitionEvent(detail),
  };

  constructor() {
    super();
    this.state = 'open';
    this.assignee = '';
  }

  protected override get hasData(): boolean {
    return this.data !== undefined;
  }

  protected override get place(): InboxPlace {
    return {
      part: inboxParts.find((part) => part === this.state) ?? 'open',
      assignee: this.assignee,
      data: this.data,
      choose: (part) => (this.state = part),
    };
  }

  protected override async loadDesk(host: DeskHost): Promise<Desk<InboxPlace>> {
    const { InboxDesk } = await import('./inbox-desk.js');
    return new InboxDesk(host);
  }
}
