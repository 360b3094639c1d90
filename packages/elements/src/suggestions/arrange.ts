import type { Suggestion } from '@collateral/sdk/contract';
import { isOver } from '../conversation/is-over.js';
import type { SuggestionsPlace } from './suggestions-place.js';

/** Narrows and sorts what a page gave, as the server does with its own. */
export function arrange(
  suggestions: readonly Suggestion[],
  { status, sort }: Pick<SuggestionsPlace, 'status' | 'sort'>,
): readonly Suggestion[] {
  const isWanted = (suggestion: Suggestion): boolean => {
    if (status === '') return suggestion.status !== 'duplicate';
    if (status === 'open' || status === 'closed') return isOver(suggestion) === (status === 'closed');
    return suggestion.status === status;
  };
  const keyOf = (suggestion: Suggestion): string | number => {
    if (sort === 'newest') return suggestion.createdAt;
    if (sort === 'changed') return suggestion.changedAt;
    // The nearest day first, none last.
    if (sort === 'due') return -(suggestion.dueAt === null ? Infinity : Date.parse(suggestion.dueAt));
    return suggestion.supporters;
  };
  return suggestions.filter(isWanted).sort((a, b) => {
    const [first, second] = [keyOf(a), keyOf(b)];
    return first === second ? 0 : first < second ? 1 : -1;
  });
}
