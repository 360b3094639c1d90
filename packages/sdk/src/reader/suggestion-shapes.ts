import type { Shape } from './shape.js';

const choice: Shape = { id: 'string', name: 'string' };
const author = { name: 'string?', team: 'string?', mine: 'boolean' } as const;
const move: Shape = { to: 'string', requires: ['string'] };
const hidden = { reason: 'string' } as const;

const suggestionFields = {
  suggestionId: 'string',
  kind: 'string',
  collateralId: 'string?',
  title: 'string?',
  version: 'string?',
  body: 'string?',
  reason: 'string?',
  'place?': {},
  'author?': author,
  createdAt: 'string',
  status: 'string',
  revision: 'number',
  'assignee?': choice,
  dueAt: 'string?',
  overdueDays: 'number',
  shippedVersion: 'string?',
  duplicateOf: 'string?',
  duplicates: ['string'],
  supporters: 'number',
  supported: 'boolean',
  replyCount: 'number',
  changedAt: 'string',
  'hidden?': hidden,
  may: { vote: 'boolean', withdraw: 'boolean', hide: 'boolean', move: [move] },
} as const;

/** One suggestion of a list. */
export const suggestionShape: Shape = suggestionFields;

/** Ways on, as a 409 tells them. */
export const movesShape: Shape = [move];

/** Reply to one suggestion and to every command. */
export const detailShape: Shape = {
  ...suggestionFields,
  replies: [
    {
      replyId: 'string',
      body: 'string?',
      'author?': author,
      fromOwner: 'boolean',
      createdAt: 'string',
      'hidden?': hidden,
    },
  ],
  history: [
    {
      type: 'string',
      at: 'string',
      by: { name: 'string?', role: 'string', mine: 'boolean' },
      from: 'string',
      to: 'string',
      reason: 'string?',
      'assignee?': choice,
      'dueAt?': 'string',
      'shippedVersion?': 'string',
      'duplicateOf?': 'string',
      'replyId?': 'string',
    },
  ],
  related: [{ suggestionId: 'string', body: 'string?', reason: 'string?', status: 'string', supporters: 'number' }],
  assignees: [choice],
  versions: ['string'],
  'loop?': { told: 'number?', confirmed: 'number?', dismissed: 'number?', ratedAgain: 'number?' },
};

/** Reply to a list of suggestions. */
export const listShape: Shape = {
  identity: 'string',
  you: { name: 'string?', team: 'string?' },
  total: 'number',
  suggestions: [suggestionShape],
  gaps: [{ query: 'string', searches: 'number' }],
  'nextCursor?': 'string',
};

/** Reply to an inbox. */
export const inboxShape: Shape = {
  asOf: 'string',
  waiting: 'number',
  promised: 'number',
  overdue: 'number',
  overdueDays: 'number',
  waitingSince: 'string?',
  total: 'number',
  suggestions: [suggestionShape],
  'nextCursor?': 'string',
};

/** Reply to the notices. */
export const noticesShape: Shape = {
  notices: [
    {
      noticeId: 'string',
      suggestionId: 'string',
      collateralId: 'string?',
      title: 'string?',
      version: 'string?',
      body: 'string?',
      reason: 'string?',
      answer: 'string?',
      because: 'string',
      shippedAt: 'string',
    },
  ],
};
