import {
  auditTypes,
  disputeStatuses,
  measureIds,
  scorecardSubjects,
  type AuditTrail,
  type Dispute,
  type DisputeReply,
  type Disputes,
  type Scorecard,
  type ScorecardComparison,
  type ScorecardEvidence,
  type ScorecardSubject,
  type StoredTarget,
  type TargetReply,
  type Targets,
} from '@collateral/sdk/contract';
import * as v from 'valibot';
import { count, metric } from './metric-schema.js';

const text = v.string();
const window = v.strictObject({ period: text, firstDay: text, lastDay: text, timeZone: text });
const frame = {
  asOf: text,
  window,
  previousWindow: window,
  countedSince: v.exactOptional(text),
  minimumGroup: count,
  targetRating: v.number(),
};
const subject: v.GenericSchema<unknown, ScorecardSubject> = v.strictObject({
  type: v.picklist(scorecardSubjects),
  id: v.nullable(text),
  name: text,
});
const choice = v.nullable(v.strictObject({ id: text, name: text }));
const state = v.picklist(['ok', 'early', 'hidden', 'none']);
const measure = {
  id: v.picklist(measureIds),
  metric,
  previous: v.nullable(metric),
  change: v.nullable(metric),
  target: v.nullable(
    v.strictObject({
      value: v.number(),
      owner: text,
      from: text,
      until: v.nullable(text),
      setFor: v.picklist(scorecardSubjects),
    }),
  ),
  verdict: v.picklist(['met', 'missed', 'not-enough-data', 'no-target']),
  words: v.picklist(['improving', 'worse', 'no-clear-change', 'not-enough-data']),
};
const trend = v.array(
  v.strictObject({
    firstDay: text,
    lastDay: text,
    value: v.nullable(v.number()),
    n: v.nullable(count),
    interval: v.nullable(v.strictTuple([v.number(), v.number()])),
    state,
  }),
);

/** Reply to `GET /v1/scorecards`. */
export const scorecardSchema: v.GenericSchema<unknown, Scorecard> = v.strictObject({
  ...frame,
  subject,
  measures: v.array(v.strictObject({ ...measure, trend })),
  versions: v.array(
    v.strictObject({
      collateralId: text,
      title: text,
      version: text,
      publishedAt: text,
      lift: metric,
      mayRegress: v.boolean(),
    }),
  ),
  handOvers: v.array(v.strictObject({ collateralId: text, title: text, from: choice, to: choice, at: text })),
  commitments: v.nullable(v.strictObject({ promised: count, kept: count, late: count, open: count })),
  maySetTargets: v.boolean(),
});

/** Reply to `GET /v1/scorecards/comparison`. */
export const comparisonSchema: v.GenericSchema<unknown, ScorecardComparison> = v.strictObject({
  ...frame,
  subjectType: v.picklist(['producer', 'team']),
  subjects: v.array(v.strictObject({ subject, measures: v.array(v.strictObject(measure)) })),
  hidden: count,
});

/** Reply to `GET /v1/scorecards/evidence`. */
export const evidenceSchema: v.GenericSchema<unknown, ScorecardEvidence> = v.strictObject({
  subject,
  measure: v.picklist(measureIds),
  window,
  total: count,
  entries: v.array(
    v.strictObject({
      collateralId: v.nullable(text),
      title: v.nullable(text),
      version: v.nullable(text),
      suggestionId: v.nullable(text),
      part: v.picklist(['hit', 'miss', 'open', 'excluded']),
      reason: v.nullable(text),
      value: v.nullable(v.number()),
      at: v.nullable(text),
      share: v.exactOptional(v.strictObject({ numerator: count, denominator: count })),
    }),
  ),
  withheld: v.exactOptional(count),
  nextCursor: v.exactOptional(text),
});

/** A target as it is kept. */
export const storedTargetSchema: v.GenericSchema<unknown, StoredTarget> = v.strictObject({
  measure: v.picklist(measureIds),
  subject: v.picklist(scorecardSubjects),
  id: v.nullable(text),
  value: v.number(),
  owner: text,
  from: text,
  until: v.nullable(text),
  revision: count,
  setAt: text,
});

/** Reply to `GET /v1/targets`. */
export const targetsSchema: v.GenericSchema<unknown, Targets> = v.strictObject({
  targets: v.array(storedTargetSchema),
});

/** Reply to `PUT /v1/targets`. */
export const targetReplySchema: v.GenericSchema<unknown, TargetReply> = v.strictObject({ target: storedTargetSchema });

/** One dispute; a problem carries one as well. */
export const disputeStateSchema: v.GenericSchema<unknown, Dispute> = v.strictObject({
  ratingId: text,
  collateralId: text,
  title: text,
  version: v.nullable(text),
  value: v.number(),
  comment: v.nullable(text),
  month: text,
  reason: v.nullable(text),
  status: v.picklist(disputeStatuses),
  openedAt: text,
  settledAt: v.nullable(text),
  settlement: v.nullable(text),
  earlier: v.exactOptional(
    v.array(
      v.strictObject({
        reason: v.nullable(text),
        status: v.picklist(['upheld', 'rejected']),
        openedAt: text,
        settledAt: text,
        settlement: v.nullable(text),
      }),
    ),
  ),
  revision: count,
  maySettle: v.boolean(),
});

/** Reply to `GET /v1/disputes`. */
export const disputesSchema: v.GenericSchema<unknown, Disputes> = v.strictObject({
  disputes: v.array(disputeStateSchema),
});

/** Reply to `POST /v1/disputes` and to settling one. */
export const disputeReplySchema: v.GenericSchema<unknown, DisputeReply> = v.strictObject({
  dispute: disputeStateSchema,
});

const values = v.nullable(v.record(v.string(), v.unknown()));

/** Reply to `GET /v1/audit`. */
export const auditSchema: v.GenericSchema<unknown, AuditTrail> = v.strictObject({
  entries: v.array(
    v.strictObject({
      id: text,
      type: v.picklist(auditTypes),
      at: text,
      by: v.strictObject({
        name: v.nullable(text),
        role: v.picklist(['producer', 'manager', 'admin', 'service', 'host']),
        mine: v.boolean(),
      }),
      about: v.nullable(
        v.strictObject({
          type: v.picklist([...scorecardSubjects, 'item']),
          id: v.nullable(text),
          name: v.nullable(text),
        }),
      ),
      before: values,
      after: values,
      reason: v.nullable(text),
      teams: v.array(v.strictObject({ id: text, name: text })),
    }),
  ),
  nextCursor: v.exactOptional(text),
});
