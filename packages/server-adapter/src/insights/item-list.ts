import {
  CollateralError,
  quadrants,
  useStates,
  type InsightsItemsQuery,
  type ItemSort,
  type ItemState,
} from '@collateral/sdk/contract';
import { compareCodePoints } from '../store/code-point-order.js';
import type { ItemRow } from './item-rows.js';

/** A page of rows; the cursor is missing on the last. */
export interface RowPage {
  readonly total: number;
  readonly rows: readonly ItemRow[];
  readonly nextCursor?: string;
}

/** The value of a row under a sort key; null, which always comes last, when there is nothing to show. */
type SortValue = string | number | null;

const sortValues: Readonly<Record<string, (row: ItemRow) => SortValue>> = Object.freeze({
  views: ({ insight }) => insight.views.metric.value,
  viewers: ({ insight }) => insight.viewers.value,
  // The lower end: few ratings must not come before many.
  rating: ({ insight }) => insight.rating.interval?.[0] ?? null,
  'response-rate': ({ insight }) => insight.responseRate.interval?.[0] ?? null,
  title: ({ insight }) => insight.title.toLowerCase(),
  'last-used': ({ insight }) => insight.lastUsedOn,
  'review-by': ({ insight }) => insight.reviewBy,
});

/** Narrows, sorts and cuts rows into pages. */
export function pageOfRows(rows: readonly ItemRow[], query: InsightsItemsQuery): RowPage {
  const { sort = '-views', limit = 50 } = query;
  const sorted = sortRows(searchRows(inState(rows, query.state), query.search), sort);
  const start = query.cursor === undefined ? 0 : startAfter(sorted, sort, query.cursor);
  const page = sorted.slice(start, start + limit);
  const last = page.at(-1);
  const isEnd = last === undefined || start + limit >= sorted.length;
  return { total: sorted.length, rows: page, ...(!isEnd && { nextCursor: cursorOf(last, sort) }) };
}

/** Keeps the rows in a state. */
export function inState(rows: readonly ItemRow[], state: ItemState | undefined): readonly ItemRow[] {
  if (state === undefined) return rows;
  if (isOneOf(useStates, state)) return rows.filter(({ insight }) => insight.use === state);
  if (isOneOf(quadrants, state)) return rows.filter(({ insight }) => insight.quadrant === state);
  if (state === 'stale') return rows.filter((row) => row.isStale);
  if (state === 'orphaned') return rows.filter(({ isLive, item }) => isLive && item.producer === undefined);
  return rows.filter(({ isLive, insight }) => isLive && insight.rating.state !== 'ok');
}

/** Sorts rows; rows without a value come last in both directions, equal ones in the order of their ids. */
export function sortRows(rows: readonly ItemRow[], sort: ItemSort): readonly ItemRow[] {
  return rows.toSorted((one, other) => compareRows(placeOf(one, sort), placeOf(other, sort), sort));
}

interface Place {
  readonly value: SortValue;
  readonly id: string;
}

function placeOf(row: ItemRow, sort: ItemSort): Place {
  const key = sort.startsWith('-') ? sort.slice(1) : sort;
  return { value: sortValues[key]?.(row) ?? null, id: row.item.id };
}

function compareRows(one: Place, other: Place, sort: ItemSort): number {
  if (one.value === null || other.value === null) {
    if (one.value !== null) return -1;
    if (other.value !== null) return 1;
    return compareCodePoints(one.id, other.id);
  }
  const order =
    typeof one.value === 'string' && typeof other.value === 'string'
      ? compareCodePoints(one.value, other.value)
      : Number(one.value) - Number(other.value);
  return (sort.startsWith('-') ? -order : order) || compareCodePoints(one.id, other.id);
}

function searchRows(rows: readonly ItemRow[], search: string | undefined): readonly ItemRow[] {
  const words = search?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  if (words.length === 0) return rows;
  return rows.filter(({ item }) => {
    const text = `${item.title} ${item.id}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

// A cursor says behind which value and id to go on, so that a page neither repeats nor skips rows when figures move meanwhile.
function cursorOf(row: ItemRow, sort: ItemSort): string {
  const { value, id } = placeOf(row, sort);
  const bytes = new TextEncoder().encode(JSON.stringify([sort, value, id]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function startAfter(sorted: readonly ItemRow[], sort: ItemSort, cursor: string): number {
  const place = readCursor(cursor, sort);
  const index = sorted.findIndex((row) => compareRows(placeOf(row, sort), place, sort) > 0);
  return index < 0 ? sorted.length : index;
}

function readCursor(cursor: string, sort: ItemSort): Place {
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
    const parts: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const [ownSort, value, id] = Array.isArray(parts) ? (parts as readonly unknown[]) : [];
    const isValue = value === null || typeof value === 'string' || typeof value === 'number';
    if (ownSort === sort && isValue && typeof id === 'string') return { value, id };
  } catch {
    // Whatever is wrong with it, the caller is told the same.
  }
  throw new CollateralError(
    'invalid-query',
    'cursor must be the nextCursor of an earlier page with the same sort. Leave it out for the first page.',
  );
}

function isOneOf(list: readonly string[], state: string): boolean {
  return list.includes(state);
}
