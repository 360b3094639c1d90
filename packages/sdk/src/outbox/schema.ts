import type { DBSchema, IDBPDatabase } from 'idb';
import type { DeadLetter, OutboxRow } from './outbox.js';

/**
 * The database of one origin and endpoint.
 *
 * All stores and indexes exist from version 1, so that no upgrade ever has to wait for an old tab.
 */
export interface OutboxSchema extends DBSchema {
  events: {
    key: string;
    value: OutboxRow;
    indexes: { owner: string; due: [string, number]; type: string; collateralId: string; slot: string };
  };
  /** Notes the pages share: whose turn it is to send. */
  meta: { key: string; value: unknown };
  dead: { key: number; value: DeadLetter };
}

/** Creates stores and indexes. A row without an indexed field is simply not in that index. */
export function createStores(database: IDBPDatabase<OutboxSchema>): void {
  const events = database.createObjectStore('events', { keyPath: 'id' });
  for (const name of ['owner', 'type', 'collateralId', 'slot'] as const) events.createIndex(name, name);
  events.createIndex('due', ['owner', 'dueMs']);
  database.createObjectStore('meta');
  database.createObjectStore('dead', { autoIncrement: true });
}
