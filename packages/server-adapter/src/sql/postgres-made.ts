import { bodyWords } from '../store/text-fold.js';
import { aboutKey, itemCode } from './postgres-about.js';
import type { PostgresRow, Run } from './postgres-client.js';
import { typeNumber } from './fact-row.js';
import { PostgresCodes } from './postgres-codes.js';
import { factColumns, factOfRow } from './postgres-fact-row.js';
import type { OpenTenant } from './postgres-tenants.js';
import type { Said } from './said-facts.js';

/** Writes who made suggestions, about what, and the words a search finds them by. */
export class PostgresMade {
  readonly #schema: string;

  constructor(schema: string) {
    this.#schema = schema;
  }

  /** Writes the suggestions that may have changed, and those that have no row yet. */
  async write(run: Run, tenant: OpenTenant, said: Said): Promise<void> {
    const known = await this.#known(run, tenant, [...said.keys()]);
    const ids = [...said].filter(([id, { isMade }]) => isMade || !known.has(id)).map(([id]) => id);
    if (ids.length === 0) return;
    const codes = new PostgresCodes(tenant.names);
    const found = await this.#read(run, tenant, ids);
    await codes.read(found);
    const rows = found.map((row) => madeRow(row, codes));
    await this.#forgetWords(
      run,
      tenant,
      ids.flatMap((id) => wordRows(known.get(id))),
    );
    await run(
      `INSERT INTO ${this.#schema}.suggestion AS old (tenant, about, ${columns})
       SELECT $1, ${aboutKey('id')}, ${columns} FROM jsonb_to_recordset($2::jsonb) AS row(${typedColumns})
       ON CONFLICT (tenant, about) DO UPDATE SET ${columns.replaceAll(/\w+/g, (name) => `${name} = excluded.${name}`)}`,
      [tenant.number, JSON.stringify(rows)],
    );
    await run(
      `INSERT INTO ${this.#schema}.suggestion_word (tenant, word, item, sequence)
       SELECT $1, word, item, sequence FROM jsonb_to_recordset($2::jsonb) AS row(word text, item text, sequence bigint)`,
      [tenant.number, JSON.stringify(rows.flatMap(wordRows))],
    );
  }

  async #known(run: Run, tenant: OpenTenant, ids: readonly string[]): Promise<ReadonlyMap<string, PostgresRow>> {
    const rows = await run(
      `SELECT id, sequence, item, words FROM ${this.#schema}.suggestion
       WHERE tenant = $1 AND about IN (SELECT ${aboutKey('id')} FROM unnest($2::text[]) AS id)`,
      [tenant.number, ids],
    );
    return new Map(rows.map((row) => [String(row['id']), row]));
  }

  #read(run: Run, tenant: OpenTenant, ids: readonly string[]): Promise<readonly PostgresRow[]> {
    // Of several suggestions with one id the one received first counts, then names by their bytes, the order of code points.
    return run(
      `SELECT made.*, asked.id AS suggestion_id, taken.withdrawn_at
       FROM (SELECT id, ${aboutKey('id')} AS about FROM unnest($2::text[]) AS id) AS asked
       LEFT JOIN LATERAL (
         SELECT sequence, ${columnsOfFact} FROM ${this.#schema}.fact JOIN ${this.#schema}.name ON name.tenant = $1 AND name.number = fact.actor
         WHERE fact.tenant = $1 AND about = asked.about AND type = ${typeNumber('suggestion')}
         ORDER BY received_at, coalesce(name.text, name.key) COLLATE "C" LIMIT 1) AS made ON TRUE
       LEFT JOIN LATERAL (
         SELECT min(effective_at) AS withdrawn_at FROM ${this.#schema}.fact
         WHERE tenant = $1 AND about = asked.about AND type = ${typeNumber('suggestion-withdrawal')} AND actor = made.actor) AS taken ON TRUE`,
      [tenant.number, ids],
    );
  }

  async #forgetWords(run: Run, tenant: OpenTenant, rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return;
    await run(
      `DELETE FROM ${this.#schema}.suggestion_word AS old
       USING jsonb_to_recordset($2::jsonb) AS row(word text, item text, sequence bigint)
       WHERE old.tenant = $1 AND old.word = row.word AND old.item = row.item AND old.sequence = row.sequence`,
      [tenant.number, JSON.stringify(rows)],
    );
  }
}

const columns = 'id, sequence, item, actor, version, team, effective_at, received_at, excluded, withdrawn_at, words';
const numbers = {
  sequence: 'bigint',
  actor: 'integer',
  effective_at: 'bigint',
  received_at: 'bigint',
  withdrawn_at: 'bigint',
};
const typedColumns = columns.replaceAll(
  /\w+/g,
  (name) => `${name} ${Object.hasOwn(numbers, name) ? numbers[name as keyof typeof numbers] : 'text'}`,
);
const columnsOfFact = factColumns.replaceAll(/\w+/g, (name) => `fact.${name}`);

function madeRow(row: PostgresRow, codes: PostgresCodes): PostgresRow {
  const { suggestion_id: id, withdrawn_at } = row;
  if (row['sequence'] === null) return { id, sequence: 0, words: '[]' };
  const fact = factOfRow(row, codes);
  return {
    id,
    sequence: Number(row['sequence']),
    item: itemCode(fact.collateralId),
    actor: Number(row['actor']),
    version: fact.version,
    team: fact.team,
    effective_at: Number(row['effective_at']),
    received_at: Number(row['received_at']),
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
