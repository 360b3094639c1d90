import type { Fact } from './fact.js';
import { isLater, type FactMoment } from './fact-order.js';

/** Active time from which a view is qualified (docs/metrics.md, engagement). */
export const qualifiedViewMs = 3_000;

/** One view of one person, folded from the checkpoints that came so far. Checkpoints may come in any order. */
export interface FoldedView extends ViewPlace {
  readonly viewId: string;
  /** When and by which event it began, as far as is known. */
  readonly effectiveAt: string;
  readonly id: string;
  readonly slot: number;
  /** Whole milliseconds: fractions would add up to other sums in another order. */
  readonly activeMs: number;
}

/** What views of one person and item must share to be counted together. */
type ViewPlace = Pick<Fact, 'version' | 'team' | 'day' | 'excluded'>;

/** What a view counts as. A store may write places in its own way, for example as numbers. */
export interface CountableView {
  readonly version: unknown;
  readonly team: unknown;
  readonly day: unknown;
  readonly excluded: unknown;
  readonly slot: number;
  readonly activeMs: number;
}

/** What one person's views of one item come to at one place. */
export interface ViewCount<View extends CountableView> {
  /** One of the views that were counted: it says which place this is. */
  readonly at: View;
  readonly views: number;
  readonly activeMs: number;
}

/** Reads a fact as a view of its own, or null when it is no checkpoint of a view of an item. */
export function viewOf(fact: Fact): FoldedView | null {
  const { viewId } = fact.detail;
  if (fact.type !== 'view' || fact.collateralId === null || typeof viewId !== 'string') return null;
  const { id, effectiveAt, version, team, day, slot, excluded } = fact;
  const activeMs = wholeMilliseconds(fact.detail['activeMs']);
  return { viewId, id, effectiveAt, version, team, day, slot, excluded, activeMs };
}

/** Makes one of two parts of a view: the earlier says where it belongs, the greater time counts. */
export function joinViews<View extends FactMoment<string> & { readonly activeMs: number }>(
  one: View,
  other: View,
): View {
  const earlier = isLater(one, other) ? other : one;
  const activeMs = Math.max(one.activeMs, other.activeMs);
  return earlier.activeMs === activeMs ? earlier : { ...earlier, activeMs };
}

/** Counts one person's views of one item by place. Views of one slot at one place are one. */
export function countViews<View extends CountableView>(views: Iterable<View>): ReadonlyMap<string, ViewCount<View>> {
  const counts = new Map<string, ViewCount<View> & { readonly slots: Set<number> }>();
  for (const view of views) {
    const place = JSON.stringify([view.version, view.team, view.day, view.excluded]);
    const { at = view, slots = new Set<number>(), activeMs = 0 } = counts.get(place) ?? {};
    if (view.activeMs >= qualifiedViewMs) slots.add(view.slot);
    counts.set(place, { at, slots, views: slots.size, activeMs: activeMs + view.activeMs });
  }
  return counts;
}

function wholeMilliseconds(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.round(value) : 0;
}
