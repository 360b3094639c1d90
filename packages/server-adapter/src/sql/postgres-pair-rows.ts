import type { PostgresRow, Run } from './postgres-client.js';
import { packedId, unpackedId } from './postgres-ids.js';
import type { Pair, Pairing, PairRating, PairView } from './postgres-pairs.js';

/** Rows to be written by one statement: where, what the columns are, and the rows. */
export interface RowsToWrite {
  readonly table: string;
  readonly keys: readonly string[];
  /** Types of keys that are no text. */
  readonly keyTypes?: Readonly<Record<string, string>>;
  /** Columns behind the keys with the type of each. */
  readonly columns: readonly (readonly [name: string, type: string])[];
  /** What a row that is there already becomes, as SQL; `old` is that row. */
  readonly update: (column: string) => string;
  readonly rows: readonly PostgresRow[];
}

const viewColumns = [
  ['first_id', 'bytea'],
  ['effective_at', 'text'],
  ['day', 'text'],
  ['slot', 'bigint'],
  ['version', 'text'],
  ['team', 'text'],
  ['excluded', 'text'],
  ['active_ms', 'bigint'],
] as const;
const ratingColumns = [
  ['id', 'bytea'],
  ['effective_at', 'text'],
  ['day', 'text'],
  ['team', 'text'],
  ['excluded', 'text'],
  ['scale', 'text'],
  ['value', 'double precision'],
  ['after_use', 'smallint'],
  ['says_why', 'smallint'],
] as const;

/** Reads what is known about some pairs, in the order asked. */
export async function readPairs(
  run: Run,
  schema: string,
  tenant: string,
  pairs: readonly Pair[],
): Promise<readonly Pairing[]> {
  const found = new Map(
    pairs.map((pair) => [
      keyOf(pair),
      { pair, views: new Map<string, PairView>(), ratings: new Map<string, PairRating>() },
    ]),
  );
  const ofPair = 'tenant = $1 AND item = pair.item AND actor = pair.actor';
  // OFFSET 0 keeps the lookup of each pair apart: a planner that has no statistics yet would read the whole table instead.
  const rows = await run(
    `SELECT pair.item, pair.actor, known.*
     FROM json_to_recordset($2::json) AS pair(item text, actor text), LATERAL (
       (SELECT view_id, first_id AS id, effective_at, day, slot, version, team, excluded, active_ms,
          NULL::text AS scale, NULL::double precision AS value, NULL::smallint AS after_use, NULL::smallint AS says_why
        FROM ${schema}.view WHERE ${ofPair} OFFSET 0)
       UNION ALL
       (SELECT NULL, id, effective_at, day, NULL, version, team, excluded, NULL, scale, value, after_use, says_why
        FROM ${schema}.live_rating WHERE ${ofPair} OFFSET 0)) AS known`,
    [tenant, JSON.stringify(pairs)],
  );
  for (const row of rows) {
    const pairing = found.get(keyOf(row));
    const viewId = row['view_id'];
    if (viewId !== null) pairing?.views.set(unpackedId(viewId), viewOfRow(row));
    else pairing?.ratings.set(String(row['version']), ratingOfRow(row));
  }
  return [...found.values()];
}

/** Gives the rows of views and ratings of a pair that are not as they were. */
export function changedRows(
  before: Pairing,
  after: Pairing,
): { readonly views: readonly PostgresRow[]; readonly ratings: readonly PostgresRow[] } {
  const { pair } = after;
  return {
    views: [...after.views]
      .filter(([viewId, view]) => before.views.get(viewId) !== view)
      .map(([viewId, { id, effectiveAt, activeMs, ...place }]) => ({
        ...pair,
        ...place,
        view_id: packedId(viewId),
        first_id: packedId(id),
        effective_at: effectiveAt,
        active_ms: activeMs,
      })),
    ratings: [...after.ratings]
      .filter(([version, rating]) => before.ratings.get(version) !== rating)
      .map(([version, { id, effectiveAt, afterUse, saysWhy, ...rating }]) => ({
        ...pair,
        ...rating,
        id: packedId(id),
        version,
        effective_at: effectiveAt,
        after_use: Number(afterUse),
        says_why: Number(saysWhy),
      })),
  };
}

/** Says how rows of views are written. */
export function viewRows(rows: readonly PostgresRow[]): RowsToWrite {
  return {
    table: 'view',
    keys: ['item', 'actor', 'view_id'],
    keyTypes: { view_id: 'bytea' },
    columns: viewColumns,
    update: replaced,
    rows,
  };
}

/** Says how rows of ratings are written. */
export function ratingRows(rows: readonly PostgresRow[]): RowsToWrite {
  return { table: 'live_rating', keys: ['item', 'actor', 'version'], columns: ratingColumns, update: replaced, rows };
}

function replaced(column: string): string {
  return `excluded.${column}`;
}

function keyOf(row: { readonly item?: unknown; readonly actor?: unknown }): string {
  return JSON.stringify([row.item, row.actor]);
}

// Rows are written from pairs only, so each column has the type of its field.
function viewOfRow(row: PostgresRow): PairView {
  const { effective_at: effectiveAt, day, version, team, excluded } = row;
  const id = unpackedId(row['id']);
  const numbers = { slot: Number(row['slot']), activeMs: Number(row['active_ms']) };
  return { id, effectiveAt, day, version, team, excluded, ...numbers } as PairView;
}

function ratingOfRow(row: PostgresRow): PairRating {
  const { effective_at: effectiveAt, day, team, excluded, scale, value } = row;
  const id = unpackedId(row['id']);
  const flags = { afterUse: row['after_use'] === 1, saysWhy: row['says_why'] === 1 };
  return { id, effectiveAt, day, team, excluded, scale, value, ...flags } as PairRating;
}
