import type { AggregateQuery } from '../../store/aggregate-query.js';
import type { AggregateRow } from '../../store/aggregate-row.js';
import type { SuggestionPageQuery } from '../../store/conversation-query.js';
import type { SuggestionPageRow, SuggestionRow } from '../../store/conversation-row.js';
import { answerOf, askOf, foldOf } from './count-faults.fixture.js';
import type { Mutant } from './mutant.fixture.js';

/** Stores whose pages of suggestions go wrong in one way each. */
export const pageMutants: readonly Mutant[] = [
  {
    fault: 'gives pages of what was taken back',
    noticedBy: 'aggregate.suggestion-page-standing',
    breakIt: foldOf((facts, { type }) =>
      facts.filter((fact) => type !== 'suggestion-page' || fact.type !== 'suggestion-withdrawal'),
    ),
  },
  {
    fault: 'gives pages of what programs made',
    noticedBy: 'aggregate.suggestion-page-standing',
    breakIt: foldOf((facts, { type }) =>
      facts.map((fact) => (type === 'suggestion-page' ? { ...fact, excluded: null } : fact)),
    ),
  },
  {
    fault: 'counts the votes of authors into the order',
    noticedBy: 'aggregate.suggestion-page-voters',
    breakIt: foldOf((facts, { type }) =>
      facts.map((fact) => (type === 'suggestion-page' && fact.type === 'vote' ? { ...fact, actorId: fact.id } : fact)),
    ),
  },
  {
    fault: 'lets the greatest id come first among those of one instant',
    noticedBy: 'aggregate.suggestion-page-times',
    breakIt: answerOf((rows) =>
      rows.map((row) => (row.type === 'suggestion-page' ? { ...row, suggestions: turned(row.suggestions) } : row)),
    ),
  },
  {
    fault: 'forgets that replies change a suggestion',
    noticedBy: 'aggregate.suggestion-page-times',
    breakIt: pageOf((query) => ({ ...query, order: query.order === 'changed' ? 'newest' : query.order })),
  },
  {
    fault: 'gives the place itself again',
    noticedBy: 'aggregate.suggestion-page-places',
    breakIt: pageOf((query) =>
      query.after === undefined ? query : { ...query, after: { ...query.after, suggestionId: '' } },
    ),
  },
  {
    fault: 'begins again on every page',
    noticedBy: 'aggregate.suggestion-page-places',
    breakIt: pageOf(({ after: _ignored, ...query }) => query),
  },
  {
    fault: 'counts one page',
    noticedBy: 'aggregate.suggestion-page-places',
    breakIt: answerOf((rows) => rows.map((row) => (isPage(row) ? { ...row, total: row.suggestions.length } : row))),
  },
  {
    fault: 'counts what it leaves out',
    noticedBy: 'aggregate.suggestion-page-without',
    breakIt: answerOf((rows, query) =>
      rows.map((row) =>
        isPage(row) && isPage(query) ? { ...row, total: row.total + (query.without?.length ?? 0) } : row,
      ),
    ),
  },
  {
    fault: 'gives pages of every item',
    noticedBy: 'aggregate.suggestion-page-standing',
    breakIt: foldOf((facts, { type }) =>
      facts.map((fact) => (type === 'suggestion-page' ? { ...fact, collateralId: 'deck-42' } : fact)),
    ),
  },
];

function pageOf(change: (query: SuggestionPageQuery) => SuggestionPageQuery): Mutant['breakIt'] {
  return askOf((query) => (isPage(query) ? change(query) : query));
}

function isPage<Part extends AggregateQuery | AggregateRow>(
  part: Part,
): part is Extract<Part, SuggestionPageQuery | SuggestionPageRow> {
  return part.type === 'suggestion-page';
}

function turned(rows: readonly SuggestionRow[]): readonly SuggestionRow[] {
  const timeOf = ({ made }: SuggestionRow): string => made?.effectiveAt ?? '';
  return rows.toSorted((one, other) =>
    timeOf(one) === timeOf(other) ? (one.suggestionId < other.suggestionId ? 1 : -1) : 0,
  );
}
