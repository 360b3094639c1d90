import { CollateralError, isCollateralError } from '@collateral/sdk/contract';
import { begin, runOn, type PostgresClient, type PostgresPool, type Run } from './postgres-client.js';

const mostAttempts = 8;
/** Serialisation failure, deadlock. */
const retried: ReadonlySet<string> = new Set(['40001', '40P01']);

/** With what a question about a quarter of a large company sorts and groups: less, and the server does it on disk. A host may give more. */
const memory =
  "SELECT set_config('work_mem', '32MB', true) WHERE pg_size_bytes(current_setting('work_mem')) < 33554432";
const beginToAnswer = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${memory}`;

/** A pool whose work is tried again when another transaction or the network was in its way. */
export class PostgresConnection {
  readonly #pool: PostgresPool;
  readonly #isOwn: boolean;
  readonly #prepares: boolean;
  readonly #running = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  /** @param prepares - whether statements stay prepared on their connection. */
  constructor(pool: PostgresPool, isOwn: boolean, prepares: boolean) {
    this.#pool = pool;
    this.#isOwn = isOwn;
    this.#prepares = prepares;
  }

  /** Runs statements that only read. Each sees what was committed when it began. */
  read<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    return this.#track(() => this.#tryAgain((client) => work(this.#runOn(client))));
  }

  /** Runs statements that only read, and all see what was committed when the first of them began. */
  snapshot<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    return this.read(async (run) => {
      await run(beginToAnswer);
      try {
        return await work(run);
      } finally {
        // Nothing was written. On a connection that is lost there is nothing to end, and the first error says so.
        await run('ROLLBACK').catch(() => undefined);
      }
    });
  }

  /**
   * Runs statements in one transaction.
   *
   * When the connection is lost while it commits, nobody knows how it ended but the server: it is asked by the number of the
   * transaction, so that nothing is done twice and nothing that was done is reported as failed.
   */
  write<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    return this.#track(() => this.#tryAgain((client) => this.#transaction(client, work)));
  }

  /** Waits for what is running. Closing twice is fine. */
  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  async #end(): Promise<void> {
    await Promise.allSettled(this.#running);
    // A pool of the host's is the host's to close.
    if (this.#isOwn) await this.#pool.end();
  }

  async #track<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#closing !== undefined)
      throw new CollateralError('store-unavailable', 'The store was closed. Create a new one.');
    const running = work();
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  async #transaction<Result>(client: PostgresClient, work: (run: Run) => Promise<Result>): Promise<Result> {
    const run = this.#runOn(client);
    const transaction = await begin(client);
    let result: Result;
    try {
      result = await work(run);
    } catch (error) {
      if (!isConnectionLost(error)) await run('ROLLBACK');
      throw error;
    }
    try {
      await run('COMMIT');
    } catch (error) {
      if (!isConnectionLost(error) || !(await this.#isCommitted(transaction))) throw error;
    }
    return result;
  }

  #runOn(client: PostgresClient): Run {
    return runOn(client, this.#prepares);
  }

  async #isCommitted(transaction: string): Promise<boolean> {
    return this.#tryAgain(async (client) => {
      for (;;) {
        const [row] = await this.#runOn(client)('SELECT pg_xact_status($1::xid8) AS status', [transaction]);
        // The server notices a lost connection a moment later than we do.
        if (row?.['status'] !== 'in progress') return row?.['status'] === 'committed';
        await pause(20);
      }
    });
  }

  async #tryAgain<Result>(work: (client: PostgresClient) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#withClient(work);
      } catch (error) {
        const mayHelp = isConnectionLost(error) || retried.has(codeOf(error));
        if (!mayHelp || attempt === mostAttempts) throw wrapped(error);
        // At random, so that those who met once do not meet again.
        await pause(Math.random() * 10 * 2 ** attempt);
      }
    }
  }

  async #withClient<Result>(work: (client: PostgresClient) => Promise<Result>): Promise<Result> {
    const client = await this.#pool.connect();
    // A connection may break between two statements. The next statement says so; an event nobody hears would end the process.
    client.on('error', ignore);
    let isBroken = false;
    try {
      return await work(client);
    } catch (error) {
      isBroken = isConnectionLost(error);
      throw error;
    } finally {
      client.off('error', ignore);
      client.release(isBroken);
    }
  }
}

function ignore(): void {
  // See its use.
}

/** Tells whether the connection is gone, or the server is going: shutting down, starting, out of places. */
function isConnectionLost(error: unknown): boolean {
  const code = codeOf(error);
  // A newer release has changed a table: what this connection had prepared is of no use any more.
  if (code === '0A000' && error instanceof Error && error.message.includes('cached plan')) return true;
  if (/^(08|57P0|53300)/.test(code) || /^E(CONN|PIPE|TIMEDOUT|HOSTUNREACH)/.test(code)) return true;
  return error instanceof Error && /Connection (terminated|ended)|not queryable|client was closed/i.test(error.message);
}

function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code : '';
}

function wrapped(cause: unknown): CollateralError {
  if (isCollateralError(cause)) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new CollateralError('store-unavailable', `PostgreSQL refused: ${reason}.`, { cause });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
