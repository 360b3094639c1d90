import { collateralScale, type Item, type RatingComment } from '@collateral/sdk/contract';
import type { Fact } from '../store/fact.js';
import { isLater } from '../store/fact-order.js';
import { readDisputes, standingOf } from './disputed-ratings.js';
import type { InsightsQuestion } from './insights-question.js';
import { ratingIdOf } from './rating-id.js';

/**
 * Gives what people wrote beside their live ratings of an item, newest month first, once enough people did.
 *
 * Comments of today come tomorrow: next to a person who has just rated, a comment that has just appeared has an author.
 */
export async function readComments({ source, today }: InsightsQuestion, item: Item): Promise<readonly RatingComment[]> {
  const { store, tenant, policy } = source;
  const latest = new Map<string, Fact>();
  const filter = { types: ['rating', 'rating-withdrawal'], collateralIds: [item.id] } as const;
  for await (const { facts } of store.read(tenant, filter)) {
    for (const fact of facts) {
      const place = JSON.stringify([fact.actorId, fact.version]);
      const known = latest.get(place);
      if (known === undefined || isLater(fact, known)) latest.set(place, fact);
    }
  }
  const own = [...latest.values()].filter(
    (fact) => fact.excluded === null && fact.day < today && commentOf(fact) !== null,
  );
  if (new Set(own.map(({ actorId }) => actorId)).size < policy.minimumComments) return [];
  const disputes = await readDisputes(source);
  const comments = await Promise.all(
    own.map(async (fact): Promise<readonly RatingComment[]> => {
      const comment = commentOf(fact);
      if (comment === null) return [];
      const ratingId = await ratingIdOf(tenant, fact);
      const known = disputes.get(ratingId);
      const dispute = known && standingOf(known);
      return [{ ...comment, ratingId, ...(dispute !== undefined && { dispute }) }];
    }),
  );
  return comments.flat().toSorted(byMonth);
}

function commentOf({ type, detail, version, day }: Fact): RatingComment | null {
  const { value, comment, reasons, scaleId } = detail;
  if (type !== 'rating' || typeof value !== 'number' || scaleId !== collateralScale.id) return null;
  if (typeof comment !== 'string' || comment.trim() === '') return null;
  return {
    value,
    comment,
    reasons: Array.isArray(reasons) ? (reasons as string[]) : [],
    version,
    month: day.slice(0, 7),
  };
}

// Within a month by text: the order they came in is nobody's business.
function byMonth(one: RatingComment, other: RatingComment): number {
  if (one.month !== other.month) return one.month < other.month ? 1 : -1;
  return one.value - other.value || (one.comment < other.comment ? -1 : 1);
}
