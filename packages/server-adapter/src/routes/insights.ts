import {
  CollateralError,
  type InsightsFilter,
  type InsightsItems,
  type InsightsItemsQuery,
} from '@collateral/sdk/contract';
import { completeRows } from '../insights/complete-rows.js';
import { filterRows, isInScope, rowsInScope } from '../insights/insights-scope.js';
import { frameOf, questionOf, type InsightsQuestion } from '../insights/insights-question.js';
import { itemPageOf } from '../insights/item-page.js';
import { pageOfRows } from '../insights/item-list.js';
import { readItemRows, type ItemRow } from '../insights/item-rows.js';
import { csvHeader, csvLines } from '../insights/items-csv.js';
import { overviewOf } from '../insights/overview.js';
import { quadrantScreenOf } from '../insights/quadrant.js';
import { rowOfVersion } from '../insights/row-of-version.js';
import { taggedReply } from '../request/tagged-reply.js';
import { commentsFor } from './comments-for.js';
import { requireTeam, scopeOf } from './insights-scope.js';
import { sourceOf } from './insights-source.js';
import { readFilter, readItemsQuery } from './read-insights-query.js';
import type { Call, Route } from './route.js';

const management = { method: 'GET', audience: 'management' } as const;

/** The figures: what is used, what isn't, and what people think of it. */
export const insightsRoutes: readonly Route[] = Object.freeze([
  {
    ...management,
    path: '/v1/insights/overview',
    async answer(call: Call) {
      return taggedReply(call.request, await overviewOf(await ask(call, readFilter)));
    },
  },
  {
    ...management,
    path: '/v1/insights/quadrant',
    async answer(call: Call) {
      return taggedReply(call.request, await quadrantScreenOf(await ask(call, readFilter)));
    },
  },
  {
    ...management,
    path: '/v1/insights/items',
    async answer(call: Call) {
      const question = await ask(call, readItemsQuery);
      const { total, rows, nextCursor } = pageOfRows(await rowsOf(question), question.filter);
      const reply: InsightsItems = {
        ...frameOf(question),
        total,
        items: await completeRows(question, rows),
        ...(nextCursor !== undefined && { nextCursor }),
      };
      return taggedReply(call.request, reply);
    },
  },
  {
    ...management,
    path: '/v1/insights/items.csv',
    async answer(call: Call) {
      const question = await ask(call, readItemsQuery);
      // Asked for before the status is sent, so that a store that fails is still answered with an error.
      const rows = await rowsOf(question);
      return new Response(csvStream(question, rows), {
        headers: {
          'content-type': 'text/csv; charset=utf-8; header=present',
          // Whoever reads the file has no query before their eyes.
          'content-disposition': `attachment; filename="collateral-items${question.afterUse ? '-after-use' : ''}.csv"`,
        },
      });
    },
  },
  {
    ...management,
    path: '/v1/insights/items/:id',
    async answer(call: Call) {
      const caller = await call.signIn();
      const question = await ask(call, (request) => readFilter(request, ['period', 'version', 'afterUse']));
      const rows = await readItemRows(question.source, { ...question, team: null });
      const row = rows.find(({ item }) => item.id === call.parameters['id']);
      if (row === undefined || !isInScope(row.item, question.scope))
        throw new CollateralError(
          'not-found',
          'There is no such item in this period, or you may not see its figures. GET /v1/insights/items lists those you may.',
        );
      const { version } = question.filter;
      const asked = version === undefined ? row : await rowOfVersion(question, row, version);
      const page = await itemPageOf(question, asked);
      const comments = await commentsFor(call, caller, row.item, page.comments);
      return taggedReply(call.request, { ...page, comments });
    },
  },
]);

interface Asked<Filter extends InsightsFilter> extends InsightsQuestion {
  readonly filter: Filter;
}

async function ask<Filter extends InsightsFilter>(
  call: Call,
  read: (request: Request) => Filter,
): Promise<Asked<Filter>> {
  const caller = await call.signIn();
  const filter = read(call.request);
  const scope = scopeOf(caller);
  requireTeam(scope, filter.team);
  return { ...(await questionOf(sourceOf(call, caller), scope, filter, call.receivedAt)), filter };
}

async function rowsOf(question: Asked<InsightsItemsQuery>): Promise<readonly ItemRow[]> {
  return filterRows(rowsInScope(await readItemRows(question.source, question), question.scope), question.filter);
}

/** Writes all rows, a page at a time: a large catalogue need not fit into memory as text. */
function csvStream(question: Asked<InsightsItemsQuery>, rows: readonly ItemRow[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let query: InsightsItemsQuery | null = { ...question.filter, limit: 200 };
  let start = csvHeader;
  return new ReadableStream({
    async pull(controller) {
      if (query === null) {
        controller.close();
        return;
      }
      const { rows: page, nextCursor }: ReturnType<typeof pageOfRows> = pageOfRows(rows, query);
      const items = await completeRows(question, page);
      controller.enqueue(encoder.encode(start + csvLines(items)));
      start = '';
      query = nextCursor === undefined ? null : { ...query, cursor: nextCursor };
    },
  });
}
