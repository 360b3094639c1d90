import * as v from 'valibot';
import { hostIdSchema } from './id-schema.js';
import { limits } from './limits.js';

/** Where a dispute stands: `open` is under review, `upheld` leaves the rating out for good, `rejected` counts it again. */
export const disputeStatuses = ['open', 'upheld', 'rejected'] as const;

/** Where a dispute stands. While it is `open`, and once it is `upheld`, the rating does not count. */
export type DisputeStatus = (typeof disputeStatuses)[number];

/** Why a rating is disputed, and how that was settled. */
export interface DisputeReasons {
  /** Why it is disputed; null when the words were erased with the person. */
  readonly reason: string | null;
  /** ISO 8601 UTC. */
  readonly openedAt: string;
  /** ISO 8601 UTC; null while it is open. */
  readonly settledAt: string | null;
  /** Why it was settled so; null while it is open. */
  readonly settlement: string | null;
}

/** A producer's objection to one rating. */
export interface Dispute extends DisputeReasons {
  /** The rating, as the comment beside it names it; it says nothing of who gave it. */
  readonly ratingId: string;
  /** The item that was rated. */
  readonly collateralId: string;
  /** Title of that item; its id when the catalogue does not know it. */
  readonly title: string;
  /** Null when the item has no versions. */
  readonly version: string | null;
  /** 1 to 5. */
  readonly value: number;
  /** What the person wrote; null when they took it back or were erased. */
  readonly comment: string | null;
  /** `YYYY-MM` */
  readonly month: string;
  /** Where it stands. */
  readonly status: DisputeStatus;
  /** What settling it has to expect. */
  readonly revision: number;
  /** The caller may settle it now. */
  readonly maySettle: boolean;
}

/** Reply to `GET /v1/disputes`. */
export interface Disputes {
  /** Open ones first, then by time, newest first. */
  readonly disputes: readonly Dispute[];
}

/** Body of `POST /v1/disputes`. */
export interface DisputeCommand {
  /** The item that was rated. */
  readonly collateralId: string;
  /** The `ratingId` of the comment. */
  readonly ratingId: string;
  /** Why, 1 to 1000 characters. */
  readonly reason: string;
}

/** Body of `POST /v1/disputes/{id}/settle`. */
export interface SettleCommand {
  /** True leaves the rating out for good, false counts it again. */
  readonly upheld: boolean;
  /** Why, 1 to 1000 characters. */
  readonly reason: string;
  /** The revision the sender saw; another one is answered with 409 `revision-conflict`. */
  readonly expect: number;
}

/** Reply to `POST /v1/disputes` and to settling one. */
export interface DisputeReply {
  /** As it is now. */
  readonly dispute: Dispute;
}

const reason = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.reasonLength));

/** Body of `POST /v1/disputes`. */
export const disputeSchema: v.GenericSchema<unknown, DisputeCommand> = v.object({
  collateralId: hostIdSchema,
  ratingId: hostIdSchema,
  reason,
});

/** Body of `POST /v1/disputes/{id}/settle`. */
export const settleSchema: v.GenericSchema<unknown, SettleCommand> = v.object({
  upheld: v.boolean(),
  reason,
  expect: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
