import type { DisputeStrings } from '../shared/dispute-strings.js';

/** The sentences about disputes in English. */
export const englishDisputes: DisputeStrings = {
  dispute: 'Dispute this rating',
  about: (button, comment) => `${button}: ${comment}`,
  reason: 'Why?',
  effect:
    'It does not count until a manager has decided. The person who rated is told, without names. Managers of the item read your reason.',
  disputeAgain: 'Dispute it again',
  effectAgain:
    'Only a reason that was not given before opens it again. What was decided holds until a manager has decided anew.',
  send: 'Dispute',
  cancel: 'Cancel',
  sending: 'Sending…',
  missingReason: 'Say why, in up to 1000 characters.',
  missingChoice: 'Choose what shall become of it.',

  underReview: (day, reason) => (reason ? `Under review since ${day}: ${reason}` : `Under review since ${day}`),
  upheld: (day, reason) => (reason ? `Left out since ${day}: ${reason}` : `Left out since ${day}`),
  rejected: (day, reason) => (reason ? `It stands, decided on ${day}: ${reason}` : `It stands, decided on ${day}`),
  because: (day, reason) => (reason ? `Disputed on ${day}: ${reason}` : `Disputed on ${day}`),
  statuses: {
    open: 'Under review: it does not count until that is settled.',
    upheld: 'It was disputed and is left out.',
    rejected: 'It was disputed; it stands and counts.',
  },

  title: 'Disputes',
  intro:
    'A disputed rating does not count until somebody other than its producer has decided. Who rated is told to nobody.',
  open: (count, written) => (count === 1 ? '1 under review' : `${written} under review`),
  settled: (count, written) => (count === 1 ? '1 settled' : `${written} settled`),
  nothing: 'No rating is disputed. A producer can dispute one beside its comment on the page of an item.',
  noneOpen: 'Nothing waits for a decision.',
  rated: (value, label) => `${value}, ${label}`,
  version: (version) => `version ${version}`,
  commentGone: 'The comment is no longer there: it was taken back, changed or erased.',
  settle: 'Decide',
  question: 'What shall become of the rating?',
  choices: { rejected: 'It stands', upheld: 'Leave it out' },
  effects: { rejected: 'The rating counts again.', upheld: 'The rating never counts again.' },
  save: 'Settle it',
  settledMeanwhile: (now) => `Somebody else decided meanwhile. ${now}`,
  yourReason: (text) => `You had written: ${text}`,
  settleNote: 'Producer and managers of the item read your reason. The person who rated sees what was decided.',

  loading: 'Loading disputes…',
  failed: 'The disputes could not be loaded.',
  stale: 'Could not refresh; this is what was known before.',
  noClient: 'No disputes: this page is not connected to Collateral.',
  tryAgain: 'Try again',
  failures: {
    'not-signed-in': 'Sign in to go on.',
    forbidden:
      'You may not do this. A dispute is settled by somebody who manages the item, and neither made it nor disputed it.',
    'not-found': 'The rating or its comment is no longer there.',
    'network-failed': 'The server could not be reached.',
    'rate-limited': 'Too many requests. Wait a moment and try again.',
  },
  notSent: 'It was not saved. What you wrote is still here.',
};
