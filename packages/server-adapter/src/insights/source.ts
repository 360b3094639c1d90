import type { Item, Policy } from '@collateral/sdk/contract';
import { itemOf } from '../store/catalogue.js';
import type { Collection, Document, Store } from '../store/store.js';
import type { FreshCache } from './fresh-cache.js';

/** Where the figures of one tenant come from. */
export interface InsightsSource {
  readonly store: Store;
  readonly tenant: string;
  readonly policy: Policy;
  readonly cache: FreshCache;
}

/** A team or another group of people. */
export interface GroupEntry {
  readonly id: string;
  readonly name: string;
  /** People in it; null when the host does not say. */
  readonly size: number | null;
  /** The teams it is made of; empty for a team. */
  readonly teams: readonly string[];
}

/** Counts something of the tenant, or gives what was counted a moment ago. */
export function counted<Value>(
  { cache, tenant }: InsightsSource,
  name: string,
  count: () => Promise<Value>,
): Promise<Value> {
  return cache.get(`${tenant} ${name}`, count);
}

/** Forgets everything that was counted of a tenant, as after an erasure: some of it names people, some of it is what they wrote. */
export function forgetCounted({ cache, tenant }: Pick<InsightsSource, 'cache' | 'tenant'>): void {
  cache.forget(`${tenant} `);
}

/** Names of what is counted from ratings and depends on which of them are disputed, by how they begin. */
const ratingNames = ['disputes', 'disputed ratings', 'version ratings', 'rows ', 'months '];

/** Forgets what was counted from ratings, as after a dispute: whoever disputed one looks at the figures in that moment. */
export function forgetRatings({ cache, tenant }: Pick<InsightsSource, 'cache' | 'tenant'>): void {
  for (const name of ratingNames) cache.forget(`${tenant} ${name}`);
}

/** Reads the whole catalogue. */
export function readCatalogue(source: InsightsSource): Promise<ReadonlyMap<string, Item>> {
  return counted(source, 'items', async () => {
    const items = new Map<string, Item>();
    for await (const [key, document] of everyDocument(source, 'items')) items.set(key, itemOf(document));
    return items;
  });
}

/** Reads all groups. */
export function readGroups(source: InsightsSource): Promise<ReadonlyMap<string, GroupEntry>> {
  return counted(source, 'groups', async () => {
    const groups = new Map<string, GroupEntry>();
    // Only PUT /v1/groups fills this collection, with what it checked; `teams` came later than the others.
    for await (const [id, { name, size, teams = [] }] of everyDocument(source, 'groups'))
      groups.set(id, {
        id,
        name: typeof name === 'string' ? name : id,
        size: typeof size === 'number' ? size : null,
        teams: teams as readonly string[],
      });
    return groups;
  });
}

/** Goes through a collection, in the order of keys. */
export async function* everyDocument(
  { store, tenant }: Pick<InsightsSource, 'store' | 'tenant'>,
  collection: Collection,
): AsyncGenerator<readonly [key: string, document: Document]> {
  let cursor: string | undefined;
  do {
    const page = await store.list(tenant, collection, { limit: 1_000, ...(cursor !== undefined && { cursor }) });
    for (const { key, document } of page.documents) yield [key, document];
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}
