import {
  batchSchema,
  groupsUploadSchema,
  itemsUploadSchema,
  ratingQuerySchema,
  receiptMediaType,
} from '@collateral/sdk/contract';
import {
  configSchema,
  groupsUploadReplySchema,
  healthSchema,
  itemsReplySchema,
  erasureReplySchema,
  itemsUploadReplySchema,
  personExportSchema,
  promptStandingSchema,
  ratingsReplySchema,
  receiptSchema,
} from './reply-schemas.js';
import { insightsDescriptions } from './describe-insights.js';
import { suggestionDescriptions } from './describe-suggestions.js';
import { scorecardDescriptions } from './describe-scorecards.js';
import type { RouteDescription } from './route-description.js';
import * as v from 'valibot';

/** What is said about each route, by `METHOD path`. A test compares the list with the routes there are. */
export const routeDescriptions: ReadonlyMap<string, RouteDescription> = new Map<string, RouteDescription>([
  [
    'POST /v1/events',
    {
      summary: 'Takes a batch of usage events and answers for each of them.',
      body: batchSchema,
      bodyTypes: ['application/json', 'text/plain'],
      reply: receiptSchema,
      replyType: receiptMediaType,
    },
  ],
  [
    'POST /v1/ratings/query',
    {
      summary: 'Answers what rating elements need to know about up to 500 items, in the order asked. Reads only.',
      body: ratingQuerySchema,
      reply: ratingsReplySchema,
    },
  ],
  [
    'GET /v1/items',
    {
      summary: 'Lists the catalogue, as far as the caller may see it, in the order of ids.',
      query: [
        {
          name: 'limit',
          description: 'Items per page.',
          schema: { type: 'integer', minimum: 1, maximum: 1_000, default: 100 },
        },
        {
          name: 'cursor',
          description: 'The nextCursor of the page before.',
          schema: { type: 'string', maxLength: 2_000 },
        },
      ],
      reply: itemsReplySchema,
    },
  ],
  [
    'PUT /v1/items',
    {
      summary: 'Writes items into the catalogue, each over what is there. CSV: docs/host-server.md.',
      body: itemsUploadSchema,
      csvBody: true,
      reply: itemsUploadReplySchema,
    },
  ],
  [
    'PUT /v1/groups',
    {
      summary: 'Writes groups of people, each over what is there: names, sizes and the teams they are made of.',
      body: groupsUploadSchema,
      reply: groupsUploadReplySchema,
    },
  ],
  ...insightsDescriptions,
  ...scorecardDescriptions,
  ...suggestionDescriptions,
  ['GET /v1/config', { summary: 'Tells a page what it has to know before it asks anything.', reply: configSchema }],
  [
    'GET /v1/prompts',
    {
      summary: 'Tells when the caller may be asked to rate again, and about which items not.',
      reply: promptStandingSchema,
    },
  ],
  ['GET /v1/health', { summary: 'Tells whether the store can read and write now.', reply: healthSchema }],
  ...['/v1/people/me', '/v1/people/:id'].flatMap((path): readonly (readonly [string, RouteDescription])[] => {
    const who = path.endsWith('me')
      ? 'the caller'
      : 'a person; anybody but admins and services may name themselves only';
    return [
      [`GET ${path}`, { summary: `Exports everything stored about ${who}.`, reply: personExportSchema }],
      [`DELETE ${path}`, { summary: `Erases ${who}. Safe to repeat.`, reply: erasureReplySchema }],
    ];
  }),
  ['GET /v1/openapi.json', { summary: 'This document.', reply: v.looseObject({ openapi: v.string() }) }],
]);
