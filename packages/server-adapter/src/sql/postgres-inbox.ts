import type { InboxPageQuery, StandingsQuery } from '../store/conversation-query.js';
import type { InboxPageRow, StandingRow, SuggestionRow } from '../store/conversation-row.js';
import { doubtful, inInbox, partOf, promised } from './keep-postgres-standings.js';
import { instantBound } from './packed-values.js';
import { aboutKey, itemCode, itemOfCode } from './postgres-about.js';
import type { PostgresCodes } from './postgres-codes.js';
import type { PostgresRow, Run } from './postgres-client.js';
import { partNumber, standingRow, textOrNull } from './standing-parts.js';

/** Where the rows of one tenant are. */
export interface InboxPlaces {
  readonly schema: string;
  readonly tenant: number;
  readonly codes: PostgresCodes;
  readonly rowsOf: (rows: readonly PostgresRow[]) => Promise<readonly SuggestionRow[]>;
}

/** Items up to which each is asked for its oldest; of more, everybody's oldest are gone through. */
const mostItemsOneByOne = 200;

/** Gives one page of an inbox, and how much there is in all parts. */
export async function inboxFromPostgres(
  run: Run,
  from: InboxPlaces,
  query: InboxPageQuery,
): Promise<readonly InboxPageRow[]> {
  const { schema, tenant, codes, rowsOf } = from;
  const { part, assignee, today } = query;
  const items = [...new Set(query.collateralIds.map(itemCode))];
  const among = `FROM ${schema}.suggestion WHERE tenant = $1 AND item = ANY($2::text[]) AND ($3::text IS NULL OR assignee = $3)`;
  const asked = [tenant, items, assignee ?? null];
  const oldest = async (of: 'waiting' | 'closed'): Promise<PostgresRow | undefined> =>
    (
      await run(
        `SELECT count(*) AS count, min(effective_at) AS effective_at ${among} AND ${partOf} = ${partNumber(of)} AND ${inInbox}`,
        asked,
      )
    )[0];
  const waits = await oldest('waiting');
  const [promises] = await run(
    `SELECT count(*) AS count, count(*) FILTER (WHERE due_at < $4) AS overdue, min(due_at) AS since ${among} AND ${promised}`,
    [...asked, today],
  );
  const over = part === 'closed' ? await oldest('closed') : undefined;
  const doubts = await run(`SELECT id ${among} AND ${doubtful}`, asked);
  const counts = { waiting: countOf(waits), promised: countOf(promises), overdue: Number(promises?.['overdue']) };
  const closed = countOf(over);
  if (counts.waiting + counts.promised + closed + doubts.length === 0) return [];
  const since = waits?.['effective_at'] ?? null;
  if (waits !== undefined) await codes.read([waits]);
  return [
    {
      type: 'inbox-page',
      ...counts,
      waitingSince: since === null ? null : codes.timeText(since),
      dueSince: textOrNull(promises?.['since']),
      total: { ...counts, open: counts.waiting + counts.promised, closed }[part],
      suggestions: await rowsOf(await rowsOfPage(run, from, query, items)),
      doubtful: doubts.map(({ id }) => String(id)),
    },
  ];
}

/** Gives where suggestions stand. */
export async function standingsFromPostgres(
  run: Run,
  { schema, tenant }: Pick<InboxPlaces, 'schema' | 'tenant'>,
  { collateralIds = [], suggestionIds }: StandingsQuery,
): Promise<readonly StandingRow[]> {
  const asked = `(SELECT ${aboutKey('id')} FROM unnest($2::text[]) AS id)`;
  const rows = await run(
    suggestionIds === undefined
      ? `SELECT * FROM ${schema}.standing WHERE tenant = $1 AND item = ANY($2::text[])
           AND (about >= 'low:' AND about < 'low;' OR about LIKE 'sha256:%' AND id LIKE 'low:%')`
      : `SELECT * FROM ${schema}.standing WHERE tenant = $1 AND about IN ${asked}
         UNION SELECT * FROM ${schema}.standing WHERE tenant = $1 AND root_about IN ${asked}`,
    [tenant, suggestionIds ?? collateralIds.map(itemCode)],
  );
  return rows.map((row) =>
    standingRow(
      { suggestionId: String(row['id']), root: String(row['root']), collateralId: itemOfCode(row['item']) },
      row,
    ),
  );
}

async function rowsOfPage(
  run: Run,
  from: InboxPlaces,
  query: InboxPageQuery,
  items: readonly string[],
): Promise<readonly PostgresRow[]> {
  const { part, limit, after } = query;
  if (part === 'closed') return oldestRows(run, from, query, items, limit);
  const first = part === 'waiting' || after?.dueAt === null ? [] : await promisedRows(run, from, query, items);
  const hasMore = part === 'waiting' || (part === 'open' && first.length < limit);
  return hasMore ? [...first, ...(await oldestRows(run, from, query, items, limit - first.length))] : first;
}

function promisedRows(
  run: Run,
  { schema, tenant }: InboxPlaces,
  { part, today, assignee, after, limit }: InboxPageQuery,
  items: readonly string[],
): Promise<readonly PostgresRow[]> {
  const behind = `(due_at > $6 OR (due_at = $6 AND (effective_at > $7 OR (effective_at = $7 AND about > ${aboutKey('$8::text')}))))`;
  return run(
    `SELECT * FROM ${schema}.suggestion WHERE tenant = $1 AND item = ANY($2::text[]) AND ($3::text IS NULL OR assignee = $3)
       AND ${promised} AND ($4::text IS NULL OR due_at < $4) ${after === undefined ? '' : `AND due_at >= $6 AND ${behind}`}
     ORDER BY due_at, effective_at, about LIMIT $5`,
    [
      tenant,
      items,
      assignee ?? null,
      part === 'overdue' ? today : null,
      limit,
      ...(after === undefined ? [] : [after.dueAt, instantBound(after.at), after.suggestionId]),
    ],
  );
}

function oldestRows(
  run: Run,
  { schema, tenant }: InboxPlaces,
  { part, assignee, after }: InboxPageQuery,
  items: readonly string[],
  limit: number,
): Promise<readonly PostgresRow[]> {
  const isBehind = after?.dueAt === null;
  const conditions = `tenant = $1 AND ${partOf} = ${partNumber(part === 'closed' ? 'closed' : 'waiting')} AND ${inInbox}
    AND ($3::text IS NULL OR assignee = $3)
    ${isBehind ? `AND effective_at >= $5 AND (effective_at > $5 OR about > ${aboutKey('$6::text')})` : ''}`;
  const order = 'ORDER BY effective_at, about LIMIT $4';
  const of = (ofItems: string): string =>
    `SELECT * FROM ${schema}.suggestion WHERE ${conditions} AND ${ofItems} ${order}`;
  return run(
    items.length > mostItemsOneByOne
      ? of('item = ANY($2::text[])')
      : `SELECT found.* FROM unnest($2::text[]) AS place(name), LATERAL (${of('item = place.name')}) AS found ${order}`,
    [tenant, items, assignee ?? null, limit, ...(isBehind ? [instantBound(after.at), after.suggestionId] : [])],
  );
}

function countOf(row: PostgresRow | undefined): number {
  return row === undefined ? 0 : Number(row['count']);
}
