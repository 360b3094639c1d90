import { collateralScale } from '@collateral/sdk';
import type { RatingStrings } from './strings.js';

/** The sentences built in. */
export const english: RatingStrings = {
  points: collateralScale.points,
  pointName: (value, { label, anchor }) => `${value}, ${label}: ${anchor}`,
  pointLine: (value, { label, anchor }) => `${value} · ${label} — ${anchor}`,
  scaleHint: (low, lowest, high, highest) => `${low} ${lowest.label} … ${high} ${highest.label}`,
  rating: 'Rating',
  required: 'Please choose a rating.',
  rated: (value, { label }) => `You rated ${value}, ${label}`,
  ratedBefore: (version, value, current) => `You rated ${version}: ${value}. Rate ${current ?? 'this version'}?`,
  outOf: (value, highest) => `${value} out of ${highest}`,
  score: (mean, low, high) => `${mean} (likely ${low} to ${high})`,
  count: (count, written) => (count === 1 ? '1 rating' : `${written} ratings`),
  tooFew: (count, written) => `${english.count(count, written)} so far, too few for a score`,
  noRatings: 'No ratings yet',
  hidden: 'Hidden to protect a small group',
  loading: 'Loading ratings…',
  loadFailed: 'Ratings could not be loaded.',
  signIn: 'Sign in to see and give ratings.',
  own: 'You own this; ratings come from others',
  otherScale: (asked, known) =>
    `This rating asks for the scale “${asked}”, but every item is rated on “${known}”. It is not shown.`,
  saving: 'Saving…',
  stored: 'Saved on this device, will be sent',
  storedInMemory: 'Kept in this tab until it is sent. Leave it open',
  waitsForSignIn: 'Not sent: nobody is signed in. If it is gone after you sign in, rate again.',
  waitsForOwner: 'Saved on this device, not sent: somebody else is signed in. Sign in again as yourself to send it.',
  waitsForPermission:
    'Saved on this device, not sent: you may not rate from this page. Tell whoever runs it; nothing is lost.',
  delivered: 'Sent',
  withdrawn: 'Rating withdrawn',
  notStored: 'Not saved: this browser could not store it.',
  refused: 'Not saved: the server refused it. Choose again or tell whoever runs this page.',
  dropped: 'Not saved: it was given up before it could be sent.',
  noClient: 'Cannot be saved: this page is not connected to Collateral.',
  tryAgain: 'Try again',
  withdraw: 'Withdraw',
  undo: 'Undo',
  addComment: 'Comment',
};
