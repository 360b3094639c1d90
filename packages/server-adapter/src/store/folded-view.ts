import type { Fact } from './fact.js';
import { isLater } from './fact-order.js';

/** Active time from which a view is qualified (docs/metrics.md, engagement). */
const qualifiedViewMs = 3_000;

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

/** What one person's views of one item come to at one place. */
export interface ViewCount extends ViewPlace {
  readonly views: number;
  readonly activeMs: number;
}

/** Reads a fact as a view of its own, or null when it is no checkpoint of a view of an item. */
export function viewOf(fact: Fact): FoldedView | null {
  const { viewId, activeMs } = fact.detail;
  if (fact.type !== 'view' || fact.collateralId === null || typeof viewId !== 'string') return null;
  const { id, effectiveAt, version, team, day, slot, excluded } = fact;
  const milliseconds = typeof activeMs === 'number' && activeMs > 0 ? Math.round(activeMs) : 0;
  return { viewId, id, effectiveAt, version, team, day, slot, excluded, activeMs: milliseconds };
}

/** Makes one of two parts of a view: the earlier says where it belongs, the greater time counts. */
export function joinViews(one: FoldedView, other: FoldedView): FoldedView {
  const earlier = isLater(one, other) ? other : one;
  return { ...earlier, activeMs: Math.max(one.activeMs, other.activeMs) };
}

/** Counts one person's views of one item by place. Views of one slot at one place are one. */
export function countViews(views: Iterable<FoldedView>): ReadonlyMap<string, ViewCount> {
  const counts = new Map<string, ViewCount & { readonly slots: Set<number> }>();
  for (const { version, team, day, excluded, slot, activeMs } of views) {
    const place = JSON.stringify([version, team, day, excluded]);
    const known = counts.get(place);
    const slots = known?.slots ?? new Set<number>();
    if (activeMs >= qualifiedViewMs) slots.add(slot);
    const total = (known?.activeMs ?? 0) + activeMs;
    counts.set(place, { version, team, day, excluded, slots, views: slots.size, activeMs: total });
  }
  return counts;
}
