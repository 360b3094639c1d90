import type { Document, DocumentPage, StoredDocument } from '../store/store.js';

/** One row of a document table, with `key`, `revision` and `body`. */
export type DocumentRow = Readonly<Record<string, unknown>>;

/** Reads a row back as the document it was written from. */
export function documentOfRow(row: DocumentRow): StoredDocument {
  return {
    key: String(row['key']),
    revision: Number(row['revision']),
    document: parseDocument(row['body']),
  };
}

/** Reads the column `body`. */
export function parseDocument(body: unknown): Document {
  // Only put writes it.
  return JSON.parse(String(body)) as Document;
}

/** Gives the documents of rows in the order of the keys asked for, null where there is no row. */
export function documentsOfKeys(
  rows: readonly DocumentRow[],
  keys: readonly string[],
): readonly (StoredDocument | null)[] {
  const rowOf = new Map(rows.map((row) => [row['key'], row]));
  // Read anew for each place, so that a key asked for twice gives two documents nobody shares.
  return keys.map((key) => {
    const row = rowOf.get(key);
    return row === undefined ? null : documentOfRow(row);
  });
}

/** Makes a page of rows in order of key. One row more than the limit tells that another page follows. */
export function pageOfRows(rows: readonly DocumentRow[], limit: number): DocumentPage {
  const documents = rows.slice(0, limit).map(documentOfRow);
  const last = documents.at(-1);
  return rows.length > limit && last !== undefined ? { documents, nextCursor: last.key } : { documents };
}
