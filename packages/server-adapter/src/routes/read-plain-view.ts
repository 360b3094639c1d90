import { isEventId, isHostId, limits, type EventContext, type UsageEvent } from '@collateral/sdk/contract';
import { readPlainInstant } from './read-instant.js';

const maxMs = limits.eventAgeDays * 86_400_000;
const maxLocaleLength = 35;

/**
 * Reads a view that is written as the SDK writes it, without the cost of the schema: nine of ten events are such views.
 *
 * Musts:
 * - it takes only what the schema takes as well, and gives the very same event;
 * - what it takes has no other fields, so it is neither too deep nor too large;
 * - null says nothing about the event: the schema decides.
 */
export function readPlainView(input: unknown): UsageEvent | null {
  if (!isRecord(input) || input['type'] !== 'view') return null;
  const { id, occurredAt, context, collateralId, version, viewId, activeMs, visibleMs, progress } = input;
  const fields = 8 + (context === undefined ? 0 : 1) + (version === undefined ? 0 : 1);
  if (Object.keys(input).length !== fields) return null;
  if (!isEventId(id) || !isEventId(viewId) || !isHostId(collateralId) || !isPlainInstant(occurredAt)) return null;
  if (!isBetween(activeMs, maxMs) || !isBetween(visibleMs, maxMs) || !isBetween(progress, 1)) return null;
  if (version !== undefined && !isHostId(version, limits.versionLength)) return null;
  // What is left is the event itself. Only the context is stored as it stands, so only its fields have to be in the order of the schema.
  const view = input as unknown as UsageEvent;
  if (context === undefined) return view;
  const place = readPlainContext(context);
  return place === null ? null : { ...view, context: place };
}

function readPlainContext(context: unknown): EventContext | null {
  if (!isRecord(context)) return null;
  const { url, surface, locale } = context;
  const known = [url, surface, locale].filter((value) => value !== undefined).length;
  if (Object.keys(context).length !== known) return null;
  if (url !== undefined && !isHostId(url, limits.shortTextLength)) return null;
  if (surface !== undefined && !isHostId(surface, limits.shortTextLength)) return null;
  if (locale !== undefined && !isHostId(locale, maxLocaleLength)) return null;
  return {
    ...(url !== undefined && { url }),
    ...(surface !== undefined && { surface }),
    ...(locale !== undefined && { locale }),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlainInstant(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(readPlainInstant(value));
}

function isBetween(value: unknown, most: number): value is number {
  return typeof value === 'number' && value >= 0 && value <= most;
}
