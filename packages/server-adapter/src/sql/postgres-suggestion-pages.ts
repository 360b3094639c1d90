import type { SuggestionOrder, SuggestionPageQuery } from '../store/conversation-query.js';
import type { SuggestionPageRow, SuggestionRow } from '../store/conversation-row.js';
import { instantBound } from './packed-values.js';
import { aboutKey, itemCode } from './postgres-about.js';
import type { PostgresRow, Run } from './postgres-client.js';

/** Which suggestions stand, as the indexes of pages say it: whoever wants to use one has to say the same. */
const standing = "sequence > 0 AND withdrawn_at IS NULL AND excluded IS DISTINCT FROM 'automation'";
const behindId = aboutKey('$6::text');
const changedAt = 'greatest(effective_at, replied_at)';

/** Eighth step of the PostgreSQL schema: the suggestions that stand, in the orders pages are asked for (see keep-suggestion-pages.ts). */
export async function keepPostgresSuggestionPages(run: Run, schema: string): Promise<void> {
  const on = `ON ${schema}.suggestion (tenant, item`;
  await run(`CREATE INDEX suggestion_voters ${on}, voters DESC, effective_at DESC, about) WHERE ${standing}`);
  await run(`CREATE INDEX suggestion_made ${on}, effective_at, about) WHERE ${standing}`);
  await run(`CREATE INDEX suggestion_changed ${on}, (${changedAt}) DESC, about) WHERE ${standing}`);
}

/** Gives one page of suggestions, and how many there are on all. */
export async function pageFromPostgres(
  run: Run,
  { schema, tenant }: { readonly schema: string; readonly tenant: number },
  { collateralId, order, without = [], after, limit }: SuggestionPageQuery,
  rowsOf: (rows: readonly PostgresRow[]) => Promise<readonly SuggestionRow[]>,
): Promise<readonly SuggestionPageRow[]> {
  const from = `${schema}.suggestion WHERE tenant = $1 AND item = $2 AND ${standing} AND id <> ALL($3::text[])`;
  const asked = [tenant, itemCode(collateralId), without];
  const [counted] = await run(`SELECT count(*) AS total FROM ${from}`, asked);
  const total = Number(counted?.['total']);
  if (total === 0) return [];
  const { by, behind } = orders[order];
  const place =
    after === undefined
      ? []
      : [instantBound(after.at), after.suggestionId, ...(order === 'voters' ? [after.voters] : [])];
  const rows = await run(
    `SELECT * FROM ${from} ${after === undefined ? '' : `AND ${behind}`} ORDER BY ${by}, about LIMIT $4`,
    [...asked, limit, ...place],
  );
  return [{ type: 'suggestion-page', total, suggestions: await rowsOf(rows) }];
}

// The first comparison lets the index begin at the place.
const orders: Readonly<Record<SuggestionOrder, { readonly by: string; readonly behind: string }>> = Object.freeze({
  voters: {
    by: 'voters DESC, effective_at DESC',
    behind: `voters <= $7 AND (voters < $7 OR effective_at < $5 OR (effective_at = $5 AND about > ${behindId}))`,
  },
  newest: { by: 'effective_at DESC', behind: `effective_at <= $5 AND (effective_at < $5 OR about > ${behindId})` },
  oldest: { by: 'effective_at', behind: `effective_at >= $5 AND (effective_at > $5 OR about > ${behindId})` },
  changed: { by: `${changedAt} DESC`, behind: `${changedAt} <= $5 AND (${changedAt} < $5 OR about > ${behindId})` },
});
