import { documentsPerBlock, withDocument } from './document-set.js';
import type { SqliteConnection } from './sqlite-connection.js';

/** Makes the words a search finds a document by be these. What was found before and is no more leaves no trace. */
export function writeWords(
  connection: SqliteConnection,
  tenant: number,
  document: number,
  { before, after }: { readonly before: readonly string[]; readonly after: readonly string[] },
): void {
  const gone = new Set(before);
  for (const word of after) if (!gone.delete(word)) writeWord(connection, tenant, document, word, true);
  for (const word of gone) writeWord(connection, tenant, document, word, false);
}

function writeWord(connection: SqliteConnection, tenant: number, document: number, word: string, isIn: boolean): void {
  const key = [tenant, word, Math.floor(document / documentsPerBlock)] as const;
  const row = connection
    .prepare('SELECT documents FROM suggestion_word WHERE tenant = ? AND word = ? AND block = ?')
    .get(...key);
  const known = row?.['documents'];
  const documents = withDocument(known instanceof Uint8Array ? known : null, document, isIn);
  if (documents === null)
    connection.prepare('DELETE FROM suggestion_word WHERE tenant = ? AND word = ? AND block = ?').run(...key);
  else
    connection
      .prepare('INSERT OR REPLACE INTO suggestion_word (tenant, word, block, documents) VALUES (?, ?, ?, ?)')
      .run(...key, documents);
}
