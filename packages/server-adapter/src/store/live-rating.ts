import type { Fact } from './fact.js';

/** What a rating counts as. */
export interface RatingValue {
  readonly scaleId: string | null;
  readonly value: number;
}

/** Tells whether a fact gives or takes back a rating of an item. */
export function isAboutRating(fact: Fact): fact is Fact & { readonly collateralId: string } {
  return (fact.type === 'rating' || fact.type === 'rating-withdrawal') && fact.collateralId !== null;
}

/** Reads the value of a rating, or null when the fact takes one back. */
export function ratingValue({ type, detail }: Fact): RatingValue | null {
  const { value, scaleId } = detail;
  if (type !== 'rating' || typeof value !== 'number') return null;
  return { value, scaleId: typeof scaleId === 'string' ? scaleId : null };
}
