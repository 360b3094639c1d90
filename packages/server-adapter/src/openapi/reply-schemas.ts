import {
  collateralScale,
  disputeStatuses,
  errorCodes,
  itemSchema,
  limits,
  usageEventTypes,
  type Config,
  type PromptStanding,
  type RatingQueryReply,
  type Receipt,
} from '@collateral/sdk/contract';
import * as v from 'valibot';
import type { ItemsReply } from '../routes/list-items.js';
import type { ErasureReply } from '../routes/people.js';
import type { GroupsUploadReply } from '../routes/groups.js';
import type { ItemsUploadReply } from '../routes/put-items.js';
import { count, metric } from './metric-schema.js';
import { disputeStateSchema, storedTargetSchema } from './scorecard-schemas.js';
import { permittedMovesSchema, suggestionSchema } from './suggestion-schemas.js';

// Strict throughout: a field that is not in the document is a fault of the document, and a test says so.

const errorCode = v.picklist(Object.keys(errorCodes));
const point = v.picklist(collateralScale.points.map(({ value }) => value));

/** An error, RFC 9457. */
export const problemSchema: v.GenericSchema = v.strictObject({
  type: v.string(),
  title: v.string(),
  status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
  detail: v.string(),
  code: errorCode,
  now: v.exactOptional(v.union([suggestionSchema, disputeStateSchema])),
  permitted: v.exactOptional(permittedMovesSchema),
  target: v.exactOptional(v.nullable(storedTargetSchema)),
});

/** Reply to a batch. */
export const receiptSchema: v.GenericSchema<unknown, Receipt> = v.strictObject({
  batchId: v.string(),
  accepted: count,
  duplicates: count,
  rejected: v.array(
    v.strictObject({
      index: count,
      id: v.exactOptional(v.string()),
      code: v.picklist(Object.keys(errorCodes) as (keyof typeof errorCodes)[]),
      message: v.string(),
      retryable: v.boolean(),
    }),
  ),
});

/** Reply to a ratings query. */
export const ratingsReplySchema: v.GenericSchema<unknown, RatingQueryReply> = v.strictObject({
  ratings: v.array(
    v.strictObject({
      collateralId: v.string(),
      version: v.nullable(v.string()),
      metric,
      distribution: v.nullable(v.pipe(v.array(count), v.length(collateralScale.points.length))),
      mine: v.exactOptional(
        v.strictObject({
          value: point,
          id: v.exactOptional(v.string()),
          ratedAt: v.string(),
          comment: v.exactOptional(v.string()),
          reasons: v.exactOptional(v.array(v.string())),
          dispute: v.exactOptional(v.picklist(disputeStatuses)),
          tellOwner: v.exactOptional(v.boolean()),
        }),
      ),
      previous: v.exactOptional(v.strictObject({ version: v.string(), value: point })),
      own: v.boolean(),
    }),
  ),
});

/** Reply to `GET /v1/config`. */
export const configSchema: v.GenericSchema<unknown, Config> = v.strictObject({
  protocol: v.literal(1),
  scale: v.strictObject({
    id: v.string(),
    points: v.array(v.strictObject({ value: point, label: v.string(), anchor: v.string() })),
    reasons: v.array(v.strictObject({ id: v.string(), label: v.string() })),
  }),
  lowRating: point,
  minimumGroup: count,
  prompts: v.strictObject({ perDay: count, restDays: count }),
  actorTag: v.string(),
  may: v.strictObject({ rate: v.boolean(), editItems: v.boolean(), seeInsights: v.boolean() }),
});

/** Reply to `GET /v1/prompts`. */
export const promptStandingSchema: v.GenericSchema<unknown, PromptStanding> = v.strictObject({
  notBefore: v.nullable(v.string()),
  recent: v.array(v.string()),
});

/** Reply to `GET /v1/items`. */
export const itemsReplySchema: v.GenericSchema<unknown, ItemsReply> = v.strictObject({
  items: v.pipe(v.array(itemSchema), v.maxLength(limits.itemsPerUpload)),
  nextCursor: v.exactOptional(v.string()),
});

/** Reply to `PUT /v1/items`. */
export const itemsUploadReplySchema: v.GenericSchema<unknown, ItemsUploadReply> = v.strictObject({
  created: count,
  updated: count,
});

/** Reply to `PUT /v1/groups`. */
export const groupsUploadReplySchema: v.GenericSchema<unknown, GroupsUploadReply> = v.strictObject({ written: count });

/** Reply to `GET /v1/health`. */
export const healthSchema: v.GenericSchema = v.strictObject({ status: v.literal('ok') });

/** Reply to `DELETE /v1/people/{id}`. */
export const erasureReplySchema: v.GenericSchema<unknown, ErasureReply> = v.strictObject({ erasedAt: v.string() });

/** Reply to `GET /v1/people/{id}`: the facts as they are stored. */
export const personExportSchema: v.GenericSchema = v.strictObject({
  actorId: v.string(),
  moves: v.array(v.looseObject({ suggestionId: v.string(), commandId: v.string(), at: v.string() })),
  disputes: v.array(
    v.strictObject({
      part: v.picklist(['rater', 'opener', 'settler']),
      collateralId: v.string(),
      version: v.nullable(v.string()),
      value: v.number(),
      reason: v.nullable(v.string()),
      status: v.picklist(disputeStatuses),
      openedAt: v.string(),
      settledAt: v.nullable(v.string()),
      settlement: v.nullable(v.string()),
    }),
  ),
  events: v.array(
    v.strictObject({
      id: v.string(),
      actorId: v.string(),
      type: v.picklist(usageEventTypes),
      collateralId: v.nullable(v.string()),
      version: v.nullable(v.string()),
      occurredAt: v.string(),
      receivedAt: v.string(),
      effectiveAt: v.string(),
      day: v.string(),
      slot: count,
      team: v.nullable(v.string()),
      excluded: v.nullable(v.picklist(['own-use', 'service', 'automation'])),
      context: v.nullable(v.record(v.string(), v.union([v.string(), v.boolean()]))),
      detail: v.looseObject({}),
    }),
  ),
});
