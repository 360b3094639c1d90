import { checkLimit } from '../store/text-fold.js';
import type { TextHit, TextSearch } from '../store/text-search.js';
import { wordsOf } from '../store/words-of.js';
import { unpackId } from './packed-values.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { itemNumbers } from './sqlite-conversation-answers.js';
import type { TenantState } from './tenants.js';

/** Finds suggestions by their words in a SQLite file. */
export function searchSqlite(
  connection: SqliteConnection,
  state: TenantState | undefined,
  { text, collateralIds, limit }: TextSearch,
): readonly TextHit[] {
  checkLimit(limit);
  const words = [...wordsOf(text)];
  const begun = words.pop();
  if (state === undefined || begun === undefined) return [];
  const ofItems = collateralIds === undefined ? '' : 'AND item IN (SELECT value FROM json_each(?5))';
  const items = collateralIds === undefined ? [] : [itemNumbers(state, collateralIds)];
  const rows = connection
    .prepare(
      `WITH used AS (
         SELECT sequence FROM suggestion_word WHERE tenant = ?1 AND word IN (SELECT value FROM json_each(?2)) ${ofItems}
         UNION ALL
         SELECT DISTINCT sequence FROM suggestion_word WHERE tenant = ?1 AND word >= ?3 AND word < ?3 || char(1114111) ${ofItems}),
       found AS MATERIALIZED (SELECT sequence, count(*) AS words FROM used GROUP BY sequence)
       SELECT fact.id, found.words FROM found CROSS JOIN fact ON fact.tenant = ?1 AND fact.sequence = found.sequence
       ORDER BY found.words DESC, fact.effective_at DESC, fact.id LIMIT ?4`,
    )
    .all(state.number, JSON.stringify(words), begun, limit, ...items);
  return rows.map((row) => ({ suggestionId: unpackId(row['id']), words: Number(row['words']) }));
}
