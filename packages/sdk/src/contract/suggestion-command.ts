import * as v from 'valibot';
import { calendarDaySchema } from './calendar-day-schema.js';
import { eventIdSchema, hostIdSchema, versionSchema } from './id-schema.js';
import { limits } from './limits.js';
import { isVisibleText } from './visible-text.js';
import { suggestionIdSchema } from './suggestion-id-schema.js';
import { suggestionStatuses, type SuggestionStatus } from './suggestion-moves.js';

/** What every command carries. */
export interface SuggestionCommand {
  /** UUIDv7; the same command sent twice is done once. */
  readonly id: string;
  /** The revision the sender saw; another one is answered with 409 `revision-conflict`. */
  readonly expect: number;
  /** Why, 1 to 1000 characters. */
  readonly reason: string;
}

/** Body of `POST /v1/suggestions/{id}/transitions`. */
export interface TransitionCommand extends SuggestionCommand {
  /** The status to move to. */
  readonly to: SuggestionStatus;
  /** Producer or person who promises to do it; required by `accepted`. */
  readonly assignee?: string;
  /** Calendar day until which it is promised, `YYYY-MM-DD`; required by `accepted`. */
  readonly dueAt?: string;
  /** The version that fixes it, or of a request the id of the item it became; required by `shipped`. */
  readonly shippedVersion?: string;
  /** The suggestion it repeats; required by `duplicate`. */
  readonly duplicateOf?: string;
}

/** Body of `POST /v1/suggestions/{id}/merge`. */
export interface MergeCommand extends SuggestionCommand {
  /** The suggestion it repeats: of the same item, or like it a request. */
  readonly into: string;
}

/** Body of `POST /v1/suggestions/{id}/hide`. */
export interface HideCommand extends SuggestionCommand {
  /** False shows it again. */
  readonly hidden: boolean;
  /** The reply to hide; absent means the suggestion itself. */
  readonly replyId?: string;
}

const command = {
  id: eventIdSchema,
  expect: v.pipe(v.number(), v.integer(), v.minValue(0)),
  reason: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(limits.reasonLength),
    v.check((value) => isVisibleText(value) && !/\u0000|\p{Surrogate}/u.test(value)),
  ),
};

/** Body of `POST /v1/suggestions/{id}/transitions`. */
export const transitionSchema: v.GenericSchema<unknown, TransitionCommand> = v.object({
  ...command,
  to: v.picklist(suggestionStatuses),
  assignee: v.exactOptional(hostIdSchema),
  dueAt: v.exactOptional(calendarDaySchema),
  shippedVersion: v.exactOptional(v.union([versionSchema, hostIdSchema])),
  duplicateOf: v.exactOptional(suggestionIdSchema),
});

/** Body of `POST /v1/suggestions/{id}/merge`. */
export const mergeSchema: v.GenericSchema<unknown, MergeCommand> = v.object({ ...command, into: suggestionIdSchema });

/** Body of `POST /v1/suggestions/{id}/unmerge`. */
export const unmergeSchema: v.GenericSchema<unknown, SuggestionCommand> = v.object(command);

/** Body of `POST /v1/suggestions/{id}/hide`. */
export const hideSchema: v.GenericSchema<unknown, HideCommand> = v.object({
  ...command,
  hidden: v.boolean(),
  replyId: v.exactOptional(eventIdSchema),
});
