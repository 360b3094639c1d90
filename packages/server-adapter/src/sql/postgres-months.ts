import type { Fact } from '../store/fact.js';
import type { PostgresConnection } from './postgres-connection.js';
import type { Run } from './postgres-client.js';
import { receivedDay } from './postgres-fact-row.js';

const dayMs = 86_400_000;
/** How long a month's removal waits for those who read. It is tried again the next time. */
const patienceMs = 2_000;

/**
 * The months raw events are kept in: one partition each, by the day they were received on.
 *
 * Musts:
 * - a month is there before the first event of it: it is made when the month before it begins, or at the latest when it is asked for;
 * - nobody waits for a new month: attaching it locks out other changes of tables, and neither readers nor writers.
 */
export class PostgresMonths {
  readonly #schema: string;
  readonly #known = new Set<number>();

  constructor(schema: string) {
    this.#schema = schema;
  }

  /** Makes the months of these facts and the one behind the last, if this process does not know that they are there. */
  async ensure(connection: PostgresConnection, facts: readonly Fact[]): Promise<void> {
    if (facts.length === 0) return;
    const days = new Set(facts.map(receivedDay));
    const months = new Set([...days].map(monthOfDay));
    months.add(Math.max(...months) + 1);
    const wanted = [...months].filter((month) => !this.#known.has(month));
    if (wanted.length === 0) return;
    await connection.write((run) => makeMonths(run, this.#schema, wanted));
    for (const month of wanted) this.#known.add(month);
  }

  /** Asks anew which months there are, as after another process has removed some. */
  forget(): void {
    this.#known.clear();
  }

  /** Removes months that are empty and wholly before an instant, and gives their space back. */
  async removeEmpty(connection: PostgresConnection, before: string): Promise<void> {
    const bound = monthOfDay(Math.floor(Date.parse(before) / dayMs));
    if (Number.isNaN(bound)) return;
    const months = await connection.read((run) => monthsOf(run, this.#schema));
    for (const month of months.filter((one) => one < bound))
      await connection.write((run) => this.#removeIfEmpty(run, month));
  }

  async #removeIfEmpty(run: Run, month: number): Promise<void> {
    const table = tableOf(this.#schema, month);
    await run(`SET LOCAL lock_timeout = ${patienceMs}`);
    await run('SAVEPOINT removal');
    try {
      if (!(await isEmpty(run, table))) return;
      // First everything, then its part: the order in which everybody else takes these locks.
      await run(`LOCK TABLE ${this.#schema}.fact IN ACCESS EXCLUSIVE MODE`);
      if (await isEmpty(run, table)) await run(`DROP TABLE IF EXISTS ${table}`);
      this.#known.delete(month);
    } catch (error) {
      // Somebody reads for long, or was faster.
      if (!isBusy(error)) throw error;
      await run('ROLLBACK TO removal');
    }
  }
}

/** Makes months that are not there. */
export async function makeMonths(run: Run, schema: string, months: readonly number[]): Promise<void> {
  await run("SELECT pg_advisory_xact_lock(hashtextextended('collateral months ' || $1, 0))", [schema]);
  const known = new Set(await monthsOf(run, schema));
  for (const month of months.filter((one) => !known.has(one))) {
    const table = tableOf(schema, month);
    await run(`CREATE TABLE ${table} (LIKE ${schema}.fact INCLUDING DEFAULTS INCLUDING CONSTRAINTS)`);
    // An index of all months would have to hold the day as well, and then keep no id from coming twice.
    await run(`CREATE UNIQUE INDEX ON ${table} (tenant, sequence)`);
    await run(`CREATE UNIQUE INDEX ON ${table} (tenant, actor, id)`);
    await run(
      `ALTER TABLE ${schema}.fact ATTACH PARTITION ${table} FOR VALUES FROM (${firstDay(month)}) TO (${firstDay(month + 1)})`,
    );
  }
}

/** Gives the month of a day, counted from the year 0. */
export function monthOfDay(day: number): number {
  const date = new Date(day * dayMs);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Gives the first day of a month, in UTC since 1970. */
function firstDay(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12) / dayMs;
}

/** Tells whether a fact found no partition: its month was removed by another process. */
export function isMonthMissing(error: unknown): boolean {
  const { cause } = (error ?? {}) as { readonly cause?: unknown };
  const { code, message } = (cause ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  return code === '23514' && String(message).includes('no partition of relation');
}

async function monthsOf(run: Run, schema: string): Promise<readonly number[]> {
  const rows = await run(
    `SELECT right(part.relname, 6) AS month FROM pg_inherits JOIN pg_class AS part ON part.oid = inhrelid
     WHERE inhparent = $1::regclass`,
    [`${schema}.fact`],
  );
  return rows.map((row) => {
    const text = String(row['month']);
    return Number(text.slice(0, 4)) * 12 + Number(text.slice(4)) - 1;
  });
}

async function isEmpty(run: Run, table: string): Promise<boolean> {
  return (await run(`SELECT 1 FROM ${table} LIMIT 1`)).length === 0;
}

function isBusy(error: unknown): boolean {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return code === '55P03' || code === '42P01';
}

function tableOf(schema: string, month: number): string {
  const number = String(Math.floor(month / 12)).padStart(4, '0') + String((month % 12) + 1).padStart(2, '0');
  return `${schema}.month_${number}`;
}
