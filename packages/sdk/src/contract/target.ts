import * as v from 'valibot';
import { calendarDaySchema } from './calendar-day-schema.js';
import { hostIdSchema } from './id-schema.js';
import { limits } from './limits.js';
import { measureDefinitions, measureIds, type MeasureId } from './scorecard-measures.js';
import { scorecardSubjects, type ScorecardSubjectType } from './scorecard.js';

/** What somebody is to reach. */
export interface Target {
  /** Which measure. */
  readonly measure: MeasureId;
  /** Whom it is set for. Without one of their own, producers and teams have that of the organisation. */
  readonly subject: ScorecardSubjectType;
  /** Id of the producer or team; null for the organisation. */
  readonly id: string | null;
  /** In the unit of the measure: a share from 0 to 1, days, or points. */
  readonly value: number;
  /** Who answers for it; for people to read. */
  readonly owner: string;
  /** First day it holds, `YYYY-MM-DD`; a later one takes over from an earlier one. */
  readonly from: string;
  /** Last day it holds; null while it has no end. */
  readonly until: string | null;
}

/** A target as it is kept. */
export interface StoredTarget extends Target {
  /** What a change has to expect: counts up from 1. */
  readonly revision: number;
  /** When it was last written, ISO 8601 UTC. */
  readonly setAt: string;
}

/** Reply to `GET /v1/targets`. */
export interface Targets {
  /** By measure, subject, id and first day. */
  readonly targets: readonly StoredTarget[];
}

/** Body of `PUT /v1/targets`: sets one target, or changes it. */
export interface TargetCommand extends Target {
  /** The revision the sender saw; 0 for a new one. Another one is answered with 409 `revision-conflict`. */
  readonly expect: number;
  /** Why, 1 to 1000 characters; kept in the audit trail. */
  readonly reason: string;
}

/** What the refusal of a command for another revision carries beside its code. */
export interface TargetConflict {
  /** As it is now; null when none begins on that day. */
  readonly target: StoredTarget | null;
}

/** Reply to `PUT /v1/targets`. */
export interface TargetReply {
  /** As it is kept now. */
  readonly target: StoredTarget;
}

const text = (length: number): v.GenericSchema<unknown, string> =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(length));

/** Body of `PUT /v1/targets`. */
export const targetSchema: v.GenericSchema<unknown, TargetCommand> = v.pipe(
  v.object({
    measure: v.picklist(measureIds),
    subject: v.picklist(scorecardSubjects),
    id: v.nullable(hostIdSchema),
    value: v.pipe(v.number(), v.finite()),
    owner: text(limits.shortTextLength),
    from: calendarDaySchema,
    until: v.nullable(calendarDaySchema),
    expect: v.pipe(v.number(), v.integer(), v.minValue(0)),
    reason: text(limits.reasonLength),
  }),
  v.forward(
    v.check(({ subject, id }) => (subject === 'organisation') === (id === null)),
    ['id'],
  ),
  v.forward(
    v.check(({ from, until }) => until === null || until >= from),
    ['until'],
  ),
  v.forward(
    v.check(({ measure, value }) => isPossible(measure, value)),
    ['value'],
  ),
);

function isPossible(measure: MeasureId, value: number): boolean {
  const { unit } = measureDefinitions[measure];
  if (unit === 'share') return value >= 0 && value <= 1;
  return unit === 'days' ? value > 0 && value <= 365 : Math.abs(value) <= 4;
}
