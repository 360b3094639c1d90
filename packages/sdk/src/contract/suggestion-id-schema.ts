import * as v from 'valibot';
import { limits } from './limits.js';
import { isSuggestionId } from './suggestion-id.js';

/** The id of a suggestion. Apart from the check itself, so that a client that checks with it carries no schemas. */
export const suggestionIdSchema: v.GenericSchema<unknown, string> = v.pipe(
  v.string(),
  v.maxLength(limits.suggestionIdLength),
  v.check((value) => isSuggestionId(value)),
);
