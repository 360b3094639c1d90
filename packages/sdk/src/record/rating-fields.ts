import { collateralScale } from '../contract/scale.js';
import type { RatingInput } from './record-input.js';

/** Completes what a person says: the one scale when none is named, and no comment when the box was left empty. */
export function ratingFields(input: RatingInput): object {
  const { scaleId = collateralScale.id, comment, ...rest } = Object(input) as RatingInput;
  return { ...rest, scaleId, comment: typeof comment === 'string' ? comment.trim() || undefined : comment };
}
