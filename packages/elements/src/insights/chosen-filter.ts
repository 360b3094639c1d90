import type { InsightsItemsQuery } from '@collateral/sdk/contract';

/** What figures are narrowed to: the fields of a query that a person chooses. */
export type ChosenFilter = Pick<
  InsightsItemsQuery,
  'kind' | 'producer' | 'team' | 'tag' | 'version' | 'afterUse' | 'state' | 'search'
>;

const names = ['kind', 'producer', 'team', 'tag', 'version', 'state', 'search'] as const;

/** Those that only a list of items has. */
const ofItems: readonly string[] = ['state', 'search'];

/** The one that also counts where a single item is shown. */
const ofRatings = 'afterUse';

/** Reads the `filter` attribute: `kind=deck&state=fix-first`, as in the query of a URL. What it does not know it leaves out. */
export function parseFilter(text: string): ChosenFilter {
  const parameters = new URLSearchParams(text);
  const texts: ChosenFilter = Object.fromEntries(
    names.flatMap((name) => (parameters.get(name) ? [[name, parameters.get(name)]] : [])),
  );
  return { ...texts, ...(parameters.get(ofRatings) === 'true' && { afterUse: true }) };
}

/** Writes a filter for the attribute and the page's URL. */
export function formatFilter(filter: ChosenFilter): string {
  const parameters = new URLSearchParams();
  for (const name of names) if (filter[name]) parameters.set(name, filter[name]);
  if (filter.afterUse) parameters.set(ofRatings, 'true');
  return parameters.toString();
}

/** What of a filter counts on a screen: states and words belong to the list of items, and one item is not narrowed down to. */
export function filterFor(screen: string, filter: ChosenFilter): ChosenFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(
      ([name, value]) =>
        value && (screen === 'items' || (screen === 'item' ? name === ofRatings : !ofItems.includes(name))),
    ),
  );
}
