import { CollateralError, type SuggestionSort } from '@collateral/sdk/contract';
import type { InboxPlace, SuggestionPlace } from '../store/conversation-query.js';

/** The place of a suggestion in an order: compared part by part, ascending. */
export type SortKey = readonly (string | number)[];

const shapes: Readonly<Record<SuggestionSort, readonly ('number' | 'string')[]>> = Object.freeze({
  supporters: ['number', 'number', 'string'],
  newest: ['number', 'string'],
  changed: ['number', 'string'],
  due: ['string', 'string', 'string'],
});
/** No event's id is greater. */
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** What nobody has touched has no day. Behind what is due on one, before what is closed. */
const undated = '9999';

/** Writes a place down as a cursor. */
export function writeCursor(key: SortKey, sort: SuggestionSort): string {
  const bytes = new TextEncoder().encode(JSON.stringify([sort, ...key]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/**
 * Reads a cursor.
 *
 * @throws CollateralError `invalid-query` when it is of another order, or of somebody else.
 */
export function readCursor(cursor: string, sort: SuggestionSort): SortKey {
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
    const parts: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const [order, ...key] = Array.isArray(parts) ? (parts as readonly unknown[]) : [];
    if (order === sort && isKey(key, sort)) return key;
  } catch {
    // Whatever it is, this server did not write it; said below.
  }
  throw new CollateralError(
    'invalid-query',
    `cursor must be the nextCursor of an earlier page in the same order. Leave it out for the first page.`,
  );
}

/** Says which place among suggestions nobody has touched a cursor stands at. */
export function placeOfCursor(cursor: string, sort: SuggestionSort): SuggestionPlace | undefined {
  const key = readCursor(cursor, sort);
  const id = String(key.at(-1));
  // In the order of keys the id of low ratings stands behind every event's, a store may have it elsewhere.
  const suggestionId = id > lastId ? lastId : id;
  if (sort === 'supporters') return { voters: -Number(key[0]) - 1, at: instantOf(key[1]), suggestionId };
  if (sort !== 'due') return { voters: 0, at: instantOf(key[0]), suggestionId };
  const [day = '', at] = key.map(String);
  if (day < undated) return undefined;
  return day === undated
    ? { voters: 0, at: at ?? '', suggestionId }
    : { voters: 0, at: `${undated}-12-31T23:59:59.999Z`, suggestionId: lastId };
}

/** Says which place in an inbox a cursor by due date stands at; none where everything of the part stands behind it. */
export function inboxPlaceOfCursor(cursor: string, part: 'closed' | 'open'): InboxPlace | undefined {
  const [day = '', at = '', id = ''] = readCursor(cursor, 'due').map(String);
  const suggestionId = id > lastId ? lastId : id;
  if (day < undated) return part === 'open' ? { dueAt: day, at, suggestionId } : undefined;
  // What is closed comes behind what waits.
  return part === 'open' || day > undated ? { dueAt: null, at, suggestionId } : undefined;
}

function instantOf(negated: string | number | undefined): string {
  return new Date(-Number(negated)).toISOString();
}

function isKey(parts: readonly unknown[], sort: SuggestionSort): parts is SortKey {
  const shape = shapes[sort];
  const hasShape = parts.length === shape.length && shape.every((type, index) => typeof parts[index] === type);
  // The number before the id is an instant.
  return hasShape && !(sort !== 'due' && Number.isNaN(new Date(Number(parts.at(-2))).getTime()));
}
