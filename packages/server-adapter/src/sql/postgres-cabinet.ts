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
import { documentsOfKeys, pageOfRows } from './document-row.js';
import type { Run } from './postgres-connection.js';

/** The cabinet of documents in a PostgreSQL schema. */
export class PostgresCabinet {
  readonly #document: string;

  constructor(schema: string) {
    this.#document = `${schema}.document`;
  }

  async get(run: Run, tenant: string, collection: Collection, key: string): Promise<StoredDocument | null> {
    return (await this.getMany(run, tenant, collection, [key]))[0] ?? null;
  }

  async getMany(
    run: Run,
    tenant: string,
    collection: Collection,
    keys: readonly string[],
  ): Promise<readonly (StoredDocument | null)[]> {
    const rows = await run(
      `SELECT key, revision, body FROM ${this.#document} WHERE tenant = $1 AND collection = $2 AND key = ANY($3::text[])`,
      [tenant, collection, keys],
    );
    return documentsOfKeys(rows, keys);
  }

  async put(
    run: Run,
    tenant: string,
    collection: Collection,
    key: string,
    document: Document,
    { expectedRevision }: PutOptions,
  ): Promise<PutOutcome> {
    // One statement compares and writes, so no other writer can come in between.
    const insert = `INSERT INTO ${this.#document} AS document (tenant, collection, key, revision, body) VALUES ($1, $2, $3, 1, $4)`;
    const count = `SET revision = document.revision + 1, body = $4`;
    const values: unknown[] = [tenant, collection, key, JSON.stringify(document)];
    const [row] =
      expectedRevision === undefined
        ? await run(`${insert} ON CONFLICT (tenant, collection, key) DO UPDATE ${count} RETURNING revision`, values)
        : expectedRevision === 0
          ? await run(`${insert} ON CONFLICT DO NOTHING RETURNING revision`, values)
          : await run(
              `UPDATE ${this.#document} AS document ${count} WHERE tenant = $1 AND collection = $2 AND key = $3 AND revision = $5 RETURNING revision`,
              [...values, expectedRevision],
            );
    if (row !== undefined) return { ok: true, revision: Number(row['revision']) };
    return { ok: false, current: await this.get(run, tenant, collection, key) };
  }

  async list(
    run: Run,
    tenant: string,
    collection: Collection,
    { cursor, limit: asked }: ListOptions,
  ): Promise<DocumentPage> {
    const limit = pageLimit(asked);
    const rows = await run(
      `SELECT key, revision, body FROM ${this.#document} WHERE tenant = $1 AND collection = $2 AND key > $3 ORDER BY key LIMIT $4`,
      // One more than asked for tells whether another page follows.
      [tenant, collection, cursor ?? '', limit + 1],
    );
    return pageOfRows(rows, limit);
  }
}
