import type { Disputes, Scorecard, ScorecardComparison, ScorecardEvidence } from '@collateral/sdk/contract';
import type { PropertyDeclarations } from 'lit';
import type { Desk, DeskHost, EventMakers } from '../shared/desk.js';
import { CollateralFilterEvent, CollateralSelectEvent } from '../shared/insights-events.js';
import { CollateralDisputeEvent, CollateralTargetEvent } from '../shared/scorecard-events.js';
import { LateElement } from '../shared/late-element.js';
import type { ScorecardPlace } from './scorecard-place.js';

/**
 * @summary Shows how those who make collateral, or those who use it, do: each measure with its interval, its target, how it changed,
 * its course, and how it is counted; compares producers or teams as intervals on one axis; lets those who may set targets; lists
 * disputed ratings, which whoever manages the item settles; and tells who changed what.
 *
 * It asks the client of the provider around it, or shows the scorecard or comparison given as `data`. What isn't known is never good
 * or bad, and nobody is ranked.
 *
 * @fires {CollateralSelectEvent} collateral-select - A person wants to see what is behind a number (`screen` is `evidence`), the
 * scorecard of somebody compared (`scorecard`), or compares by another measure (`comparison`). Cancel it to show that yourself.
 * @fires {CollateralFilterEvent} collateral-filter - A person chose another `period`; the element shows it by itself.
 * @fires {CollateralTargetEvent} collateral-target - A person sets or changes a target. Cancel it to keep it from being sent.
 * @fires {CollateralDisputeEvent} collateral-dispute - A person settles a dispute. Cancel it to keep it from being sent.
 * @fires {CollateralStatusEvent} collateral-status - The scorecard is asked for: `loading`, `loaded`, `failed`.
 *
 * @csspart base - Everything.
 * @csspart measure - One measure.
 * @csspart chart - A course over time, or the comparison, with its sentence and table.
 * @csspart table - A table.
 * @csspart targets - The targets of one measure.
 * @csspart form - The form of a target, or one that settles a dispute.
 * @csspart trail - The audit trail.
 * @csspart entry - One change in it.
 * @csspart button - A button of the element.
 */
export class CollateralScorecard extends LateElement<ScorecardPlace> {
  /** What Lit watches, and the attributes they are read from. */
  static override properties: PropertyDeclarations = {
    screen: {},
    subject: {},
    subjectId: { attribute: 'subject-id' },
    period: {},
    compare: {},
    measure: {},
    itemHref: { attribute: 'item-href' },
    suggestionHref: { attribute: 'suggestion-href' },
    order: { attribute: false },
    data: { attribute: false },
    evidence: { attribute: false },
  };

  /**
   * One `scorecard`, the `comparison` of all producers or teams, the `disputes` about ratings, or the `audit` trail.
   * @defaultValue 'scorecard'
   */
  declare screen: string;
  /** Whom it is about: `producer`, `team` or `organisation`; for a comparison what is compared. @defaultValue 'organisation' */
  declare subject: string;
  /** Id of the producer or team; empty for the organisation. @defaultValue '' */
  declare subjectId: string;
  /**
   * As in the insights, for example `last-30-days`, `2026-05` or `2026-Q2`, or up to 12 whole months such as `2026-02..2026-07`.
   * @defaultValue 'last-90-days'
   */
  declare period: string;
  /** What the period is compared with: `previous` or `year-before`. @defaultValue 'previous' */
  declare compare: string;
  /** By which measure producers or teams are compared, for example `P5`; empty for the first with figures. @defaultValue '' */
  declare measure: string;
  /** Where an item is found, with `{id}` for its id, for example `/items/{id}`: names behind a number become links. @defaultValue '' */
  declare itemHref: string;
  /** Where a suggestion is found, with `{id}` for its id. @defaultValue '' */
  declare suggestionHref: string;
  /** Ids of producers or teams in the order to compare them in; the others follow by name. @defaultValue [] */
  declare order: readonly string[];
  /** A scorecard, comparison or list of disputes to show in place of the server's. */
  declare data: Scorecard | ScorecardComparison | Disputes | undefined;
  /** What is behind a number, for `data`; it is shown once a person asks for it. */
  declare evidence: ScorecardEvidence | undefined;

  /** @internal */
  protected override readonly events: EventMakers = {
    dispute: (detail) => new CollateralDisputeEvent(detail),
    filter: (detail) => new CollateralFilterEvent(detail),
    select: (detail) => new CollateralSelectEvent(detail),
    target: (detail) => new CollateralTargetEvent(detail),
  };

  constructor() {
    super();
    this.screen = 'scorecard';
    this.subject = 'organisation';
    this.subjectId = '';
    this.period = 'last-90-days';
    this.compare = 'previous';
    this.measure = '';
    this.itemHref = '';
    this.suggestionHref = '';
    this.order = [];
  }

  /** Returns what is shown as CSV: measures, disputes or changes as far as they were read; empty while there is nothing. */
  toCSV(): string {
    return this.csv();
  }

  protected override get hasData(): boolean {
    return this.data !== undefined;
  }

  protected override get place(): ScorecardPlace {
    const { screen, subject, subjectId, period, compare, measure, itemHref, suggestionHref, order, data, evidence } =
      this;
    const move: ScorecardPlace['move'] = (to) => void Object.assign(this, to);
    return {
      screen,
      subject,
      subjectId,
      period,
      compare,
      measure,
      itemHref,
      suggestionHref,
      order,
      data,
      evidence,
      move,
    };
  }

  protected override async loadDesk(host: DeskHost): Promise<Desk<ScorecardPlace>> {
    const { ScorecardDesk } = await import('./scorecard-desk.js');
    return new ScorecardDesk(host);
  }
}
