import {
  hideSchema,
  inboxStates,
  mergeSchema,
  suggestionKinds,
  suggestionSorts,
  suggestionStatuses,
  transitionSchema,
  unmergeSchema,
} from '@collateral/sdk/contract';
import * as v from 'valibot';
import type { RouteDescription } from './route-description.js';
import { inboxSchema, noticesSchema, suggestionDetailSchema, suggestionsSchema } from './suggestion-schemas.js';

const text = { type: 'string', minLength: 1, maxLength: 2_000 };
const sort = { name: 'sort', description: 'Order.', schema: { enum: suggestionSorts } };
const cursor = { name: 'cursor', description: 'The nextCursor of the page before.', schema: text };
const limit = {
  name: 'limit',
  description: 'Suggestions per page.',
  schema: { type: 'integer', minimum: 1, maximum: 100 },
};
const path = '/v1/suggestions/:id';

/** What is said about the routes of suggestions. */
export const suggestionDescriptions: readonly (readonly [string, RouteDescription])[] = [
  [
    'GET /v1/suggestions',
    {
      summary:
        'Suggestions about an item, or requests for content that does not exist, as far as the caller may see them.',
      query: [
        { name: 'collateralId', description: 'The item; left out for requests.', schema: text },
        {
          name: 'status',
          description: 'One status, or open or closed; left out for all but duplicates.',
          schema: { enum: [...suggestionStatuses, 'open', 'closed'] },
        },
        {
          name: 'similar',
          description: 'Those most like these words, best first.',
          schema: { type: 'string', minLength: 1, maxLength: 200 },
        },
        sort,
        cursor,
        limit,
      ],
      reply: suggestionsSchema,
    },
  ],
  [`GET ${path}`, { summary: 'One suggestion with its replies and its whole history.', reply: suggestionDetailSchema }],
  [
    `POST ${path}/transitions`,
    {
      summary: "Moves a suggestion on. Only the item's producer, whoever manages it, admins and services may.",
      body: transitionSchema,
      reply: suggestionDetailSchema,
    },
  ],
  [
    `POST ${path}/merge`,
    { summary: 'Says that a suggestion repeats another one.', body: mergeSchema, reply: suggestionDetailSchema },
  ],
  [`POST ${path}/unmerge`, { summary: 'Undoes a merge.', body: unmergeSchema, reply: suggestionDetailSchema }],
  [
    `POST ${path}/hide`,
    {
      summary: 'Hides a suggestion or a reply from others, or shows it again.',
      body: hideSchema,
      reply: suggestionDetailSchema,
    },
  ],
  [
    'GET /v1/inbox',
    {
      summary:
        'What waits for the caller: suggestions about what they answer for, requests, and what was given to them.',
      query: [
        {
          name: 'state',
          description: 'One part of it; left out for waiting and promised.',
          schema: { enum: inboxStates },
        },
        { name: 'assignee', description: 'What was given to this producer.', schema: text },
        { name: 'kind', description: 'Suggestions of one kind.', schema: { enum: suggestionKinds } },
        sort,
        cursor,
        limit,
      ],
      reply: inboxSchema,
    },
  ],
  [
    'GET /v1/changes',
    {
      summary:
        'Streams which of some items have changed, as server-sent events `change` with {collateralId}, or {inbox: true}. Ends after five minutes.',
      query: [
        {
          name: 'collateralId',
          description: 'An item to watch; may be given 50 times.',
          schema: { type: 'array', items: text },
        },
        { name: 'requests', description: 'Watches requests too.', schema: { const: 'true' } },
        {
          name: 'inbox',
          description: 'Watches what waits for the caller, wherever it is; for management.',
          schema: { const: 'true' },
        },
      ],
      reply: v.string(),
      replyType: 'text/event-stream',
    },
  ],
  ['GET /v1/notices', { summary: 'What the caller asked for and was shipped since.', reply: noticesSchema }],
];
