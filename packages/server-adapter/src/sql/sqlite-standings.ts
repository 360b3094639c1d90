import { placeOfMoves } from '../store/moves-document.js';
import type { Standing } from '../store/conversation-row.js';
import { standingsOf } from '../store/standings.js';
import type { Document } from '../store/store.js';
import { packId, unpackId } from './packed-values.js';
import { partNumber } from './standing-parts.js';
import type { SqliteConnection } from './sqlite-connection.js';
import type { Tenants } from './tenants.js';

/** Keeps where suggestions stand equal to their steps, inside the transaction that writes the steps. */
export class SqliteStandings {
  readonly #connection: SqliteConnection;
  readonly #tenants: Tenants;

  constructor(connection: SqliteConnection, tenants: Tenants) {
    this.#connection = connection;
    this.#tenants = tenants;
  }

  /** Takes in a document of the collection `suggestions`; those that are no steps change nothing. */
  write(tenant: string, key: string, document: Document): void {
    const collateralId = placeOfMoves(key);
    if (collateralId === undefined) return;
    const { number, names } = this.#tenants.open(tenant);
    const item = names.number('item', collateralId);
    const gone = this.#known(number, item);
    for (const standing of standingsOf(key, document)) {
      const known = gone.get(standing.suggestionId);
      gone.delete(standing.suggestionId);
      const values = valuesOf(standing);
      if (known !== JSON.stringify(values)) this.#put(number, item, standing.suggestionId, values);
    }
    for (const id of gone.keys())
      this.#connection.prepare('DELETE FROM standing WHERE tenant = ? AND id = ?').run(number, packId(id));
  }

  #put(tenant: number, item: number, id: string, values: Values): void {
    this.#connection
      .prepare(
        `INSERT INTO standing (tenant, id, item, part, assignee, due_at, root, moves) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (tenant, id) DO UPDATE SET item = excluded.item, part = excluded.part, assignee = excluded.assignee,
           due_at = excluded.due_at, root = excluded.root, moves = excluded.moves`,
      )
      .run(tenant, packId(id), item, ...values.slice(0, 3), packId(values[3]), values[4]);
  }

  /** What is written of a place, as text that can be compared. */
  #known(tenant: number, item: number): Map<string, string> {
    const rows = this.#connection
      .prepare(
        'SELECT id, part, assignee, due_at, root, moves FROM standing INDEXED BY standing_item WHERE tenant = ? AND item = ?',
      )
      .all(tenant, item);
    return new Map(
      rows.map(({ id, part, assignee, due_at: dueAt, root, moves }) => [
        unpackId(id),
        JSON.stringify([part, assignee, dueAt, unpackId(root), moves]),
      ]),
    );
  }
}

type Values = readonly [part: number, assignee: string | null, dueAt: string | null, root: string, moves: string];

function valuesOf({ part, assignee, dueAt, root, moves }: Standing): Values {
  return [partNumber(part), assignee, dueAt, root, JSON.stringify(moves)];
}
