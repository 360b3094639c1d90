import type { EventContext, UsageEventType } from '@collateral/sdk/contract';

/** Why a fact counts in no figure although it is kept. */
export type FactExclusion = 'own-use' | 'service' | 'automation';

/**
 * One usage event as the handler hands it to a store: checked, attributed and placed in time.
 *
 * Stores deduplicate and group facts; they never judge them.
 */
export interface Fact {
  /** The event id, unique per tenant and actor. */
  readonly id: string;
  /** Who did it, from the host's sign-in. */
  readonly actorId: string;
  /** Decides which fields `detail` has. */
  readonly type: UsageEventType;
  /** The item, or null for facts about no item. */
  readonly collateralId: string | null;
  /** The version it is about: the event's own, else the one published at the effective time, else null. */
  readonly version: string | null;
  /** The client's wall clock, ISO 8601 UTC. */
  readonly occurredAt: string;
  /** The server's clock at first acceptance. */
  readonly receivedAt: string;
  /** The time the fact counts under (docs/wire-protocol.md), never later than `receivedAt`; always with milliseconds, so text order is time order. */
  readonly effectiveAt: string;
  /** Calendar day of `effectiveAt` in the policy's time zone, `YYYY-MM-DD`. */
  readonly day: string;
  /** Number of the UTC half-hour of `effectiveAt` since 1970; a repeat view in the same slot is one view. */
  readonly slot: number;
  /** The actor's team at that time, or null. */
  readonly team: string | null;
  /** Why it counts in no figure, or null. */
  readonly excluded: FactExclusion | null;
  /** Page, part of the host and language; null when neither event nor batch named any. */
  readonly context: EventContext | null;
  /** The event's remaining fields (`value`, `comment`, `activeMs` …) as a JSON object. */
  readonly detail: Readonly<Record<string, unknown>>;
}
