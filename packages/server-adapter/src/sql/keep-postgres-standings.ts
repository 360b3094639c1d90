import { parseDocument } from './document-row.js';
import type { Run } from './postgres-client.js';
import { PostgresStandings } from './postgres-standings.js';
import { PostgresTenants } from './postgres-tenants.js';

/** Which suggestions are in a part of an inbox, as its indexes say it (see keep-standings.ts). */
export const inInbox = "sequence > 0 AND excluded IS DISTINCT FROM 'automation' AND (withdrawn_at IS NULL OR part > 0)";

/** Which wait after steps and were taken back, so that nobody knows here whether they stand. */
export const doubtful =
  "sequence > 0 AND excluded IS DISTINCT FROM 'automation' AND part = 0 AND withdrawn_at IS NOT NULL";

/** Which are promised. */
export const promised = "part = 1 AND sequence > 0 AND excluded IS DISTINCT FROM 'automation'";

/** The part of a suggestion; those nobody has touched wait. */
export const partOf = 'coalesce(part, 0)';

/** Step of the PostgreSQL schema: where suggestions stand after their steps. What the tables are for: keep-standings.ts. */
export async function keepPostgresStandings(run: Run, schema: string): Promise<void> {
  await run(tables.replaceAll('$schema', schema));
}

/** Step of the PostgreSQL schema: the steps themselves as well (see keepSteps in keep-standings.ts). It fills the table. */
export async function keepPostgresSteps(run: Run, schema: string): Promise<void> {
  await run(
    `ALTER TABLE ${schema}.standing DROP COLUMN first_at, ADD COLUMN root text COLLATE "C" NOT NULL DEFAULT '',
       ADD COLUMN root_about text COLLATE "C" NOT NULL DEFAULT '', ADD COLUMN moves text NOT NULL DEFAULT '';
     CREATE INDEX standing_root ON ${schema}.standing (tenant, root_about);`,
  );
  const tenants = new PostgresTenants(schema);
  const standings = new PostgresStandings(schema, tenants);
  const rows = await run(
    `SELECT tenant, key, body FROM ${schema}.document WHERE collection = 'suggestions' AND (key = 'requests' OR key LIKE 'item %')`,
  );
  for (const { tenant, key, body } of rows)
    await standings.write(run, String(tenant), String(key), parseDocument(body));
}

const tables = `
  CREATE TABLE $schema.standing (
    tenant integer NOT NULL,
    about text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    item text COLLATE "C" NOT NULL,
    part smallint NOT NULL,
    assignee text,
    due_at text COLLATE "C",
    first_at text,
    PRIMARY KEY (tenant, about)
  ) WITH (fillfactor = 70);
  CREATE INDEX standing_item ON $schema.standing (tenant, item);

  ALTER TABLE $schema.suggestion ADD COLUMN part smallint, ADD COLUMN due_at text COLLATE "C", ADD COLUMN assignee text;
  CREATE INDEX suggestion_part ON $schema.suggestion (tenant, (${partOf}), item, effective_at, about) WHERE ${inInbox};
  CREATE INDEX suggestion_oldest ON $schema.suggestion (tenant, (${partOf}), effective_at, about) WHERE ${inInbox};
  CREATE INDEX suggestion_due ON $schema.suggestion (tenant, due_at, effective_at, about) WHERE ${promised};
  CREATE INDEX suggestion_doubtful ON $schema.suggestion (tenant, item) WHERE ${doubtful};

  CREATE FUNCTION $schema.wear_standing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    SELECT standing.part, standing.due_at, standing.assignee INTO NEW.part, NEW.due_at, NEW.assignee
      FROM $schema.standing WHERE standing.tenant = NEW.tenant AND standing.about = NEW.about;
    RETURN NEW;
  END $$;
  CREATE TRIGGER suggestion_new BEFORE INSERT ON $schema.suggestion
    FOR EACH ROW EXECUTE FUNCTION $schema.wear_standing();`;
