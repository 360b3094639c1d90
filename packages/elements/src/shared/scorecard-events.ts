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

/** A person disputes a rating, or settles a dispute. Cancel it to keep it from being sent; what they typed stays in the form. */
export class CollateralDisputeEvent extends Event {
  /** The item the rating is about. */
  readonly collateralId: string;
  /** Names the rating, and says neither who gave it nor when. */
  readonly ratingId: string;
  /** What is decided: `upheld` leaves the rating out, `rejected` counts it; empty where somebody objects to it. */
  readonly decision: 'upheld' | 'rejected' | '';
  /** Why. */
  readonly reason: string;

  constructor(dispute: {
    collateralId: string;
    ratingId: string;
    decision: 'upheld' | 'rejected' | '';
    reason: string;
  }) {
    super('collateral-dispute', { bubbles: true, composed: true, cancelable: true });
    this.collateralId = dispute.collateralId;
    this.ratingId = dispute.ratingId;
    this.decision = dispute.decision;
    this.reason = dispute.reason;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'collateral-dispute': CollateralDisputeEvent;
    'collateral-target': CollateralTargetEvent;
  }
}
