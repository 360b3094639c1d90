import type { Scorecard } from '@collateral/sdk/contract';
import type { PropertyDeclarations } from 'lit';
import type { Desk, DeskHost, EventMakers } from '../shared/desk.js';
import { CollateralSelectEvent } from '../shared/insights-events.js';
import { LateElement } from '../shared/late-element.js';
import type { ScorecardPlace } from './scorecard-place.js';

/**
 * @summary Shows how those who make collateral, or those who use it, do: each measure with its interval, its target, how it changed,
 * its course, and how it is counted.
 *
 * It asks the client of the provider around it, or shows the scorecard given as `data`. What isn't known is never good or bad.
 *
 * @fires {CollateralSelectEvent} collateral-select - A person wants to see what is behind a number: `measure` says which.
 * @fires {CollateralStatusEvent} collateral-status - The scorecard is asked for: `loading`, `loaded`, `failed`.
 *
 * @csspart base - Everything.
 * @csspart measure - One measure.
 * @csspart chart - A course over time with its sentence and table.
 * @csspart table - A table.
 * @csspart button - A button of the element.
 */
export class CollateralScorecard extends LateElement<ScorecardPlace> {
  /** What Lit watches, and the attributes they are read from. */
  static override properties: PropertyDeclarations = {
    subject: {},
    subjectId: { attribute: 'subject-id' },
    period: {},
    compare: {},
    data: { attribute: false },
  };

  /** Whom it is about: `producer`, `team` or `organisation`. @defaultValue 'organisation' */
  declare subject: string;
  /** Id of the producer or team; empty for the organisation. @defaultValue '' */
  declare subjectId: string;
  /** As in the insights, for example `last-30-days`, `2026-05` or `2026-Q2`. @defaultValue 'last-90-days' */
  declare period: string;
  /** What the period is compared with: `previous` or `year-before`. @defaultValue 'previous' */
  declare compare: string;
  /** A scorecard to show in place of the server's. */
  declare data: Scorecard | undefined;

  /** @internal */
  protected override readonly events: EventMakers = { select: (detail) => new CollateralSelectEvent(detail) };

  constructor() {
    super();
    this.subject = 'organisation';
    this.subjectId = '';
    this.period = 'last-90-days';
    this.compare = 'previous';
  }

  protected override get hasData(): boolean {
    return this.data !== undefined;
  }

  protected override get place(): ScorecardPlace {
    const { subject, subjectId, period, compare, data } = this;
    return { subject, subjectId, period, compare, data };
  }

  protected override async loadDesk(host: DeskHost): Promise<Desk<ScorecardPlace>> {
    const { ScorecardDesk } = await import('./scorecard-desk.js');
    return new ScorecardDesk(host);
  }
}
