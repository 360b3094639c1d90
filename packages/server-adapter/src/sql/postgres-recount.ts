import type { Fact } from '../store/fact.js';
import type { Run } from './postgres-client.js';
import { PostgresCounts } from './postgres-counts.js';
import { factPages, type FactCondition } from './postgres-fact-pages.js';
import { factOfRow } from './postgres-fact-row.js';
import type { Pair } from './postgres-pairs.js';

const pairsPerStep = 500;
const pairTypes = "('view', 'usage', 'completion', 'rating', 'rating-withdrawal')";

/** Counts facts that are in the log already: before they change, and after. */
export class PostgresRecount {
  readonly #schema: string;
  readonly #counts: PostgresCounts;

  constructor(schema: string) {
    this.#schema = schema;
    this.#counts = new PostgresCounts(schema);
  }

  /** Gives the pairs of a person and an item that have facts which count. */
  async pairs(run: Run, tenant: string, { sql, value }: FactCondition): Promise<readonly Pair[]> {
    const rows = await run(
      `SELECT DISTINCT actor_id, collateral_id FROM ${this.#schema}.fact
       WHERE tenant = $1 AND collateral_id IS NOT NULL AND type IN ${pairTypes} AND ${sql}`,
      [tenant, value],
    );
    return rows.map((row) => ({ actor: String(row['actor_id']), item: String(row['collateral_id']) }));
  }

  /** Takes back what some facts count one by one, and everything that pairs count. */
  async takeBack(run: Run, tenant: string, condition: FactCondition, pairs: readonly Pair[]): Promise<void> {
    for await (const facts of this.#pages(run, tenant, condition)) await this.#counts.takeFactsBack(run, tenant, facts);
    for (const some of inSteps(pairs)) await this.#counts.removePairs(run, tenant, some);
  }

  /** Counts facts as if they were new. */
  async add(run: Run, tenant: string, condition: FactCondition): Promise<void> {
    for await (const facts of this.#pages(run, tenant, condition)) await this.#counts.add(run, tenant, facts);
  }

  /** Counts the searches in the log, and nothing else. */
  async addSearches(run: Run, tenant: string): Promise<void> {
    const searches = { sql: 'type = $2', value: 'usage' };
    for await (const facts of this.#pages(run, tenant, searches)) await this.#counts.addSearches(run, tenant, facts);
  }

  /** Counts what pairs have in the log. */
  async addToPairs(run: Run, tenant: string, pairs: readonly Pair[]): Promise<void> {
    for (const some of inSteps(pairs)) {
      const ofPairs = {
        sql: `type IN ${pairTypes} AND (collateral_id, actor_id) IN (
          SELECT item, actor FROM jsonb_to_recordset($2::jsonb) AS pair(item text, actor text))`,
        value: JSON.stringify(some),
      };
      for await (const facts of this.#pages(run, tenant, ofPairs)) await this.#counts.addToPairs(run, tenant, facts);
    }
  }

  async *#pages(run: Run, tenant: string, condition: FactCondition): AsyncIterable<readonly Fact[]> {
    for await (const rows of factPages(run, this.#schema, tenant, condition)) yield rows.map(factOfRow);
  }
}

function* inSteps(pairs: readonly Pair[]): Iterable<readonly Pair[]> {
  for (let first = 0; first < pairs.length; first += pairsPerStep) yield pairs.slice(first, first + pairsPerStep);
}
