import * as v from 'valibot';
import { eventIdSchema as eventId, hostIdSchema as hostId, versionSchema as version } from './id-schema.js';
import { isHostId } from './ids.js';
import { limits } from './limits.js';
import { collateralScale } from './scale.js';
import { isVisibleText } from './visible-text.js';
import { suggestionIdSchema } from './suggestion-id-schema.js';
import type { EventContext, UsageEvent } from './usage-event.js';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const milliseconds = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(limits.eventAgeDays * 86_400_000));
const text = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(limits.textLength),
  v.check(isStorableText),
  v.check(isVisibleText),
);
const shortText = v.pipe(v.string(), v.maxLength(limits.shortTextLength), v.check(isStorableText));
const noticeId = v.pipe(
  v.string(),
  v.check((value) => isHostId(value, limits.suggestionIdLength)),
);
const reason = v.picklist(collateralScale.reasons.map(({ id }) => id));

/** An ISO 8601 instant in UTC, with or without milliseconds. */
export const instantSchema: v.GenericSchema<unknown, string> = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/),
  // Engines roll 30 February over into March; a day that does not exist is no instant.
  v.check(isOnCalendar),
);

/** Where an event happened. */
export const eventContextSchema: v.GenericSchema<unknown, EventContext> = v.object({
  url: v.exactOptional(shortText),
  surface: v.exactOptional(shortText),
  locale: v.exactOptional(v.pipe(v.string(), v.maxLength(35))),
  automation: v.exactOptional(v.boolean()),
});

const base = { id: eventId, occurredAt: instantSchema, context: v.exactOptional(eventContextSchema) };
const itemBase = { ...base, collateralId: hostId, version: v.exactOptional(version) };
const maybeItemBase = { ...base, collateralId: v.exactOptional(hostId), version: v.exactOptional(version) };

/** Accepts exactly the documented usage events; fields it does not know are left out. */
export const usageEventSchema: v.GenericSchema<unknown, UsageEvent> = v.variant('type', [
  v.object({
    type: v.literal('view'),
    ...itemBase,
    viewId: eventId,
    activeMs: milliseconds,
    visibleMs: milliseconds,
    progress: share,
  }),
  v.object({ type: v.literal('usage'), action: v.picklist(['download', 'share', 'present']), ...itemBase }),
  v.object({ type: v.literal('usage'), action: v.literal('search'), ...base, query: shortText, results: wholeNumber }),
  v.object({ type: v.literal('completion'), ...itemBase, progress: share, success: v.exactOptional(v.boolean()) }),
  v.object({
    type: v.literal('rating'),
    ...itemBase,
    value: v.picklist(collateralScale.points.map(({ value }) => value)),
    scaleId: v.literal(collateralScale.id),
    comment: v.exactOptional(text),
    reasons: v.exactOptional(v.pipe(v.array(reason), v.maxLength(collateralScale.reasons.length))),
    tellOwner: v.exactOptional(v.boolean()),
  }),
  v.object({ type: v.literal('rating-withdrawal'), ...itemBase }),
  v.object({
    type: v.literal('suggestion'),
    ...maybeItemBase,
    body: text,
    place: v.exactOptional(
      v.object({
        slide: v.exactOptional(wholeNumber),
        page: v.exactOptional(wholeNumber),
        second: v.exactOptional(v.pipe(v.number(), v.finite(), v.minValue(0))),
        quote: v.exactOptional(shortText),
      }),
    ),
  }),
  v.object({ type: v.literal('suggestion-withdrawal'), ...base, suggestionId: suggestionIdSchema }),
  v.object({ type: v.literal('vote'), ...base, suggestionId: suggestionIdSchema, on: v.boolean() }),
  v.object({ type: v.literal('reply'), ...base, suggestionId: suggestionIdSchema, body: text }),
  v.object({
    type: v.literal('prompt-response'),
    ...maybeItemBase,
    promptId: hostId,
    answer: v.picklist(['asked', 'rated', 'dismissed']),
  }),
  v.object({
    type: v.literal('notice-response'),
    ...base,
    noticeId,
    suggestionId: v.exactOptional(suggestionIdSchema),
    answer: v.picklist(['confirmed', 'dismissed']),
  }),
]);

function isOnCalendar(value: string): boolean {
  const time = Date.parse(value);
  if (Number.isNaN(time)) return false;
  // Every month has 28 days, so most dates need no second look.
  return value.slice(8, 10) <= '28' || new Date(time).toISOString().startsWith(value.slice(0, 10));
}

// Line breaks and tabs are fine in a text; NUL and lone surrogates poison a whole batch in PostgreSQL.
function isStorableText(value: string): boolean {
  return !/\u0000|\p{Surrogate}/u.test(value);
}
