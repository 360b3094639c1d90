import { measureDefinitions } from '@collateral/sdk/contract';
import type { OwnScorecardStrings } from '../shared/scorecard-strings.js';

/** The sentences of a scorecard in English. */
export const englishScorecard: OwnScorecardStrings = {
  methods: {
    'wilson-clustered':
      'A share, with its 95 % interval after Wilson; what one person did many times does not count as many opinions.',
    'kaplan-meier': 'The median after Kaplan and Meier, with its 95 % interval: what still waits counts as waiting.',
    'kaplan-meier-at-least':
      'Fewer than half are answered, so the median is only known to be longer than what was seen.',
    'kaplan-meier-open-end':
      'The median after Kaplan and Meier. Too few are answered to know the high end of its 95 % interval.',
    'weighted-lift':
      'The mean difference of new versions to those before, each weighted by its thinner side, with its 95 % interval.',
  },
  reasons: {
    disputed: 'disputed',
    'handed-over': 'handed over before an answer',
    'late-ratings': 'versions that came out while the one before was still rated',
    'not-yet-due': 'not due yet',
    thin: 'versions with too few ratings on either side',
    'too-few-ratings': 'items with too few ratings',
    uneven: 'versions rated by too different people',
    withdrawn: 'taken back',
  },

  title: (name) => `Scorecard: ${name}`,
  organisation: 'the organisation',
  covers: (days, before) => `${days}, compared with ${before}`,
  countedAt: (instant) => `counted ${instant}`,
  sides: { producing: 'Making collateral', using: 'Using collateral' },
  measures: measureDefinitions,
  howToRead:
    '“Improving” and “worse” are said when the change is more than chance, counting in how many questions a scorecard asks. “Not enough data” is neither good nor bad.',

  atLeast: (value) => `at least ${value}`,
  atMost: (value) => `at most ${value}`,
  orMore: (range) => `${range} or more`,
  from: (count, written) => (count === 1 ? 'from 1 observation' : `from ${written} observations`),
  tooFew: (detail) => `${detail}: too few for a figure`,
  hiddenProducers: 'Would tell how single producers do',
  verdicts: { met: 'met', missed: 'missed', 'not-enough-data': 'not enough data', 'no-target': 'No target' },
  target: (value, verdict) => `Target ${value}: ${verdict}`,
  targetNote: (value, owner, days, ofOrganisation) =>
    `Target: ${value}, ${days}; ${owner} answers for it.${ofOrganisation ? ' It is the organisation’s.' : ''}`,
  since: (day) => `since ${day}`,
  setTarget: 'Set a target',
  changeTarget: 'Change the target',
  allTargets: 'Targets over time',
  words: {
    improving: 'Improving',
    worse: 'Worse',
    'no-clear-change': 'No clear change',
    'not-enough-data': 'Change: not enough data',
  },
  before: (value) => `before: ${value}`,
  difference: (value, likely) => (likely ? `${value} (${likely})` : value),
  regression:
    'When the version before was made anew because it was rated low, part of a lift is regression to the mean.',
  behind: 'What is behind it',
  behindOf: (name) => `What is behind it: ${name}`,
  happened: 'What happened in this time',
  newVersions: (count, written) => (count === 1 ? '1 new version' : `${written} new versions`),
  versionLift: (title, version, day, lift) => `${title}, ${version}, ${day}: ${lift}`,
  handOvers: (count, written) => (count === 1 ? '1 item changed hands' : `${written} items changed hands`),
  handOver: (title, from, to, day) => `${title}: from ${from} to ${to}, ${day}`,
  nobody: 'nobody',
  commitments: (promised, kept, late, open) =>
    `Promised for this period: ${promised}. Kept: ${kept}, late: ${late}, still open: ${open}.`,

  evidenceItem: 'Item',
  parts: { hit: 'yes', miss: 'no', open: 'still waiting', excluded: 'left out' },
  evidenceDays: 'Days',
  evidenceShown: (shown, total) => `${shown} of ${total}`,
  evidenceNone: 'There is nothing behind it.',
  evidenceWithheld: (count, written) =>
    `${written} ${count === 1 ? 'is' : 'are'} not listed: that would tell how single producers do.`,
  evidenceLoading: 'Loading the list…',
  evidenceFailed: 'The list could not be loaded.',
  more: 'Show more',
  request: 'A request for new content',
  versionName: (title, version) => `${title}, ${version}`,
  versionsHeading: 'New versions',
  versionsMarked: (count, written) =>
    count === 1 ? '1 new version is marked.' : `${written} new versions are marked.`,

  comparisons: { producer: 'Producers side by side', team: 'Teams side by side' },
  subjects: { producer: 'Producer', team: 'Team' },
  measure: 'Measure',
  orderByName: 'In the order of their names; this is no ranking.',
  orderOfPage: 'In the order of this page; this is no ranking.',
  overlap: 'Each bar is where the figure likely is. Where bars overlap, a difference may be chance.',
  opens: 'A click on a row, or Enter, opens its scorecard.',
  compared: (type, count, written) => {
    if (type === 'team') return count === 1 ? '1 team.' : `${written} teams.`;
    return count === 1 ? '1 producer.' : `${written} producers.`;
  },
  comparedWithTarget: (compared, counts) => `${compared} Target ${counts}.`,
  evidenceHeading: 'From',
  targetHeading: 'Target',
  changeHeading: 'Change',
  notShown: (count, written, minimum) =>
    `${count === 1 ? '1 more is' : `${written} more are`} not shown: fewer than ${minimum} people, or they would give such a group away.`,
  nobodyToCompare: 'There is nobody to compare in this period, or nobody whose figures you may see.',
  back: 'Back to the comparison',

  loading: 'Loading the scorecard…',
  nothingYet: 'Nothing has been counted yet. Figures appear with the first views, ratings and suggestions.',
  failures: {
    'not-signed-in': 'Sign in to see this scorecard.',
    forbidden: 'You may not see this scorecard. Managers see those of the teams and producers they manage.',
    'not-found': 'There is no such producer or team, or you may not see it.',
    'network-failed': 'The server could not be reached.',
    'invalid-query': 'There is no scorecard for this subject and period.',
  },
  failed: 'The scorecard could not be loaded.',
  stale: (instant) => `Could not refresh. These figures are from ${instant}.`,
  noClient: 'No scorecard: this page is not connected to Collateral.',
  tryAgain: 'Try again',
};
