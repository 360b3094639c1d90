import type { AggregateQuery } from '../../store/aggregate-query.js';
import type { AggregateRow } from '../../store/aggregate-row.js';
import type { InboxPageQuery } from '../../store/conversation-query.js';
import type { InboxPageRow, SuggestionRow } from '../../store/conversation-row.js';
import { answerOf, askOf, foldOf } from './count-faults.fixture.js';
import type { Mutant } from './mutant.fixture.js';

/** Stores whose inboxes go wrong in one way each. */
export const inboxMutants: readonly Mutant[] = [
  {
    fault: 'does not look at the steps of suggestions',
    noticedBy: 'aggregate.inbox-steps',
    breakIt: foldOf((facts) => facts),
  },
  {
    fault: 'puts what waits before what is promised',
    noticedBy: 'aggregate.inbox-order',
    breakIt: rowsOf((row) => ({ ...row, suggestions: row.suggestions.toSorted(byTime) })),
  },
  {
    fault: 'takes what is promised for today for overdue',
    noticedBy: 'aggregate.inbox-order',
    breakIt: pageOf((query) => ({ ...query, today: `${query.today}T` })),
  },
  {
    fault: 'says nothing of those that may have been taken back',
    noticedBy: 'aggregate.inbox-standing',
    breakIt: rowsOf((row) => ({ ...row, doubtful: [] })),
  },
  {
    fault: 'lets duplicates wait',
    noticedBy: 'aggregate.inbox-merged',
    breakIt: rowsOf((row) => ({ ...row, waiting: row.waiting + 1, total: row.total + 1 })),
  },
  {
    fault: 'gives everybody what was given to one',
    noticedBy: 'aggregate.inbox-assignee',
    breakIt: pageOf(({ assignee: _ignored, ...query }) => query),
  },
  {
    fault: 'looks at every item while nobody asks for requests',
    noticedBy: 'aggregate.inbox-items',
    breakIt: pageOf((query) => ({ ...query, collateralIds: [...query.collateralIds, 'Deck-42'] })),
  },
  {
    fault: 'begins again on every page of an inbox',
    noticedBy: 'aggregate.inbox-places',
    breakIt: pageOf(({ after: _ignored, ...query }) => query),
  },
  {
    fault: 'counts one page of an inbox',
    noticedBy: 'aggregate.inbox-places',
    breakIt: rowsOf((row) => ({ ...row, total: row.suggestions.length })),
  },
  {
    fault: 'forgets where low ratings stand',
    noticedBy: 'aggregate.inbox-low',
    breakIt: answerOf((rows) => rows.filter(({ type }) => type !== 'standings')),
  },
  {
    fault: 'gives one suggestion of a family',
    noticedBy: 'aggregate.inbox-family',
    breakIt: answerOf((rows) => rows.filter((row) => row.type !== 'standings' || row.part !== 'merged')),
  },
];

function pageOf(change: (query: InboxPageQuery) => InboxPageQuery): Mutant['breakIt'] {
  return askOf((query) => (isPage(query) ? change(query) : query));
}

function rowsOf(change: (row: InboxPageRow) => InboxPageRow): Mutant['breakIt'] {
  return answerOf((rows) => rows.map((row) => (isPage(row) ? change(row) : row)));
}

function isPage<Part extends AggregateQuery | AggregateRow>(
  part: Part,
): part is Extract<Part, InboxPageQuery | InboxPageRow> {
  return part.type === 'inbox-page';
}

function byTime(one: SuggestionRow, other: SuggestionRow): number {
  return (one.made?.effectiveAt ?? '') < (other.made?.effectiveAt ?? '') ? -1 : 1;
}
