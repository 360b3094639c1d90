import * as v from 'valibot';
import type { ErrorCode } from './errors.js';
import { limits } from './limits.js';
import { collateralScale } from './scale.js';
import type { UsageEvent } from './usage-event.js';
import { usageEventTypes } from './usage-event.js';
import { usageEventSchema } from './usage-event-schema.js';

/** Either a checked event or the reason why it is none. */
export type ParsedEvent =
  | {
      /** Without the fields nobody documented. */
      readonly event: UsageEvent;
      /** Absent: nothing is wrong. */
      readonly code?: undefined;
    }
  | {
      /** Absent: something is wrong. */
      readonly event?: undefined;
      /** What is wrong with the first field that is. */
      readonly code: ErrorCode;
      /** Which field, what it has to be, what it is and what to do, in English. */
      readonly message: string;
    };

/**
 * Checks one event of a batch. Never throws, so that one bad event does not sink its batch.
 *
 * @returns the event with unknown fields left out, or a code and a sentence that says what to do.
 */
export function parseEvent(input: unknown): ParsedEvent {
  const result = v.safeParse(usageEventSchema, input, { abortEarly: true });
  if (result.success) return { event: result.output };
  const issue = result.issues[0];
  const path = v.getDotPath(issue) ?? 'event';
  return describe(path, show(issue.input));
}

function describe(path: string, got: string): ParsedEvent {
  switch (path) {
    case 'type':
      return {
        code: 'unknown-type',
        message: `type must be one of ${usageEventTypes.join(', ')}, got ${got}. See docs/wire-protocol.md for their fields.`,
      };
    case 'id':
      return {
        code: 'invalid-id',
        message: `id must be a lower-case UUID of version 7, got ${got}. Let the SDK make it, or use a UUIDv7 library.`,
      };
    case 'occurredAt':
      return {
        code: 'invalid-time',
        message: `occurredAt must be an ISO 8601 instant such as 2026-05-04T10:00:00.000Z, got ${got}. Use new Date().toISOString().`,
      };
    case 'collateralId':
      return {
        code: 'invalid-collateral-id',
        message: `collateralId must be 1 to ${limits.idLength} characters without controls, got ${got}. Send the id your catalogue uses for the item.`,
      };
    case 'scaleId':
      return {
        code: 'unknown-scale',
        message: `scaleId must be ${collateralScale.id}, got ${got}. Read GET /v1/config for the scale in use.`,
      };
    case 'value':
      return {
        code: 'invalid-value',
        message: `value must be a whole number from 1 to 5, got ${got}. Use scale.points for the allowed steps.`,
      };
    default:
      return {
        code: 'invalid-event',
        message: `${path} has a wrong or missing value, got ${got}. See docs/wire-protocol.md for the fields of each event.`,
      };
  }
}

/** A short, printable picture of a value: never more than 60 characters of what somebody else sent. */
function show(value: unknown): string {
  if (typeof value === 'string') {
    return value.length > 40 ? `a text of ${value.length} characters` : JSON.stringify(value);
  }
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : typeof value;
}
