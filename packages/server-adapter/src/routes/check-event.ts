import {
  isEventId,
  limits,
  parseEvent,
  type ErrorCode,
  type Rejection,
  type UsageEvent,
} from '@collateral/sdk/contract';
import { readPlainView } from './read-plain-view.js';

/** Deeper than any documented event; more is a try to exhaust the stack of whoever walks it. */
const maxDepth = 8;

/** A checked event with its place in the batch, or the reason why it is none. */
export type CheckedEvent = { readonly index: number; readonly event: UsageEvent } | { readonly rejection: Rejection };

/** Checks one entry of a batch. Never throws, so that one bad event does not sink the others. */
export function checkEvent(input: unknown, index: number, bodyBytes: number): CheckedEvent {
  const view = readPlainView(input);
  if (view !== null) return { index, event: view };
  if (isDeeperThan(input, maxDepth))
    return {
      rejection: rejectionOf(
        input,
        index,
        'invalid-event',
        `The event nests deeper than ${maxDepth} levels. Send the fields docs/wire-protocol.md lists.`,
      ),
    };
  // What fits in whole fits in parts, and most batches do.
  if (bodyBytes > limits.eventBytes && !fitsInto(input, limits.eventBytes)) {
    return {
      rejection: rejectionOf(
        input,
        index,
        'event-too-large',
        `One event may take at most ${limits.eventBytes} bytes as JSON. Shorten its texts.`,
      ),
    };
  }
  const parsed = parseEvent(input);
  if (parsed.event !== undefined) return { index, event: parsed.event };
  return { rejection: rejectionOf(input, index, parsed.code, parsed.message) };
}

/** Writes a rejection, naming the event by its id if it has a proper one. */
export function rejectionOf(input: unknown, index: number, code: ErrorCode, message: string): Rejection {
  const id = typeof input === 'object' && input !== null ? (input as { readonly id?: unknown }).id : undefined;
  // An item may enter the catalogue later; everything else stays wrong however often it is sent.
  return { index, ...(isEventId(id) && { id }), code, message, retryable: code === 'unknown-item' };
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((part) => isDeeperThan(part, depth - 1));
}

function fitsInto(value: unknown, maxBytes: number): boolean {
  const text = JSON.stringify(value);
  // A UTF-16 unit takes at most three bytes in UTF-8, so most events need no encoding to be measured.
  return text.length * 3 <= maxBytes || new TextEncoder().encode(text).byteLength <= maxBytes;
}
