import type { Collection, StoredDocument } from '../store/store.js';

/** Which document. */
export interface DocumentKey {
  readonly tenant: string;
  readonly collection: Collection;
  readonly key: string;
}

/** Reads documents, in the order asked; null where there is none. */
export type ReadDocuments = (asked: readonly DocumentKey[]) => Promise<readonly (StoredDocument | null)[]>;

/** Reads that run at a time. Whoever comes meanwhile shares the next one: what a read costs hardly depends on how much it reads. */
const mostReads = 2;
const mostDocuments = 1_000;

/**
 * Lets calls that wait for a connection share a read.
 *
 * A read begins behind all calls that share it, so each sees what was committed when it was made. When a shared read fails every
 * call is tried alone: a key no database takes is the fault of one.
 */
export class SharedGets {
  readonly #read: ReadDocuments;
  readonly #waiting: Call[] = [];
  #running = 0;

  constructor(read: ReadDocuments) {
    this.#read = read;
  }

  /** Reads documents, maybe together with those others want. */
  async get(asked: readonly DocumentKey[]): Promise<readonly (StoredDocument | null)[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ asked, resolve, reject });
      if (this.#running < mostReads) void this.#serve();
    });
  }

  async #serve(): Promise<void> {
    this.#running += 1;
    // Calls made in one go come together, also when nobody is reading.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#run(take(this.#waiting));
    this.#running -= 1;
  }

  async #run(calls: readonly Call[]): Promise<void> {
    try {
      const found = await this.#read(calls.flatMap(({ asked }) => asked));
      let first = 0;
      for (const { asked, resolve } of calls) resolve(found.slice(first, (first += asked.length)));
    } catch (error) {
      if (calls.length === 1) calls[0]?.reject(error);
      else await Promise.all(calls.map((call) => this.#run([call])));
    }
  }
}

interface Call {
  readonly asked: readonly DocumentKey[];
  readonly resolve: (found: readonly (StoredDocument | null)[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Takes the calls that share the next read: one at least. */
function take(waiting: Call[]): readonly Call[] {
  let documents = 0;
  const end = waiting.findIndex((call, index) => (documents += call.asked.length) > mostDocuments && index > 0);
  return waiting.splice(0, end === -1 ? waiting.length : end);
}
