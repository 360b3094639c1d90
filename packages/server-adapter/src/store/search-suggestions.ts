import { factsOfSuggestions } from './fold-log.js';
import type { Store } from './store.js';
import { checkLimit, TextFold } from './text-fold.js';
import type { TextHit, TextSearch } from './text-search.js';

/**
 * Finds suggestions that use words: asks the store if it can search, else reads every suggestion. The hits are the same.
 *
 * @throws CollateralError `invalid-option` when `limit` is not 1 to 200.
 */
export async function searchSuggestions(store: Store, tenant: string, query: TextSearch): Promise<readonly TextHit[]> {
  checkLimit(query.limit);
  if (store.capabilities?.search === true && store.search !== undefined) return store.search(tenant, query);
  const fold = new TextFold();
  const asked = query.collateralIds && { collateralIds: query.collateralIds };
  for await (const fact of factsOfSuggestions(store, tenant, { ...asked }, ['suggestion', 'suggestion-withdrawal']))
    fold.add(fact);
  return fold.search(query);
}
