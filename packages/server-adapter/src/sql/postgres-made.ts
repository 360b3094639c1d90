import { bodyWords } from '../store/text-fold.js';
import { aboutKey, itemCode } from './postgres-about.js';
import type { PostgresRow, Run } from './postgres-client.js';
import { factColumns, factOfRow } from './postgres-fact-row.js';
import type { Said } from './said-facts.js';

/** Writes who made suggestions, about what, and the words a search finds them by. */
export class PostgresMade {
  readonly #schema: string;

  constructor(schema: string) {
    this.#schema = schema;
  }

  /** Writes the suggestions that may have changed, and those that have no row yet. */
  async write(run: Run, tenant: string, said: Said): Promise<void> {
    const known = await this.#known(run, tenant, [...said.keys()]);
    const ids = [...said].filter(([id, { isMade }]) => isMade || !known.has(id)).map(([id]) => id);
    if (ids.length === 0) return;
    const rows = (await this.#read(run, tenant, ids)).map(madeRow);
    await this.#forgetWords(
      run,
      tenant,
      ids.flatMap((id) => wordRows(known.get(id))),
    );
    await run(
      `INSERT INTO ${this.#schema}.suggestion AS old (tenant, about, ${columns})
       SELECT $1, ${aboutKey('id')}, ${columns} FROM jsonb_to_recordset($2::jsonb) AS row(${typedColumns})
       ON CONFLICT (tenant, about) DO UPDATE SET ${columns.replaceAll(/\w+/g, (name) => `${name} = excluded.${name}`)}`,
      [tenant, JSON.stringify(rows)],
    );
    await run(
      `INSERT INTO ${this.#schema}.suggestion_word (tenant, word, item, sequence)
       SELECT $1, word, item, sequence FROM jsonb_to_recordset($2::jsonb) AS row(word text, item text, sequence bigint)`,
      [tenant, JSON.stringify(rows.flatMap(wordRows))],
    );
  }

  async #known(run: Run, tenant: string, ids: readonly string[]): Promise<ReadonlyMap<string, PostgresRow>> {
    const rows = await run(
      `SELECT id, sequence, item, words FROM ${this.#schema}.suggestion
       WHERE tenant = $1 AND about IN (SELECT ${aboutKey('id')} FROM unnest($2::text[]) AS id)`,
      [tenant, ids],
    );
    return new Map(rows.map((row) => [String(row['id']), row]));
  }

  #read(run: Run, tenant: string, ids: readonly string[]): Promise<readonly PostgresRow[]> {
    // Of several suggestions with one id the one received first counts, then names by their bytes, the order of code points.
    return run(
      `SELECT made.*, asked.id AS suggestion_id, taken.withdrawn_at
       FROM (SELECT id, ${aboutKey('id')} AS about FROM unnest($2::text[]) AS id) AS asked
       LEFT JOIN LATERAL (
         SELECT sequence, ${factColumns} FROM ${this.#schema}.fact
         WHERE tenant = $1 AND about = asked.about AND type = 'suggestion'
         ORDER BY received_at COLLATE "C", actor_id LIMIT 1) AS made ON TRUE
       LEFT JOIN LATERAL (
         SELECT min(effective_at) AS withdrawn_at FROM ${this.#schema}.fact
         WHERE tenant = $1 AND about = asked.about AND type = 'suggestion-withdrawal' AND actor_id = made.actor_id) AS taken ON TRUE`,
      [tenant, ids],
    );
  }

  async #forgetWords(run: Run, tenant: string, rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return;
    await run(
      `DELETE FROM ${this.#schema}.suggestion_word AS old
       USING jsonb_to_recordset($2::jsonb) AS row(word text, item text, sequence bigint)
       WHERE old.tenant = $1 AND old.word = row.word AND old.item = row.item AND old.sequence = row.sequence`,
      [tenant, JSON.stringify(rows)],
    );
  }
}

const columns = 'id, sequence, item, actor, version, team, effective_at, received_at, excluded, withdrawn_at, words';
const typedColumns = columns.replaceAll(/\w+/g, (name) => `${name} ${name === 'sequence' ? 'bigint' : 'text'}`);

function madeRow(row: PostgresRow): PostgresRow {
  const { suggestion_id: id, withdrawn_at } = row;
  if (row['sequence'] === null) return { id, sequence: 0, words: '[]' };
  const fact = factOfRow(row);
  return {
    id,
    sequence: Number(row['sequence']),
    item: itemCode(fact.collateralId),
    actor: fact.actorId,
    version: fact.version,
    team: fact.team,
    effective_at: fact.effectiveAt,
    received_at: fact.receivedAt,
    excluded: fact.excluded,
    withdrawn_at,
    words: JSON.stringify(withdrawn_at === null ? bodyWords(fact) : []),
  };
}

function wordRows(row: PostgresRow | undefined): readonly object[] {
  if (row === undefined) return [];
  // Only madeRow writes this column.
  const words = JSON.parse(String(row['words'])) as readonly string[];
  return words.map((word) => ({ word, item: row['item'], sequence: Number(row['sequence']) }));
}
