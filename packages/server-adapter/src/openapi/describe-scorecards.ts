import {
  auditTypes,
  disputeSchema,
  measureIds,
  settleSchema,
  scorecardComparisons,
  scorecardSubjects,
  targetSchema,
} from '@collateral/sdk/contract';
import * as v from 'valibot';
import type { RouteDescription } from './route-description.js';
import {
  auditSchema,
  comparisonSchema,
  disputeReplySchema,
  disputesSchema,
  evidenceSchema,
  scorecardSchema,
  targetReplySchema,
  targetsSchema,
} from './scorecard-schemas.js';

const text = { type: 'string', minLength: 1, maxLength: 2_000 };
const period = {
  name: 'period',
  description:
    'last-30-days, last-90-days, last-365-days, an ISO week such as 2026-W21, a month such as 2026-05, a quarter such as 2026-Q2, or up to 12 whole months such as 2026-02..2026-07.',
  schema: { type: 'string', default: 'last-90-days' },
};
const compare = {
  name: 'compare',
  description: 'What the period is compared with.',
  schema: { enum: scorecardComparisons, default: 'previous' },
};
const about = [
  { name: 'subject', description: 'Whom it is about.', schema: { enum: scorecardSubjects, default: 'organisation' } },
  { name: 'id', description: 'Id of the producer or team.', schema: { ...text, maxLength: 200 } },
  period,
];
const compared = [
  { name: 'subject', description: 'What is compared.', schema: { enum: ['producer', 'team'] } },
  period,
  compare,
];
const limit = {
  name: 'limit',
  description: 'Entries per page.',
  schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
};
const cursor = { name: 'cursor', description: 'The nextCursor of the page before.', schema: text };
const csv = { reply: v.string(), replyType: 'text/csv' };

/** What is said about the routes of scorecards, targets and the audit trail. */
export const scorecardDescriptions: readonly (readonly [string, RouteDescription])[] = [
  [
    'GET /v1/scorecards',
    {
      summary: 'The measures of a producer, a team or the organisation.',
      query: [...about, compare],
      reply: scorecardSchema,
    },
  ],
  [
    'GET /v1/scorecards/evidence',
    {
      summary: 'The items and suggestions behind one number.',
      query: [...about, { name: 'measure', description: 'The number.', schema: { enum: measureIds } }, cursor, limit],
      reply: evidenceSchema,
    },
  ],
  [
    'GET /v1/scorecards/comparison',
    {
      summary: 'The measures of all producers or teams, in the order of names.',
      query: compared,
      reply: comparisonSchema,
    },
  ],
  ['GET /v1/scorecards.csv', { summary: 'A scorecard as CSV.', query: [...about, compare], ...csv }],
  ['GET /v1/scorecards/comparison.csv', { summary: 'A comparison as CSV.', query: compared, ...csv }],
  ['GET /v1/targets', { summary: 'The targets the caller may see.', reply: targetsSchema }],
  [
    'PUT /v1/targets',
    {
      summary: 'Sets or changes one target; recorded in the audit trail.',
      body: targetSchema,
      reply: targetReplySchema,
    },
  ],
  ['GET /v1/disputes', { summary: 'Objections to ratings, of items the caller answers for.', reply: disputesSchema }],
  [
    'POST /v1/disputes',
    {
      summary: 'Objects to a rating with a comment; until it is settled the rating does not count.',
      body: disputeSchema,
      reply: disputeReplySchema,
    },
  ],
  [
    'POST /v1/disputes/:id/settle',
    {
      summary: 'Settles an objection: leaves the rating out for good, or counts it again.',
      body: settleSchema,
      reply: disputeReplySchema,
    },
  ],
  [
    'GET /v1/audit',
    {
      summary: 'Who changed owners, targets, rules and disputes, newest first.',
      query: [{ name: 'type', description: 'Only changes of these.', schema: { enum: auditTypes } }, cursor, limit],
      reply: auditSchema,
    },
  ],
];
