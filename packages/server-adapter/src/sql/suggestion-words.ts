import type { SqliteConnection } from './sqlite-connection.js';

/** The words of a suggestion, and where a search finds them. */
export interface WordsRow {
  /** Place of the suggestion in the log; 0 when it is not there. */
  readonly sequence: number;
  /** Null when it is not there. */
  readonly item: number | null;
  readonly words: readonly string[];
}

/** Makes the words a search finds be those of the suggestion. What was found before and is no more leaves no trace. */
export function writeWords(connection: SqliteConnection, tenant: number, before: WordsRow, after: WordsRow): void {
  const isMoved = before.sequence !== after.sequence || before.item !== after.item;
  const kept = new Set(isMoved ? [] : after.words.filter((word) => before.words.includes(word)));
  for (const word of before.words)
    if (!kept.has(word))
      connection
        .prepare('DELETE FROM suggestion_word WHERE tenant = ? AND word = ? AND item = ? AND sequence = ?')
        .run(tenant, word, before.item, before.sequence);
  for (const word of after.words)
    if (!kept.has(word))
      connection
        .prepare('INSERT INTO suggestion_word (tenant, word, item, sequence) VALUES (?, ?, ?, ?)')
        .run(tenant, word, after.item, after.sequence);
}
