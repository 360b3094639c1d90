import { CollateralError, isCollateralError } from '@collateral/sdk/contract';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

// With SQLite's own 2 MB the upper pages of the indexes are read again and again; checkpoints every 4 MB copy the same pages over and over.
const cache = 'PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8000;';

/** SQLITE_BUSY, and SQLITE_IOERR_DELETE_NOENT. */
const inTheWay: ReadonlySet<unknown> = new Set([5, 5_898]);

/** One open SQLite file, set up so that an acknowledged write survives a crash of the machine and other processes may use the file. */
export class SqliteConnection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #rollbackListeners: (() => void)[] = [];
  #isClosed = false;

  constructor(path: string, busyTimeoutMs: number) {
    this.#database = attempt(() => new DatabaseSync(path));
    try {
      // The timeout first: the step to WAL itself may have to wait for another process.
      this.run(`PRAGMA busy_timeout = ${busyTimeoutMs};`);
      attempt(() => this.#enterWal(performance.now() + busyTimeoutMs));
      this.run(`PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; ${cache}`);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Runs SQL that has no parameters. */
  run(sql: string): void {
    this.#refuseWhenClosed();
    attempt(() => this.#database.exec(sql));
  }

  /** Prepares a statement once and keeps it: preparing costs more than running. */
  prepare(sql: string): StatementSync {
    this.#refuseWhenClosed();
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  /** Asks to be called whenever a write was undone: what was learned in it is not true. */
  onRollback(listener: () => void): void {
    this.#rollbackListeners.push(listener);
  }

  /** Does some reading that sees one state of the file. Short, so that no reader holds the write-ahead log back. */
  read<Result>(work: () => Result): Result {
    return this.#inTransaction('BEGIN', work);
  }

  /**
   * Does some work in one atomic step.
   *
   * IMMEDIATE takes the write lock at the start: a transaction that begins by reading and writes later fails at once when
   * another process wrote in between, whatever the busy timeout says.
   */
  write<Result>(work: () => Result): Result {
    return this.#inTransaction('BEGIN IMMEDIATE', work);
  }

  /** Whether a transaction is open. */
  get isInTransaction(): boolean {
    return this.#database.isTransaction;
  }

  /** Does something with the file, and tells what refused as every other method does. */
  attempt<Result>(work: () => Result): Result {
    this.#refuseWhenClosed();
    return attempt(work);
  }

  /** Closes the file. Closing twice is fine. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#statements.clear();
    this.#database.close();
  }

  // Two processes that make the same file at the same moment both want to take the first journal away. Who comes second is told of a
  // disk error that is none, or that the file is locked: as both have begun to read, SQLite lets neither of them wait for the other.
  #enterWal(until: number): void {
    for (let tries = 1; ; tries += 1) {
      try {
        this.#database.exec('PRAGMA journal_mode = WAL');
        return;
      } catch (error) {
        const code = (error as { readonly errcode?: unknown }).errcode;
        if (!inTheWay.has(code) || performance.now() >= until) throw error;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.min(tries * 5, 100));
      }
    }
  }

  #inTransaction<Result>(begin: string, work: () => Result): Result {
    this.#refuseWhenClosed();
    return attempt(() => {
      // Inside another one: part of it.
      const isNested = this.#database.isTransaction;
      this.#database.exec(isNested ? 'SAVEPOINT part' : begin);
      try {
        const result = work();
        this.#database.exec(isNested ? 'RELEASE part' : 'COMMIT');
        return result;
      } catch (error) {
        // After some errors (disk full, for one) SQLite has rolled back by itself.
        if (this.#database.isTransaction) this.#database.exec(isNested ? 'ROLLBACK TO part; RELEASE part' : 'ROLLBACK');
        for (const listener of this.#rollbackListeners) listener();
        throw error;
      }
    });
  }

  #refuseWhenClosed(): void {
    if (this.#isClosed) throw new CollateralError('store-unavailable', 'The store was closed. Create a new one.');
  }
}

function attempt<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    if (isCollateralError(cause)) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CollateralError(
      'store-unavailable',
      `SQLite refused: ${reason}. Check that the file can be written and the disk is not full.`,
      { cause },
    );
  }
}
