import type { DBSchema, IDBPDatabase } from 'idb';
import type { DeadLetter, OutboxRow } from './outbox.js';

/**
 * The database of one origin and endpoint.
 *
 * All stores and indexes exist from version 1, so that no upgrade ever has to wait for an old tab.
 */
export interface OutboxSchema extends DBSchema {
  events: {
    key: number;
    value: OutboxRow;
    indexes: { owner: string; type: string; collateralId: string; slot: string };
  };
  /** Notes shared by the tabs: the lease and the back-off clock. */
  meta: { key: string; value: unknown };
  dead: { key: number; value: DeadLetter };
}

/** The one version of the schema. */
export const schemaVersion = 1;

/** Creates stores and indexes. Rows without an indexed field are simply not in that index. */
export function createStores(database: IDBPDatabase<OutboxSchema>): void {
  const events = database.createObjectStore('events', { keyPath: 'key', autoIncrement: true });
  for (const name of ['owner', 'type', 'collateralId', 'slot'] as const) events.createIndex(name, name);
  database.createObjectStore('meta');
  database.createObjectStore('dead', { autoIncrement: true });
}
