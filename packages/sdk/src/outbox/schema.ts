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
  /** Notes the pages share: whose turn it is to send. */
  meta: { key: string; value: unknown };
  dead: { key: number; value: DeadLetter };
}

/** Creates stores and indexes. A row without an indexed field is simply not in that index. */
export function createStores(database: IDBPDatabase<OutboxSchema>): void {
  const events = database.createObjectStore('events', { keyPath: 'key', autoIncrement: true });
  for (const name of ['owner', 'type', 'collateralId', 'slot'] as const) events.createIndex(name, name);
  database.createObjectStore('meta');
  database.createObjectStore('dead', { autoIncrement: true });
}
