import type { Suggestions, SuggestionsQuery } from '@collateral/sdk/contract';
import type { ListQuestion } from '../conversation/list-loader.js';
import { arrange } from './arrange.js';
import { sortChoices, statusChoices, type SuggestionsPlace } from './suggestions-place.js';

/** What is asked for at a place. */
export function suggestionsQuestion(place: SuggestionsPlace): ListQuestion<Suggestions> {
  const { collateralId, data } = place;
  const status = statusChoices.find((each) => each === place.status);
  const sort = sortChoices.find((each) => each === place.sort) ?? 'supporters';
  const query: SuggestionsQuery = { ...(collateralId !== '' && { collateralId }), ...(status && { status }), sort };
  return {
    about: collateralId,
    collateralId,
    order: `${place.status} ${sort}`,
    data,
    arrange: (given) => arrange(given.suggestions, place),
    ask: (client, page, options) => client.suggestions({ ...query, ...page }, options),
  };
}
