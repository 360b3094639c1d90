import { CollateralError } from '@collateral/sdk/contract';
import type { Fact } from '../store/fact.js';
import { getOrMake } from '../store/get-or-make.js';
import type { AppendOutcome } from '../store/store.js';

/** Facts that share one transaction at most, so that the first of them is not kept waiting for ever. */
const mostFacts = 2_000;

/** Stores facts of one tenant in one transaction. */
export type Append = (tenant: string, facts: readonly Fact[]) => Promise<readonly AppendOutcome[]>;

/**
 * Lets calls for one tenant that wait for each other share a transaction: there is one writer a tenant at a time anyway, and most of
 * what a batch costs does not depend on how large it is.
 *
 * Each call stays atomic: when a shared transaction fails, every call is tried alone.
 */
export class SharedAppends {
  readonly #append: Append;
  readonly #waiting = new Map<string, Call[]>();
  readonly #serving = new Map<string, Promise<void>>();
  #isClosed = false;

  constructor(append: Append) {
    this.#append = append;
  }

  /** Stores facts together with those that wait for the same tenant. */
  async append(tenant: string, facts: readonly Fact[]): Promise<readonly AppendOutcome[]> {
    if (this.#isClosed) throw new CollateralError('store-unavailable', 'The store was closed. Create a new one.');
    return new Promise((resolve, reject) => {
      getOrMake(this.#waiting, tenant, (): Call[] => []).push({ facts, resolve, reject });
      if (!this.#serving.has(tenant)) this.#serving.set(tenant, this.#serve(tenant));
    });
  }

  /** Finishes what was accepted and takes nothing more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#serving.values());
  }

  async #serve(tenant: string): Promise<void> {
    const waiting = getOrMake(this.#waiting, tenant, (): Call[] => []);
    while (waiting.length > 0) await this.#run(tenant, take(waiting));
    this.#waiting.delete(tenant);
    this.#serving.delete(tenant);
  }

  async #run(tenant: string, calls: readonly Call[]): Promise<void> {
    try {
      const outcomes = await this.#append(
        tenant,
        calls.flatMap(({ facts }) => facts),
      );
      let first = 0;
      for (const { facts, resolve } of calls) resolve(outcomes.slice(first, (first += facts.length)));
    } catch (error) {
      if (calls.length === 1) calls[0]?.reject(error);
      else await Promise.all(calls.map((call) => this.#run(tenant, [call])));
    }
  }
}

interface Call {
  readonly facts: readonly Fact[];
  readonly resolve: (outcomes: readonly AppendOutcome[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Takes the calls that share the next transaction: one at least. */
function take(waiting: Call[]): readonly Call[] {
  let facts = 0;
  const end = waiting.findIndex((call, index) => (facts += call.facts.length) > mostFacts && index > 0);
  return waiting.splice(0, end === -1 ? waiting.length : end);
}
