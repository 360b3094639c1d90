import {
  commentIdentities,
  suggestionKinds,
  suggestionStatuses,
  type Inbox,
  type Notices,
  type PermittedMove,
  type Suggestion,
  type SuggestionDetail,
  type Suggestions,
} from '@collateral/sdk/contract';
import * as v from 'valibot';
import { count } from './metric-schema.js';

const text = v.string();
const maybeText = v.nullable(text);
const status = v.picklist(suggestionStatuses);
const choice = v.strictObject({ id: text, name: text });
const author = v.strictObject({ name: maybeText, team: maybeText, mine: v.boolean() });
const hidden = v.nullable(v.strictObject({ reason: text }));

/** Ways on from where a suggestion stands. */
export const permittedMovesSchema: v.GenericSchema<unknown, PermittedMove[]> = v.array(
  v.strictObject({
    to: status,
    requires: v.array(v.picklist(['assignee', 'dueAt', 'shippedVersion', 'duplicateOf'])),
  }),
);

const fields = {
  suggestionId: text,
  kind: v.picklist(suggestionKinds),
  collateralId: maybeText,
  title: maybeText,
  version: maybeText,
  body: maybeText,
  reason: maybeText,
  place: v.nullable(
    v.strictObject({
      slide: v.exactOptional(count),
      page: v.exactOptional(count),
      second: v.exactOptional(v.number()),
      quote: v.exactOptional(text),
    }),
  ),
  author: v.nullable(author),
  createdAt: text,
  status,
  revision: count,
  assignee: v.nullable(choice),
  dueAt: maybeText,
  overdueDays: count,
  shippedVersion: maybeText,
  shippedTitle: maybeText,
  duplicateOf: maybeText,
  duplicates: v.array(text),
  supporters: count,
  supported: v.boolean(),
  replyCount: count,
  changedAt: text,
  hidden,
  may: v.strictObject({ vote: v.boolean(), withdraw: v.boolean(), hide: v.boolean(), move: permittedMovesSchema }),
};
const maybeCount = v.nullable(count);

/** One suggestion. */
export const suggestionSchema: v.GenericSchema<unknown, Suggestion> = v.strictObject(fields);

/** Reply to `GET /v1/suggestions/{id}` and to commands. */
export const suggestionDetailSchema: v.GenericSchema<unknown, SuggestionDetail> = v.strictObject({
  ...fields,
  replies: v.array(
    v.strictObject({
      replyId: text,
      body: maybeText,
      author: v.nullable(author),
      fromOwner: v.boolean(),
      createdAt: text,
      hidden,
    }),
  ),
  history: v.array(
    v.strictObject({
      type: v.picklist(['transition', 'merge', 'unmerge', 'hide', 'show']),
      at: text,
      by: v.strictObject({
        name: maybeText,
        role: v.picklist(['producer', 'manager', 'admin', 'service']),
        mine: v.boolean(),
      }),
      from: status,
      to: status,
      reason: maybeText,
      assignee: v.exactOptional(choice),
      dueAt: v.exactOptional(text),
      shippedVersion: v.exactOptional(text),
      shippedTitle: v.exactOptional(text),
      duplicateOf: v.exactOptional(text),
      replyId: v.exactOptional(text),
    }),
  ),
  related: v.array(
    v.strictObject({ suggestionId: text, body: maybeText, reason: maybeText, status, supporters: count }),
  ),
  assignees: v.array(choice),
  versions: v.array(text),
  loop: v.nullable(
    v.strictObject({ told: maybeCount, confirmed: maybeCount, dismissed: maybeCount, ratedAgain: maybeCount }),
  ),
});

/** Reply to `GET /v1/suggestions`. */
export const suggestionsSchema: v.GenericSchema<unknown, Suggestions> = v.strictObject({
  identity: v.picklist(commentIdentities),
  you: v.strictObject({ name: maybeText, team: maybeText }),
  total: count,
  suggestions: v.array(suggestionSchema),
  gaps: v.array(v.strictObject({ query: text, searches: count })),
  nextCursor: v.exactOptional(text),
});

/** Reply to `GET /v1/inbox`. */
export const inboxSchema: v.GenericSchema<unknown, Inbox> = v.strictObject({
  asOf: text,
  waiting: count,
  promised: count,
  overdue: count,
  overdueDays: count,
  waitingSince: maybeText,
  total: count,
  suggestions: v.array(suggestionSchema),
  nextCursor: v.exactOptional(text),
});

/** Reply to `GET /v1/notices`. */
export const noticesSchema: v.GenericSchema<unknown, Notices> = v.strictObject({
  notices: v.array(
    v.strictObject({
      noticeId: text,
      suggestionId: text,
      collateralId: maybeText,
      title: maybeText,
      version: maybeText,
      body: maybeText,
      reason: maybeText,
      answer: maybeText,
      because: v.picklist(['suggested', 'supported', 'rated']),
      shippedAt: text,
    }),
  ),
});
