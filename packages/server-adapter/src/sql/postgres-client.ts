import { getOrMake } from '../store/get-or-make.js';

/** The part of a `pg` pool the store uses. */
export interface PostgresPool {
  /** Gives a connection nobody else uses until it is released. */
  connect(): Promise<PostgresClient>;
  /** Closes every connection. */
  end(): Promise<void>;
}

/** The part of a `pg` client the store uses. */
export interface PostgresClient {
  /** Runs one statement, or several without values: then the result is a list. */
  query(statement: string | PostgresStatement): Promise<PostgresResult>;
  /** Gives the connection back; a broken one is thrown away. */
  release(destroy?: boolean): void;
  /** Listens for the end of the connection between two statements. */
  on(event: 'error', listener: () => void): unknown;
  /** Stops listening. */
  off(event: 'error', listener: () => void): unknown;
}

/** A statement with its values. */
export interface PostgresStatement {
  /** A statement with a name is parsed and planned once on each connection. */
  readonly name?: string;
  /** SQL with `$1` and so on for values. */
  readonly text: string;
  /** In the order of their numbers. */
  readonly values: unknown[];
}

/** What a statement answers. */
export interface PostgresResult {
  /** Empty when the statement returns none. */
  readonly rows: PostgresRow[];
}

/** One row of an answer. */
export type PostgresRow = Record<string, unknown>;

/**
 * Runs one statement inside the transaction of its caller.
 *
 * `isPlannedAnew` is for a table with two indexes that both begin with what is asked for: a plan made while it was small may keep
 * using the wrong one.
 */
export type Run = (text: string, values?: unknown[], isPlannedAnew?: boolean) => Promise<PostgresRow[]>;

/** Runs statements on a connection. Those with values are few and come again and again, so they may be prepared. */
export function runOn(client: PostgresClient, prepares: boolean): Run {
  return async (text, values, isPlannedAnew = false) => {
    if (values === undefined) return (await client.query(text)).rows;
    const name = prepares && !isPlannedAnew ? nameOf(text) : undefined;
    return (await client.query({ ...(name !== undefined && { name }), text, values })).rows;
  };
}

/** Begins a transaction and gives its number, by which the server tells later how it ended. */
export async function begin(client: PostgresClient): Promise<string> {
  const result = await client.query('BEGIN; SELECT pg_current_xact_id()::text AS number');
  const { rows } = Array.isArray(result) ? (result[1] as PostgresResult) : result;
  return String(rows[0]?.['number']);
}

const mostNames = 2_000;
const names = new Map<string, string>();

function nameOf(text: string): string {
  if (names.size >= mostNames) names.clear();
  return getOrMake(names, text, () => `collateral_${hashOf(text, 0)}_${hashOf(text, 1)}_${text.length}`);
}

/** FNV-1a. Of two texts with one name `pg` refuses the second: nothing wrong is ever run. */
function hashOf(text: string, seed: number): string {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}
