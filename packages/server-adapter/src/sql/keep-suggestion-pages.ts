import type { SqliteConnection } from './sqlite-connection.js';

/** Which suggestions stand, as the indexes of pages say it (3 is automation): whoever wants to use one has to say the same. */
export const standing = 'sequence > 0 AND withdrawn_at IS NULL AND excluded <> 3';

/** Which were made about an item and do not stand: few, so that counting all and taking these off is faster than looking at each. */
export const fallen = '(withdrawn_at IS NOT NULL OR excluded = 3)';

/** When a suggestion last changed, as the index says it. */
export const changedAt = 'max(effective_at, ifnull(replied_at, effective_at))';

/**
 * Eighth step of the schema: the suggestions that stand, in the orders pages are asked for. Who asks for the newest gets those of one
 * instant the other way round and sorts these few.
 */
export function keepSuggestionPages(connection: SqliteConnection): void {
  connection.run(
    `CREATE INDEX suggestion_voters ON suggestion (tenant, item, voters DESC, effective_at DESC, id) WHERE ${standing};
     CREATE INDEX suggestion_made ON suggestion (tenant, item, effective_at, id) WHERE ${standing};
     CREATE INDEX suggestion_changed ON suggestion (tenant, item, ${changedAt} DESC, id) WHERE ${standing};
     CREATE INDEX suggestion_fallen ON suggestion (tenant, item) WHERE ${fallen};`,
  );
}
