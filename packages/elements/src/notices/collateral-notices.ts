import type { Notices } from '@collateral/sdk/contract';
import type { PropertyDeclarations } from 'lit';
import type { Desk, DeskHost, EventMakers } from '../shared/desk.js';
import { CollateralSelectEvent } from '../shared/insights-events.js';
import { LateElement } from '../shared/late-element.js';
import { CollateralNoticeEvent } from '../shared/suggestion-events.js';
import type { NoticesPlace } from './notices-place.js';

/**
 * @summary Tells people what was done about what they suggested, supported or rated low, and asks them to rate it again.
 *
 * @fires {CollateralSelectEvent} collateral-select - A person wants to rate the item again.
 * @fires {CollateralNoticeEvent} collateral-notice - A person says that it is fixed, or closes the notice; cancelable.
 * @fires {CollateralStatusEvent} collateral-status - The notices are asked for: `loading`, `loaded`, `failed`.
 *
 * @csspart base - Everything.
 * @csspart notice - One notice.
 * @csspart button - A button of the element.
 */
export class CollateralNotices extends LateElement<NoticesPlace> {
  /** What Lit watches, and the attributes they are read from. */
  static override properties: PropertyDeclarations = {
    collateralId: { attribute: 'collateral-id' },
    data: { attribute: false },
  };

  /** Only notices about this item, and nothing at all while there are none; empty means all. @defaultValue '' */
  declare collateralId: string;
  /** Notices to show in place of the server's. */
  declare data: Notices | undefined;

  /** @internal */
  protected override readonly events: EventMakers = {
    notice: (detail) => new CollateralNoticeEvent(detail),
    select: (detail) => new CollateralSelectEvent(detail),
  };

  constructor() {
    super();
    this.collateralId = '';
  }

  protected override get hasData(): boolean {
    return this.data !== undefined;
  }

  protected override get place(): NoticesPlace {
    return { collateralId: this.collateralId, data: this.data };
  }

  protected override async loadDesk(host: DeskHost): Promise<Desk<NoticesPlace>> {
    const { NoticesDesk } = await import('./notices-desk.js');
    return new NoticesDesk(host);
  }
}
