import * as v from 'valibot';
import type { ErrorCode } from './errors.js';
import { hostIdSchema } from './id-schema.js';
import { limits } from './limits.js';
import type { EventContext } from './usage-event.js';
import { eventContextSchema, instantSchema } from './usage-event-schema.js';

/** Body of `POST /v1/events`. The events are checked one by one, so a bad one never sinks the others. */
export interface Batch {
  /** Another number is answered with `unsupported-protocol`. */
  readonly protocol: 1;
  /** Chosen by the client and echoed in the receipt. */
  readonly batchId: string;
  /** Client clock when the request left, ISO 8601 UTC; the server measures the clock difference with it. */
  readonly sentAt: string;
  /** The `actorTag` the rows were recorded under: a check, never an identity. Services leave it out. */
  readonly forActor?: string;
  /** Context of every event that has none of its own. */
  readonly context?: EventContext;
  /** The host's token, when a closing page could not send a header. */
  readonly token?: string;
  /** At most 500, each a usage event. */
  readonly events: readonly unknown[];
}

/** One event the server did not take. */
export interface Rejection {
  /** Position in the batch, from 0. */
  readonly index: number;
  /** The id of the event; absent when it had no valid one. */
  readonly id?: string;
  /** Stays the same over releases; docs/errors.md says what to do. */
  readonly code: ErrorCode;
  /** What was wrong with the event and what to do, in English. */
  readonly message: string;
  /** Whether the same event may be accepted later. */
  readonly retryable: boolean;
}

/** Reply to a batch: accepted + duplicates + rejected.length = events sent. */
export interface Receipt {
  /** The `batchId` of the batch it answers. */
  readonly batchId: string;
  /** Events that are stored now and were not before. */
  readonly accepted: number;
  /** Events that were stored before with the same content: as good as accepted. */
  readonly duplicates: number;
  /** Events that were not stored, in the order of the batch; empty when all were. */
  readonly rejected: readonly Rejection[];
}

/** Accepts a batch envelope; its events are still unchecked. */
export const batchSchema: v.GenericSchema<unknown, Batch> = v.object({
  protocol: v.literal(1),
  batchId: hostIdSchema,
  sentAt: instantSchema,
  forActor: v.exactOptional(hostIdSchema),
  context: v.exactOptional(eventContextSchema),
  token: v.exactOptional(v.pipe(v.string(), v.maxLength(8_192))),
  events: v.pipe(v.array(v.unknown()), v.maxLength(limits.eventsPerBatch)),
});
