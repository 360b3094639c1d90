import type { Fact } from '../store/fact.js';
import type { Run } from './postgres-client.js';
import { PostgresCounts } from './postgres-counts.js';
import { factPages, type FactCondition } from './postgres-fact-pages.js';
import { typeNumber } from './fact-row.js';
import { PostgresCodes } from './postgres-codes.js';
import { factsOfRows } from './postgres-fact-row.js';
import type { Pair } from './postgres-pairs.js';
import type { OpenTenant } from './postgres-tenants.js';

const pairsPerStep = 500;

/** Counts facts that are in the log already: before they change, and after. */
export class PostgresRecount {
  readonly #schema: string;
  readonly #counts: PostgresCounts;

  constructor(schema: string) {
    this.#schema = schema;
    this.#counts = new PostgresCounts(schema);
  }

  /** Takes back what some facts count one by one, and everything that pairs count. */
  async takeBack(run: Run, tenant: OpenTenant, condition: FactCondition, pairs: readonly Pair[]): Promise<void> {
    for await (const facts of this.#pages(run, tenant, condition)) await this.#counts.takeFactsBack(run, tenant, facts);
    for (const some of inSteps(pairs)) await this.#counts.removePairs(run, tenant, some);
  }

  /** Counts facts as if they were new. */
  async add(run: Run, tenant: OpenTenant, condition: FactCondition): Promise<void> {
    for await (const facts of this.#pages(run, tenant, condition)) await this.#counts.add(run, tenant, facts);
  }

  /** Counts the searches in the log, and nothing else. */
  async addSearches(run: Run, tenant: OpenTenant): Promise<void> {
    const searches = { sql: 'type = $2', value: typeNumber('usage') };
    for await (const facts of this.#pages(run, tenant, searches))
      await this.#counts.countSearches(run, tenant, facts, 1);
  }

  async *#pages(run: Run, tenant: OpenTenant, condition: FactCondition): AsyncIterable<readonly Fact[]> {
    const codes = new PostgresCodes(tenant.names);
    for await (const rows of factPages(run, this.#schema, tenant.number, condition)) yield factsOfRows(rows, codes);
  }
}

function* inSteps(pairs: readonly Pair[]): Iterable<readonly Pair[]> {
  for (let first = 0; first < pairs.length; first += pairsPerStep) yield pairs.slice(first, first + pairsPerStep);
}
