import type { SQLOutputValue } from 'node:sqlite';
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
import type { SqliteConnection } from './sqlite-connection.js';

/** The cabinet of documents in a SQLite file. */
export class SqliteCabinet {
  readonly #connection: SqliteConnection;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
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
    const rowOf = new Map(rows.map((row) => [row['key'], row]));
    // Read anew for each place, so that a key asked for twice gives two documents nobody shares.
    return keys.map((key) => {
      const row = rowOf.get(key);
      return row === undefined ? null : documentOfRow(row);
    });
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
    const documents = rows.slice(0, limit).map(documentOfRow);
    const last = documents.at(-1);
    return rows.length > limit && last !== undefined ? { documents, nextCursor: last.key } : { documents };
  }

  #find(tenant: string, collection: Collection, key: string): StoredDocument | null {
    const row = this.#connection
      .prepare('SELECT key, revision, body FROM document WHERE tenant = ? AND collection = ? AND key = ?')
      .get(tenant, collection, key);
    return row === undefined ? null : documentOfRow(row);
  }
}

function documentOfRow(row: Readonly<Record<string, SQLOutputValue>>): StoredDocument {
  return {
    key: String(row['key']),
    revision: Number(row['revision']),
    document: JSON.parse(String(row['body'])) as Document,
  };
}
