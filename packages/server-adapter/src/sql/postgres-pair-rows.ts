import { getOrMake } from '../store/get-or-make.js';
import { arrayOf, type ColumnValue } from './postgres-arrays.js';
import type { PostgresCodes } from './postgres-codes.js';
import type { PostgresRow, Run } from './postgres-client.js';
import { packedId, unpackedId } from './postgres-ids.js';
import type { Pair, Pairing, PairRating, PairView } from './postgres-pairs.js';
import type { OpenTenant } from './postgres-tenants.js';

/** A row to be written, by column. */
export type RowToWrite = Readonly<Record<string, ColumnValue>>;

/** Rows to be written by one statement: where, what the columns are, and the rows. */
export interface RowsToWrite {
  readonly table: string;
  readonly keys: readonly string[];
  /** Types of keys that are no numbers. */
  readonly keyTypes?: Readonly<Record<string, string>>;
  /** Columns behind the keys with the type of each. */
  readonly columns: readonly (readonly [name: string, type: string])[];
  /** What a row that is there already becomes, as SQL; `old` is that row. */
  readonly update: (column: string) => string;
  readonly rows: readonly RowToWrite[];
}

const viewColumns = [
  ['first_id', 'bytea'],
  ['effective_at', 'bigint'],
  ['slot', 'bigint'],
  ['version', 'integer'],
  ['team', 'integer'],
  ['excluded', 'smallint'],
  ['active_ms', 'bigint'],
] as const;
const ratingColumns = [
  ['id', 'bytea'],
  ['effective_at', 'bigint'],
  ['day', 'integer'],
  ['team', 'integer'],
  ['excluded', 'smallint'],
  ['scale', 'integer'],
  ['value', 'double precision'],
  ['after_use', 'smallint'],
  ['says_why', 'smallint'],
] as const;

/** Reads everything that is known about some pairs, in the order asked. */
export async function readPairs(
  run: Run,
  schema: string,
  { number }: OpenTenant,
  pairs: readonly Pair[],
  codes: PostgresCodes,
): Promise<readonly Pairing[]> {
  if (pairs.length === 0) return [];
  const rows = await run(
    `SELECT pair.item, pair.actor, known.*
     FROM unnest($2::integer[], $3::integer[]) AS pair(item, actor), LATERAL (
       ${knownRows(schema, '')}) AS known`,
    [number, ...arraysOfPairs(pairs)],
  );
  await codes.readTimes(rows);
  const found = pairingsOf(rows, codes);
  return pairs.map((pair) => found.get(pairKey(pair)) ?? { pair, views: new Map(), ratings: new Map() });
}

/**
 * Writes, as SQL, the rows of a pair: its views and its ratings. OFFSET 0 keeps the lookup of each pair apart: a planner that has no
 * statistics yet would read the whole table instead.
 */
export function knownRows(schema: string, viewsInOrder: string): string {
  const ofPair = 'tenant = $1 AND item = pair.item AND actor = pair.actor';
  return `(SELECT ${viewsAsKnown} FROM ${schema}.view WHERE ${ofPair} ${viewsInOrder} OFFSET 0)
    UNION ALL
    (SELECT NULL, id, effective_at, day, NULL, version, team, excluded, NULL, scale, value, after_use, says_why
     FROM ${schema}.live_rating WHERE ${ofPair} OFFSET 0)`;
}

/** Columns of a view in the shape of {@link knownRows}. */
export const viewsAsKnown = `view_id, first_id AS id, effective_at, day, slot, version, team, excluded, active_ms,
  NULL::integer AS scale, NULL::double precision AS value, NULL::smallint AS after_use, NULL::smallint AS says_why`;

