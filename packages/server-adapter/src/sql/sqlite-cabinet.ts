import { pageLimit } from '../store/page-limit.js';
import type {
  Collection,
  Document,
  DocumentPage,
  ListOptions,
  PutOptions,
  PutOutcome,
  StoredDocument,
} from '../store/store.js';
import { documentOfRow, documentsOfKeys, pageOfRows } from './document-row.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { SqliteStandings } from './sqlite-standings.js';
import type { Tenants } from './tenants.js';

/** The cabinet of documents in a SQLite file. */
export class SqliteCabinet {
  readonly #connection: SqliteConnection;
  readonly #standings: SqliteStandings;

  constructor(connection: SqliteConnection, tenants: Tenants) {
    this.#connection = connection;
    this.#standings = new SqliteStandings(connection, tenants);
  }

  get(tenant: string, collection: Collection, key: string): StoredDocument | null {
    return this.#connection.read(() => this.#find(tenant, collection, key));
  }

  getMany(tenant: string, collection: Collection, keys: readonly string[]): readonly (StoredDocument | null)[] {
    const rows = this.#connection.read(() =>
      this.#connection
        .prepare(
          'SELECT key, revision, body FROM document WHERE tenant = ? AND collection = ? AND key IN (SELECT value FROM json_each(?))',
        )
        .all(tenant, collection, JSON.stringify(keys)),
    );
    return documentsOfKeys(rows, keys);
  }

  put(
    tenant: string,
    collection: Collection,
    key: string,
    document: Document,
    { expectedRevision }: PutOptions,
  ): PutOutcome {
    return this.#connection.write(() => {
      const current = this.#find(tenant, collection, key);
      if (expectedRevision !== undefined && expectedRevision !== (current?.revision ?? 0))
        return { ok: false, current };
      const revision = (current?.revision ?? 0) + 1;
      this.#connection
        .prepare(
          `INSERT INTO document (tenant, collection, key, revision, body) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET revision = excluded.revision, body = excluded.body`,
        )
        .run(tenant, collection, key, revision, JSON.stringify(document));
      if (collection === 'suggestions') this.#standings.write(tenant, key, document);
      return { ok: true, revision };
    });
  }

  list(tenant: string, collection: Collection, { cursor, limit: asked }: ListOptions): DocumentPage {
    const limit = pageLimit(asked);
    const rows = this.#connection.read(() =>
      this.#connection
        .prepare(
          'SELECT key, revision, body FROM document WHERE tenant = ? AND collection = ? AND key > ? ORDER BY key LIMIT ?',
        )
        // SQLite orders text by its UTF-8 bytes, as the interface asks. One more than asked for tells whether another page follows.
        .all(tenant, collection, cursor ?? '', limit + 1),
    );
    return pageOfRows(rows, limit);
  }

  #find(tenant: string, collection: Collection, key: string): StoredDocument | null {
    const row = this.#connection
      .prepare('SELECT key, revision, body FROM document WHERE tenant = ? AND collection = ? AND key = ?')
      .get(tenant, collection, key);
    return row === undefined ? null : documentOfRow(row);
  }
}
