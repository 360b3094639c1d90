import { limits } from './limits.js';

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

// C0 and C1 controls, and lone surrogates: PostgreSQL refuses NUL, and no database keeps half a character.
const unsafeCharacter = /[\u0000-\u001f\u007f-\u009f]|\p{Surrogate}/u;

/** Tells whether a string is a lower-case UUID of version 7, the form of every event id. */
export function isEventId(value: unknown): value is string {
  return typeof value === 'string' && uuidV7.test(value);
}

/** Tells whether a string can be the id of an item, a version or a person: 1 to `maxLength` characters, none of them a control. */
export function isHostId(value: unknown, maxLength: number = limits.idLength): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= maxLength && !unsafeCharacter.test(value);
}

/** The form of an event id, for a schema that has to tell it. */
export function eventIdPattern(): RegExp {
  return uuidV7;
}
