import type { Store } from '../store/store.js';
import { createPostgresStore } from './postgres.js';
import { createSqliteStore } from './sqlite.js';

/** Opens a store at a place that one process can tell another: the path of a file or the address of a database. */
export function openPlace(place: string): Store {
  return place.startsWith('postgres:')
    ? createPostgresStore({ connectionString: place, schema: 'killed' })
    : createSqliteStore({ path: place });
}
