import type { Fact } from '../store/fact.js';
import { isLater } from '../store/fact-order.js';
import { joinViews, viewOf } from '../store/folded-view.js';
import { isAboutRating, ratingValue } from '../store/live-rating.js';
import type { PruneMarks } from '../store/prune-marks.js';
import { saysWhy } from '../store/says-why.js';
import { usedFrom } from './pair-counts.js';
import type { PostgresCodes } from './postgres-codes.js';

/** A person and an item, as numbers. */
export interface Pair {
  readonly actor: number;
  readonly item: number;
}

/** A view as it stands in its row; the names of its fields are those of the columns. */
export interface PairView {
  readonly id: string;
  readonly effectiveAt: string;
  readonly day: number;
  readonly slot: number;
  readonly version: number;
  readonly team: number;
  readonly excluded: number;
  readonly activeMs: number;
}

/** The latest rating or withdrawal of a version; a withdrawal has no value. */
export interface PairRating {
  readonly id: string;
  readonly effectiveAt: string;
  readonly day: number;
  readonly team: number;
  readonly excluded: number;
  readonly scale: number;
  readonly value: number | null;
  readonly afterUse: boolean;
  readonly saysWhy: boolean;
}

/** Everything one person did with one item that counts. */
export interface Pairing {
  readonly pair: Pair;
  readonly views: ReadonlyMap<string, PairView>;
  readonly ratings: ReadonlyMap<number, PairRating>;
}

/** Tells which pair a fact counts for, or null when it counts for none. */
export function pairOf(fact: Fact, codes: PostgresCodes): Pair | null {
  if (fact.collateralId === null || (viewOf(fact) === null && !isAboutRating(fact))) return null;
  return { actor: codes.name('actor', fact.actorId), item: codes.name('item', fact.collateralId) };
}

/**
 * Folds facts of one pair in. What stays as it was is the same object.
 *
 * @param isWhole - false when some views of the pair may be missing. Then a rating that was one after use stays one: the first use is never
 *   later than it was, because views only grow.
 */
export function foldPair(
  { pair, views, ratings }: Pairing,
  facts: readonly Fact[],
  codes: PostgresCodes,
  isWhole = true,
): Pairing {
  const viewsAfter = new Map(views);
  const ratingsAfter = new Map(ratings);
  for (const fact of facts) {
    const view = viewOf(fact);
    if (view !== null) {
      const { id, effectiveAt, slot, activeMs } = view;
      const row = { id, effectiveAt, slot, activeMs, ...placeOf(fact, codes), version: versionOf(fact, codes) };
      const known = viewsAfter.get(view.viewId);
      viewsAfter.set(view.viewId, known === undefined ? row : joinViews(known, row));
    } else {
      const known = ratingsAfter.get(versionOf(fact, codes));
      if (known === undefined || isLater(fact, known)) ratingsAfter.set(versionOf(fact, codes), ratingOf(fact, codes));
    }
  }
  const from = usedFrom(viewsAfter.values());
  for (const [version, rating] of ratingsAfter) {
    const afterUse = (from !== undefined && rating.effectiveAt >= from) || (!isWhole && rating.afterUse);
    if (rating.afterUse !== afterUse) ratingsAfter.set(version, { ...rating, afterUse });
  }
  return { pair, views: viewsAfter, ratings: ratingsAfter };
}

/** Leaves of a pair what no fact in the log tells any more. */
export function outlivedPart({ pair, views, ratings }: Pairing, marks: PruneMarks): Pairing {
  return {
    pair,
    views: new Map([...views].filter(([, { effectiveAt }]) => marks.isBehind({ type: 'view', effectiveAt }))),
    ratings: new Map(
      [...ratings].filter(([, { value, effectiveAt }]) =>
        marks.isBehind({ type: value === null ? 'rating-withdrawal' : 'rating', effectiveAt }),
      ),
    ),
  };
}

/** Makes one of the parts of a pair. */
export function unitePairs(parts: readonly [Pairing, ...Pairing[]], codes: PostgresCodes): Pairing {
  const [first] = parts;
  const views = new Map<string, PairView>();
  const ratings = new Map<number, PairRating>();
  for (const part of parts) {
    for (const [viewId, view] of part.views) {
      const known = views.get(viewId);
      views.set(viewId, known === undefined ? view : joinViews(known, view));
    }
    for (const [version, rating] of part.ratings) {
      const known = ratings.get(version);
      if (known === undefined || isLater(rating, known)) ratings.set(version, rating);
    }
  }
  return foldPair({ pair: first.pair, views, ratings }, [], codes);
}

function ratingOf(fact: Fact, codes: PostgresCodes): PairRating {
  const rating = ratingValue(fact);
  const { id, effectiveAt } = fact;
  return {
    id,
    effectiveAt,
    ...placeOf(fact, codes),
    scale: codes.name('scale', rating?.scaleId ?? null),
    value: rating?.value ?? null,
    afterUse: false,
    saysWhy: rating !== null && saysWhy(fact),
  };
}

function placeOf({ day, team, excluded }: Fact, codes: PostgresCodes): Pick<PairView, 'day' | 'team' | 'excluded'> {
  return { day: codes.day(day), team: codes.name('team', team), excluded: codes.exclusion(excluded) };
}

function versionOf({ version }: Fact, codes: PostgresCodes): number {
  return codes.name('version', version);
}
