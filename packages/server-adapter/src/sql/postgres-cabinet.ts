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
import { documentOfRow, pageOfRows } from './document-row.js';
import type { Run } from './postgres-client.js';
import { PostgresStandings } from './postgres-standings.js';
import type { PostgresTenants } from './postgres-tenants.js';
import type { DocumentKey } from './shared-gets.js';

/** The cabinet of documents in a PostgreSQL schema. */
export class PostgresCabinet {
  readonly #document: string;
  readonly #standings: PostgresStandings;

  constructor(schema: string, tenants: PostgresTenants) {
    this.#document = `${schema}.document`;
    this.#standings = new PostgresStandings(schema, tenants);
  }

  /** Gives documents of any tenants and collections, in the order asked. */
  async getMany(run: Run, asked: readonly DocumentKey[]): Promise<readonly (StoredDocument | null)[]> {
    // OFFSET 0 keeps the lookup of each key apart: without statistics the planner would read the whole table instead.
    const rows = await run(
      `SELECT asked.place, found.key, found.revision, found.body
       FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS asked(tenant, collection, key, place),
         LATERAL (SELECT key, revision, body FROM ${this.#document} AS document
           WHERE document.tenant = asked.tenant AND document.collection = asked.collection AND document.key = asked.key OFFSET 0) AS found`,
      [asked.map(({ tenant }) => tenant), asked.map(({ collection }) => collection), asked.map(({ key }) => key)],
    );
    const found = new Map(rows.map((row) => [Number(row['place']), documentOfRow(row)]));
    return asked.map((_, index) => found.get(index + 1) ?? null);
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
    if (row !== undefined) {
      if (collection === 'suggestions') await this.#standings.write(run, tenant, key, document);
      return { ok: true, revision: Number(row['revision']) };
    }
    return { ok: false, current: (await this.getMany(run, [{ tenant, collection, key }]))[0] ?? null };
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
