import type { RatingInput } from './record-input.js';
import { scaleId } from './scale-ids.js';

/** Completes what a person says: the one scale when none is named, and no comment when the box was left empty. */
export function ratingFields(input: RatingInput): object {
  const { comment } = Object(input) as { readonly comment?: unknown };
  return { scaleId, ...input, comment: typeof comment === 'string' ? comment.trim() || undefined : comment };
}
