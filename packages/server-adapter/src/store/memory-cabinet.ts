import { compareCodePoints } from './code-point-order.js';
import { pageLimit } from './page-limit.js';
import type {
  Collection,
  Document,
  DocumentPage,
  ListOptions,
  PutOptions,
  PutOutcome,
  StoredDocument,
} from './store.js';

/** The documents of one tenant, in memory. */
export class MemoryCabinet {
  readonly #drawers = new Map<Collection, Map<string, StoredDocument>>();

  get(collection: Collection, key: string): StoredDocument | null {
    return structuredClone(this.#drawers.get(collection)?.get(key) ?? null);
  }

  put(collection: Collection, key: string, document: Document, options: PutOptions): PutOutcome {
    const current = this.get(collection, key);
    const { expectedRevision } = options;
    if (expectedRevision !== undefined && expectedRevision !== (current?.revision ?? 0)) return { ok: false, current };
    const revision = (current?.revision ?? 0) + 1;
    const drawer = this.#drawers.get(collection) ?? new Map<string, StoredDocument>();
    this.#drawers.set(collection, drawer.set(key, { key, revision, document: structuredClone(document) }));
    return { ok: true, revision };
  }

  /** Every document of a collection, to be read only. */
  all(collection: Collection): Iterable<StoredDocument> {
    return this.#drawers.get(collection)?.values() ?? [];
  }

  list(collection: Collection, options: ListOptions): DocumentPage {
    const limit = pageLimit(options.limit);
    const { cursor } = options;
    const drawer = this.#drawers.get(collection) ?? new Map<string, StoredDocument>();
    const keys = [...drawer.keys()]
      .filter((key) => cursor === undefined || compareCodePoints(key, cursor) > 0)
      .sort(compareCodePoints);
    const documents = keys.slice(0, limit).flatMap((key) => this.get(collection, key) ?? []);
    const last = keys[limit - 1];
    return keys.length > limit && last !== undefined ? { documents, nextCursor: last } : { documents };
  }
}
