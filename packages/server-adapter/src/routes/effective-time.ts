import { limits } from '@collateral/sdk/contract';
import { readInstant } from './read-instant.js';

/**
 * Places an event in time by a clock we trust, in milliseconds since 1970.
 *
 * The sender's clock is corrected when it is more than five minutes off, because it was measured with the request's own
 * travel time in it; smaller differences stay. Nothing happens later than it was received.
 */
export function effectiveTime(occurredAt: string, sentAt: string, receivedAt: number): number {
  const offset = receivedAt - readInstant(sentAt);
  const occurred = readInstant(occurredAt);
  const corrected = Math.abs(offset) > limits.clockSkewMs ? occurred + offset : occurred;
  return Math.min(corrected, receivedAt);
}

/** Tells whether an event happened longer ago than events are accepted. */
export function isTooOld(effectiveAt: number, receivedAt: number): boolean {
  return receivedAt - effectiveAt > limits.eventAgeDays * 86_400_000;
}
