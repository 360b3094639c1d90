import { collateralScale } from '@collateral/sdk';
import type { CommentStrings } from './strings.js';

/** The sentences of the comment form in English. */
export const englishComment: CommentStrings = {
  whyLow: 'What was the problem?',
  reasons: Object.fromEntries(collateralScale.reasons.map(({ id, label }) => [id, label])),
  comment: 'Comment (optional)',
  tellOwner: 'Send my reasons to the owner now',
  tellOwnerHint: 'Otherwise they wait until several people gave the same one. Your name is not sent.',
  saveComment: 'Save comment',
  notNow: 'Not now',
};
