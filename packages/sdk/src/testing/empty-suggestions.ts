import type { Notices } from '../contract/notice.js';
import type { Inbox, Suggestions } from '../contract/suggestions-query.js';

const replies: Readonly<Record<string, Suggestions | Inbox | Notices>> = {
  '/v1/suggestions': { identity: 'named', you: { name: null, team: null }, total: 0, suggestions: [], gaps: [] },
  '/v1/inbox': {
    asOf: '2026-05-27T09:00:00.000Z',
    waiting: 0,
    promised: 0,
    overdue: 0,
    overdueDays: 0,
    waitingSince: null,
    total: 0,
    suggestions: [],
  },
  '/v1/notices': { notices: [] },
};

/** Answers a list of suggestions as a server does that has none yet; undefined for any other path. */
export function emptySuggestions(path: string): Suggestions | Inbox | Notices | undefined {
  return Object.hasOwn(replies, path) ? replies[path] : undefined;
}
