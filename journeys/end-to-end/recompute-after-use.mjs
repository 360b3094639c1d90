// The second implementation, part seven: ratings after use, as docs/privacy.md and docs/decisions/0019 tell them apart when nobody has
// looked before.
import { distributionOf, hidden, minimumGroup, score } from './recompute-figures.mjs';
import { sum } from './recompute-statistics.mjs';

/** @typedef {import('./recompute-facts.mjs').Rating} Rating */
/** @typedef {import('./recompute-facts.mjs').View} View */

/** The person had a qualified view of the item when they rated. @param {Rating} rating @param {readonly View[]} views of the item */
export function wasUsedBefore(rating, views) {
  return views.some(
    (view) => view.actor === rating.actor && view.excluded === null && view.activeMs >= 3_000 && view.at <= rating.at,
  );
}

/**
 * The score of a version from its ratings after use.
 *
 * @param {readonly Rating[]} ratings all that count, of the version
 * @param {readonly View[]} views of the item
 * @param {readonly number[]} prior
 */
export function scoreAfterUse(ratings, views, prior) {
  const none = { counts: [0, 0, 0, 0, 0], distribution: null };
  if (ratings.length === 0) return { ...none, rating: score(none.counts, prior) };
  const used = ratings.filter((rating) => wasUsedBefore(rating, views));
  if (ratings.length < minimumGroup || !mayTellApart(ratings, used)) return { ...none, rating: hidden };
  const counts = distributionOf(used);
  return { counts, distribution: used.length > 0 ? counts : null, rating: score(counts, prior) };
}

/** All, none, or in months with both the fewer of the two are enough together. @param {readonly Rating[]} all @param {readonly Rating[]} used */
function mayTellApart(all, used) {
  if (used.length === 0 || used.length === all.length) return true;
  const monthOf = (/** @type {Rating} */ { day }) => day.slice(0, 7);
  const both = [...Map.groupBy(all, monthOf)].map(([month, own]) => {
    const after = used.filter((rating) => monthOf(rating) === month).length;
    return Math.min(after, own.length - after);
  });
  return sum(both) >= minimumGroup;
}
