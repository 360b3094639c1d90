import { limits } from '@collateral/sdk/contract';
import { readInstant } from './read-instant.js';

/**
 * Places the events of a batch in time by a clock we trust, in milliseconds since 1970.
 *
 * The sender's clock is corrected when it is more than five minutes off, because it was measured with the request's own
 * travel time in it; smaller differences stay. Nothing happens later than it was received.
 */
export function effectiveTimes(sentAt: string, receivedAt: number): (occurredAt: string) => number {
  const offset = receivedAt - readInstant(sentAt);
  const correction = Math.abs(offset) > limits.clockSkewMs ? offset : 0;
  return (occurredAt) => Math.min(readInstant(occurredAt) + correction, receivedAt);
}

/** Tells whether an event happened longer ago than events are accepted. */
export function isTooOld(effectiveAt: number, receivedAt: number): boolean {
  return receivedAt - effectiveAt > limits.eventAgeDays * 86_400_000;
}
