import { placeOfMoves } from '../store/moves-document.js';
import type { Standing } from '../store/conversation-row.js';
import { standingsOf } from '../store/standings.js';
import type { Document } from '../store/store.js';
import { aboutKey, itemCode } from './postgres-about.js';
import type { PostgresRow, Run } from './postgres-client.js';
import type { PostgresTenants } from './postgres-tenants.js';
import { partNumber } from './standing-parts.js';

/** Keeps where suggestions stand equal to their steps, inside the transaction that writes the steps. */
export class PostgresStandings {
  readonly #schema: string;
  readonly #tenants: PostgresTenants;

  constructor(schema: string, tenants: PostgresTenants) {
    this.#schema = schema;
    this.#tenants = tenants;
  }

  /** Takes in a document of the collection `suggestions`; those that are no steps change nothing. */
  async write(run: Run, name: string, key: string, document: Document): Promise<void> {
    const place = placeOfMoves(key);
    if (place === undefined) return;
    // Whoever appends writes the rows of suggestions too: who comes second waits here, and not for a row of theirs.
    const { number } = await this.#tenants.lock(run, name, 0);
    const item = itemCode(place);
    const known = await this.#known(run, number, item);
    const standings = standingsOf(key, document).map(rowOf);
    const changed = standings.filter((row) => known.get(row.id) !== JSON.stringify(row));
    const left = new Set(standings.map(({ id }) => id));
    await this.#put(run, number, item, changed);
    await this.#remove(
      run,
      number,
      [...known.keys()].filter((id) => !left.has(id)),
    );
  }

  async #put(run: Run, tenant: number, item: string, rows: readonly StandingValues[]): Promise<void> {
    if (rows.length === 0) return;
    const given = `jsonb_to_recordset($2::jsonb) AS row(id text, part smallint, assignee text, due_at text, root text, moves text)`;
    await run(
      `INSERT INTO ${this.#schema}.standing (tenant, about, id, item, part, assignee, due_at, root, root_about, moves)
       SELECT $1, ${aboutKey('id')}, id, $3, part, assignee, due_at, root, ${aboutKey('root')}, moves FROM ${given}
       ON CONFLICT (tenant, about) DO UPDATE SET item = excluded.item, part = excluded.part, assignee = excluded.assignee,
         due_at = excluded.due_at, root = excluded.root, root_about = excluded.root_about, moves = excluded.moves`,
      [tenant, JSON.stringify(rows), item],
    );
    await run(
      `UPDATE ${this.#schema}.suggestion SET part = row.part, due_at = row.due_at, assignee = row.assignee
       FROM ${given} WHERE suggestion.tenant = $1 AND suggestion.about = ${aboutKey('row.id')}`,
      [tenant, JSON.stringify(rows)],
    );
  }

  async #remove(run: Run, tenant: number, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const among = `tenant = $1 AND about IN (SELECT ${aboutKey('id')} FROM unnest($2::text[]) AS id)`;
    await run(`DELETE FROM ${this.#schema}.standing WHERE ${among}`, [tenant, ids]);
    await run(`UPDATE ${this.#schema}.suggestion SET part = NULL, due_at = NULL, assignee = NULL WHERE ${among}`, [
      tenant,
      ids,
    ]);
  }

  /** What is written of a place, as text that can be compared. */
  async #known(run: Run, tenant: number, item: string): Promise<ReadonlyMap<string, string>> {
    const rows = await run(
      `SELECT id, part, assignee, due_at, root, moves FROM ${this.#schema}.standing WHERE tenant = $1 AND item = $2`,
      [tenant, item],
    );
    return new Map(rows.map((row) => [String(row['id']), JSON.stringify(valuesOf(row))]));
  }
}

interface StandingValues {
  readonly id: string;
  readonly part: number;
  readonly assignee: string | null;
  readonly due_at: string | null;
  readonly root: string;
  readonly moves: string;
}

function rowOf({ suggestionId: id, part, assignee, dueAt: due_at, root, moves }: Standing): StandingValues {
  return { id, part: partNumber(part), assignee, due_at, root, moves: JSON.stringify(moves) };
}

function valuesOf({ id, part, assignee, due_at, root, moves }: PostgresRow): PostgresRow {
  return { id, part: Number(part), assignee, due_at, root, moves };
}