/** Reads rows of {@link knownRows} as pairs, by {@link pairKey}. Their names must have been read. */
export function pairingsOf(rows: readonly PostgresRow[], codes: PostgresCodes): ReadonlyMap<string, Pairing> {
  const found = new Map<string, KnownPairing>();
  for (const row of rows) {
    const pair = { item: Number(row['item']), actor: Number(row['actor']) };
    const pairing = getOrMake(found, pairKey(pair), () => ({ pair, views: new Map(), ratings: new Map() }));
    const viewId = row['view_id'];
    if (viewId !== null) pairing.views.set(unpackedId(viewId), viewOfRow(row, codes));
    else pairing.ratings.set(Number(row['version']), ratingOfRow(row, codes));
  }
  return found;
}

interface KnownPairing extends Pairing {
  readonly views: Map<string, PairView>;
  readonly ratings: Map<number, PairRating>;
}

/** What is to be written of a pair. */
export interface ChangedRows {
  /** Rows of views that are of another day now, which is part of their key. */
  readonly moved: readonly RowToWrite[];
  readonly views: readonly RowToWrite[];
  readonly ratings: readonly RowToWrite[];
}

/** Gives the rows of views and ratings of a pair that are not as they were. */
export function changedRows(before: Pairing, after: Pairing, codes: PostgresCodes): ChangedRows {
  const { pair } = after;
  return {
    moved: [...before.views]
      .filter(([viewId, { day }]) => after.views.get(viewId)?.day !== day)
      .map(([viewId, { day }]) => ({ ...pair, day, view_id: packedId(viewId) })),
    views: [...after.views]
      .filter(([viewId, view]) => before.views.get(viewId) !== view)
      .map(([viewId, { id, effectiveAt, activeMs, ...place }]) => ({
        ...pair,
        ...place,
        view_id: packedId(viewId),
        first_id: packedId(id),
        effective_at: codes.time(effectiveAt),
        active_ms: activeMs,
      })),
    ratings: [...after.ratings]
      .filter(([version, rating]) => before.ratings.get(version) !== rating)
      .map(([version, { id, effectiveAt, afterUse, saysWhy, ...rating }]) => ({
        ...pair,
        ...rating,
        id: packedId(id),
        version,
        effective_at: codes.time(effectiveAt),
        after_use: Number(afterUse),
        says_why: Number(saysWhy),
      })),
  };
}

/** Says how rows of views are written. */
export function viewRows(rows: readonly RowToWrite[]): RowsToWrite {
  return {
    table: 'view',
    keys: ['item', 'actor', 'day', 'view_id'],
    keyTypes: { view_id: 'bytea' },
    columns: viewColumns,
    update: replaced,
    rows,
  };
}

/** Says how rows of ratings are written. */
export function ratingRows(rows: readonly RowToWrite[]): RowsToWrite {
  return { table: 'live_rating', keys: ['item', 'actor', 'version'], columns: ratingColumns, update: replaced, rows };
}

function replaced(column: string): string {
  return `excluded.${column}`;
}

/** Writes pairs as two parameters: items and actors. */
export function arraysOfPairs(pairs: readonly Pair[]): readonly string[] {
  return [arrayOf(pairs.map(({ item }) => item)), arrayOf(pairs.map(({ actor }) => actor))];
}

/** Gives the text that stands for a pair. */
export function pairKey({ item, actor }: Pair): string {
  return `${item} ${actor}`;
}

// Rows are written from pairs only, so each column has the type of its field.
function viewOfRow(row: PostgresRow, codes: PostgresCodes): PairView {
  const { day, version, team, excluded } = row;
  const effectiveAt = codes.timeText(row['effective_at']);
  const id = unpackedId(row['id']);
  const numbers = { slot: Number(row['slot']), activeMs: Number(row['active_ms']) };
  return { id, effectiveAt, day, version, team, excluded, ...numbers } as PairView;
}

function ratingOfRow(row: PostgresRow, codes: PostgresCodes): PairRating {
  const { day, team, excluded, scale, value } = row;
  const effectiveAt = codes.timeText(row['effective_at']);
  const id = unpackedId(row['id']);
  const flags = { afterUse: row['after_use'] === 1, saysWhy: row['says_why'] === 1 };
  return { id, effectiveAt, day, team, excluded, scale, value, ...flags } as PairRating;
}
