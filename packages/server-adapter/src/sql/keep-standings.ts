import { parseDocument } from './document-row.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { SqliteStandings } from './sqlite-standings.js';
import { Tenants } from './tenants.js';

/**
 * The part of an inbox a suggestion is in, NULL when it is in none (3 is automation; a part above 0 was decided on). Those nobody has
 * touched wait. An expression and not the condition of an index: SQLite looks at each row again for conditions, and not for these.
 */
export const partOf =
  'CASE WHEN sequence > 0 AND excluded <> 3 AND (withdrawn_at IS NULL OR part > 0) THEN ifnull(part, 0) END';

/** The day a suggestion is promised for, NULL when it is not. */
export const promisedFor = 'CASE WHEN sequence > 0 AND excluded <> 3 AND part = 1 THEN due_at END';

/** Which wait after steps and were taken back, so that nobody knows here whether they stand. */
export const doubtful = 'sequence > 0 AND excluded <> 3 AND part = 0 AND withdrawn_at IS NOT NULL';

/**
 * Step of the schema: where suggestions stand after their steps, so that an inbox is read a page at a time.
 *
 * standing: a row for each suggestion with steps, or with something merged into it. What of that an inbox is sorted by stands in the row
 *   of the suggestion as well, put there by triggers: so it does not matter which of the two was written first, and by whom.
 */
export function keepStandings(connection: SqliteConnection): void {
  connection.run(tables);
}

/**
 * Step of the schema: the steps themselves beside where they lead, so that those of one suggestion are read without those of all others
 * of its item. It fills the table.
 */
export function keepSteps(connection: SqliteConnection): void {
  connection.run(
    `ALTER TABLE standing DROP COLUMN first_at;
     DROP INDEX IF EXISTS suggestion_part; DROP INDEX IF EXISTS suggestion_oldest; DROP INDEX IF EXISTS suggestion_due;
     ALTER TABLE standing ADD COLUMN root BLOB NOT NULL DEFAULT '';
     ALTER TABLE standing ADD COLUMN moves TEXT NOT NULL DEFAULT '';
     CREATE INDEX standing_root ON standing (tenant, root);
     CREATE INDEX suggestion_part ON suggestion (tenant, ${partOf}, item, effective_at, id, assignee);
     CREATE INDEX suggestion_oldest ON suggestion (tenant, ${partOf}, effective_at, id, item, assignee);
     CREATE INDEX suggestion_due ON suggestion (tenant, ${promisedFor}, effective_at, id, item, assignee);`,
  );
  const tenants = new Tenants(connection);
  const rows = connection
    .prepare(
      "SELECT tenant, key, body FROM document WHERE collection = 'suggestions' AND (key = 'requests' OR key LIKE 'item %')",
    )
    .all();
  for (const { tenant, key, body } of rows)
    new SqliteStandings(connection, tenants).write(String(tenant), String(key), parseDocument(body));
}

const ofStanding = (row: string): string => `tenant = ${row}.tenant AND id = ${row}.id`;
const copied = (row: string): string =>
  `UPDATE suggestion SET part = ${row}.part, due_at = ${row}.due_at, assignee = ${row}.assignee WHERE ${ofStanding(row)};`;

const tables = `
  CREATE TABLE standing (
    tenant INTEGER NOT NULL,
    id BLOB NOT NULL,
    item INTEGER NOT NULL,
    part INTEGER NOT NULL,
    assignee TEXT,
    due_at TEXT,
    first_at TEXT,
    PRIMARY KEY (tenant, id)
  ) WITHOUT ROWID;
  CREATE INDEX standing_item ON standing (tenant, item);

  ALTER TABLE suggestion ADD COLUMN part INTEGER;
  ALTER TABLE suggestion ADD COLUMN due_at TEXT;
  ALTER TABLE suggestion ADD COLUMN assignee TEXT;
  CREATE INDEX suggestion_doubtful ON suggestion (tenant, item) WHERE ${doubtful};

  CREATE TRIGGER standing_new AFTER INSERT ON standing BEGIN ${copied('new')} END;
  CREATE TRIGGER standing_other AFTER UPDATE ON standing BEGIN ${copied('new')} END;
  CREATE TRIGGER standing_gone AFTER DELETE ON standing BEGIN
    UPDATE suggestion SET part = NULL, due_at = NULL, assignee = NULL WHERE ${ofStanding('old')};
  END;
  CREATE TRIGGER suggestion_new AFTER INSERT ON suggestion
    WHEN EXISTS (SELECT 1 FROM standing WHERE ${ofStanding('new')}) BEGIN
    UPDATE suggestion SET (part, due_at, assignee) = (SELECT part, due_at, assignee FROM standing WHERE ${ofStanding('new')})
    WHERE ${ofStanding('new')};
  END;`;
