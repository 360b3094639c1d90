/** A person sets or changes a target. Cancel it to keep it from being sent; what they typed stays in the form. */
export class CollateralTargetEvent extends Event {
  /** Which measure, for example `P5`. */
  readonly measure: string;
  /** Whom it is for: `producer`, `team` or `organisation`. */
  readonly subject: string;
  /** Id of the producer or team; empty for the organisation. */
  readonly subjectId: string;
  /** In the unit of the measure: a share from 0 to 1, days, or points. */
  readonly value: number;
  /** Who answers for it. */
  readonly owner: string;
  /** First day, `YYYY-MM-DD`. */
  readonly from: string;
  /** Last day; empty while it has no end. */
  readonly until: string;
  /** Why. */
  readonly reason: string;

  constructor(target: {
    measure: string;
    subject: string;
    subjectId: string;
    value: number;
    owner: string;
    from: string;
    until: string;
    reason: string;
  }) {
    super('collateral-target', { bubbles: true, composed: true, cancelable: true });
    this.measure = target.measure;
    this.subject = target.subject;
    this.subjectId = target.subjectId;
    this.value = target.value;
    this.owner = target.owner;
    this.from = target.from;
    this.until = target.until;
    this.reason = target.reason;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'collateral-target': CollateralTargetEvent;
  }
}
