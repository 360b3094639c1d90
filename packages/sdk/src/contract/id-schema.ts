import * as v from 'valibot';
import { eventIdPattern, isHostId } from './ids.js';
import { limits } from './limits.js';

/** The id of an event: a lower-case UUID of version 7. */
export const eventIdSchema: v.GenericSchema<unknown, string> = v.pipe(v.string(), v.regex(eventIdPattern()));

/** An id of the host: an item, a person, a team. */
export const hostIdSchema: v.GenericSchema<unknown, string> = hostText(limits.idLength);

/** A version label. */
export const versionSchema: v.GenericSchema<unknown, string> = hostText(limits.versionLength);

// The lengths stand by themselves so that the OpenAPI document can tell them.
function hostText(maxLength: number): v.GenericSchema<unknown, string> {
  return v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(maxLength),
    v.check((value) => isHostId(value, maxLength)),
  );
}
