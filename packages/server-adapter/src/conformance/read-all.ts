import type { Fact } from '../store/fact.js';
import type { FactFilter, Store } from '../store/store.js';
import { failCase } from './expect.js';

/** Everything a read gave, and the cursor behind it. */
export interface ReadResult {
  readonly facts: readonly Fact[];
  readonly cursor: string | undefined;
}

/** Reads page by page to the end. */
export async function readAll(
  store: Store,
  tenant: string,
  filter: FactFilter = {},
  from?: string,
): Promise<ReadResult> {
  const facts: Fact[] = [];
  let cursor = from;
  for await (const page of store.read(tenant, filter, from)) {
    facts.push(...page.facts);
    cursor = page.cursor;
    if (facts.length > 150_000)
      failCase('read', 'gave more than 150000 facts', 'an end, no case stores as many', 'Store.read');
  }
  return { facts, cursor };
}

/** Reads the ids of all facts a filter lets through, in the order of the log. */
export async function readIds(store: Store, tenant: string, filter: FactFilter = {}): Promise<readonly string[]> {
  return (await readAll(store, tenant, filter)).facts.map(({ id }) => id);
}
