import { CollateralError, isCollateralError, isErrorCode } from '@collateral/sdk/contract';
import { Worker } from 'node:worker_threads';
import type { SqliteFileOptions, SqliteMethods } from './sqlite-file.js';

/** A call on its way to the thread; `close` ends the thread behind everything that was sent before. */
export interface ThreadRequest {
  readonly number: number;
  readonly method: keyof SqliteMethods | 'close';
  readonly parameters: readonly unknown[];
}

/** The answer on its way back. */
export interface ThreadReply {
  readonly number: number;
  readonly result?: unknown;
  readonly error?: ThreadError;
}

/** An error as it travels between threads, which would otherwise lose its code. */
export interface ThreadError {
  readonly code: string | null;
  readonly message: string;
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Writes an error down for the other thread. */
export function threadError(error: unknown): ThreadError {
  const message = error instanceof Error ? error.message : String(error);
  return { code: isCollateralError(error) ? error.code : null, message };
}

/** A SQLite file that is worked on in a thread of its own, so that waiting for the disk never blocks the event loop. */
export class SqliteThread {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #lastNumber = 0;
  #closing: Promise<void> | undefined;
  #failure: Error | undefined;

  constructor(options: SqliteFileOptions) {
    this.#worker = new Worker(new URL('./sqlite-worker.js', import.meta.url), {
      workerData: options,
      // Not the flags of the process: some of them (--eval, --input-type) make no sense for a file.
      execArgv: [],
    });
    this.#worker.on('message', (reply: ThreadReply) => this.#settle(reply));
    this.#worker.on('error', (error: Error) => this.#fail(error));
    this.#worker.on('exit', (code) => this.#fail(new Error(`the thread ended with code ${code}`)));
    // An idle store keeps no process alive.
    this.#worker.unref();
  }

  /** Runs a method of the file in the thread. */
  async call<Method extends keyof SqliteMethods>(
    method: Method,
    ...parameters: Parameters<SqliteMethods[Method]>
  ): Promise<ReturnType<SqliteMethods[Method]>> {
    if (this.#closing !== undefined)
      throw new CollateralError('store-unavailable', 'The store was closed. Create a new one.');
    // The thread runs the method of this name, so the result has its type.
    return (await this.#send(method, parameters)) as ReturnType<SqliteMethods[Method]>;
  }

  /** Finishes what was sent, closes the file and ends the thread. Closing twice is fine. */
  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  async #end(): Promise<void> {
    // A thread that died has closed everything.
    if (this.#failure === undefined) await this.#send('close', []);
    await this.#worker.terminate();
  }

  #send(method: ThreadRequest['method'], parameters: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) throw this.#failure;
      this.#lastNumber += 1;
      // First, because a value that can't be sent throws here.
      this.#worker.postMessage({ number: this.#lastNumber, method, parameters } satisfies ThreadRequest);
      if (this.#pending.size === 0) this.#worker.ref();
      this.#pending.set(this.#lastNumber, { resolve, reject });
    });
  }

  #settle({ number, result, error }: ThreadReply): void {
    const call = this.#pending.get(number);
    this.#pending.delete(number);
    if (this.#pending.size === 0) this.#worker.unref();
    if (error === undefined) call?.resolve(result);
    else
      call?.reject(isErrorCode(error.code) ? new CollateralError(error.code, error.message) : new Error(error.message));
  }

  #fail(cause: Error): void {
    this.#failure ??= new CollateralError('store-unavailable', `The SQLite store stopped: ${cause.message}.`, {
      cause,
    });
    for (const { reject } of this.#pending.values()) reject(this.#failure);
    this.#pending.clear();
  }
}
