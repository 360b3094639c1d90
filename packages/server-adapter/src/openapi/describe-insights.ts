import { itemSorts, itemStates } from '@collateral/sdk/contract';
import * as v from 'valibot';
import { insightsItemSchema, insightsItemsSchema, overviewSchema, quadrantSchema } from './insights-schemas.js';
import type { RouteDescription } from './route-description.js';

const text = { type: 'string', minLength: 1, maxLength: 2_000 };
const period = {
  name: 'period',
  description:
    'last-30-days, last-90-days, last-365-days, an ISO week such as 2026-W21, a month such as 2026-05 or a quarter such as 2026-Q2.',
  schema: { type: 'string', default: 'last-90-days' },
};
const afterUse = {
  name: 'afterUse',
  description: 'Ratings whose giver had used the item before, and no others; use is counted as without it.',
  schema: { type: 'boolean', const: true },
};
const filter = [
  period,
  { name: 'team', description: 'Counts people of one team only; with period last-90-days only.', schema: text },
  { name: 'kind', description: 'Items of one kind.', schema: text },
  { name: 'producer', description: 'Items of one producer, by its id.', schema: text },
  { name: 'tag', description: 'Items with this tag.', schema: text },
  { name: 'version', description: 'Items whose current version is called so at the end of the period.', schema: text },
  afterUse,
];
const list = [
  ...filter,
  { name: 'state', description: 'Items in this state.', schema: { enum: itemStates } },
  { name: 'search', description: 'Words of the title or the id.', schema: { type: 'string', maxLength: 200 } },
  {
    name: 'sort',
    description: 'Order; with a - before it descending.',
    schema: { enum: itemSorts.flatMap((sort) => [sort, `-${sort}`]), default: '-views' },
  },
  {
    name: 'limit',
    description: 'Items per page.',
    schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
  },
  { name: 'cursor', description: 'The nextCursor of the page before.', schema: text },
];

/** What is said about the routes of figures. */
export const insightsDescriptions: readonly (readonly [string, RouteDescription])[] = [
  [
    'GET /v1/insights/overview',
    {
      summary: 'Headline figures, data quality and short lists. Managers and producers see what is theirs.',
      query: filter,
      reply: overviewSchema,
    },
  ],
  [
    'GET /v1/insights/items',
    { summary: 'Items with their figures, filtered, sorted and in pages.', query: list, reply: insightsItemsSchema },
  ],
  [
    'GET /v1/insights/items.csv',
    {
      summary: 'The same items, all of them, as CSV. Cells that begin a formula have an apostrophe before them.',
      query: list,
      reply: v.string(),
      replyType: 'text/csv',
    },
  ],
  ['GET /v1/insights/quadrant', { summary: 'Use against rating of live items.', query: filter, reply: quadrantSchema }],
  [
    'GET /v1/insights/items/:id',
    {
      summary: 'Everything about one item.',
      query: [
        period,
        {
          name: 'version',
          description: 'The version whose rating is told; absent means the current one.',
          schema: text,
        },
        afterUse,
      ],
      reply: insightsItemSchema,
    },
  ],
];
