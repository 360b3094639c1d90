import type { AuditEntry, AuditType, MeasureUnit } from '@collateral/sdk/contract';

/** What is typed of a target. */
export type TargetField = 'value' | 'owner' | 'from' | 'until' | 'reason';

/** How a target stands today: another one may hold in its place. */
export type TargetState = 'holds' | 'coming' | 'over' | 'replaced';

/** Every sentence about targets and the audit trail of a scorecard. Numbers and dates arrive written in the reader's language. */
export interface GoverningStrings {
  // Targets
  /** Above all targets of one measure. */
  readonly targetsOf: (measure: string) => string;
  readonly noTargets: string;
  readonly targetLine: (limit: string, days: string, owner: string) => string;
  readonly states: Readonly<Record<TargetState, string>>;
  readonly ofOrganisation: string;
  readonly edit: string;
  readonly end: string;
  /** Name of the form. */
  readonly formOf: (measure: string) => string;
  readonly fields: Readonly<Record<Exclude<TargetField, 'value'>, string>>;
  /** Name of the field of the value; `direction` is one of the two below. */
  readonly value: Readonly<Record<MeasureUnit, (direction: string) => string>>;
  readonly directions: Readonly<Record<'higher' | 'lower', string>>;
  readonly untilHint: string;
  /** What the first day decides: whether it is a new target or a change of one. */
  readonly changesOne: string;
  readonly isNew: string;
  /** `day` is the last one of the figures. */
  readonly heldOn: (day: string) => string;
  readonly errors: Readonly<Record<Exclude<TargetField, 'value'>, string>>;
  readonly valueError: (low: string, high: string) => string;
  readonly save: string;
  readonly cancel: string;
  readonly saving: string;
  readonly saved: (line: string) => string;
  readonly changedMeanwhile: (line: string) => string;
  readonly targetFailures: Readonly<Record<string, string>>;
  readonly notSaved: string;
  readonly targetsLoading: string;
  readonly targetsFailed: string;

  // The audit trail
  readonly audit: string;
  readonly auditIntro: string;
  readonly auditOnly: string;
  readonly auditAll: string;
  readonly auditTypes: Readonly<Record<AuditType, string>>;
  readonly you: string;
  readonly roles: Readonly<Record<AuditEntry['by']['role'], string>>;
  readonly somethings: Readonly<Record<'item' | 'producer' | 'team', string>>;
  readonly handedOver: (who: string, item: string, from: string, to: string) => string;
  readonly targetSet: (who: string, whom: string, measure: string, limit: string) => string;
  readonly targetChanged: (who: string, whom: string, measure: string, limit: string) => string;
  readonly rulesSet: (who: string) => string;
  readonly rulesChanged: (who: string) => string;
  readonly rules: Readonly<Record<string, string>>;
  readonly opened: (who: string, item: string) => string;
  readonly upheld: (who: string, item: string) => string;
  readonly rejected: (who: string, item: string) => string;
  /** One thing that changed. */
  readonly changed: (name: string, before: string, after: string) => string;
  /** One thing there was none of before. */
  readonly isNow: (name: string, value: string) => string;
  readonly noEnd: string;
  readonly because: (reason: string) => string;
  readonly auditShown: (count: number, written: string) => string;
  readonly auditLoading: string;
  readonly auditEmpty: string;
  readonly auditNoneOf: string;
  readonly auditFailures: Readonly<Record<string, string>>;
  readonly auditFailed: string;
}
