import type { InsightsItemsQuery } from '@collateral/sdk/contract';

/** What figures are narrowed to: the fields of a query that a person chooses. */
export type ChosenFilter = Pick<InsightsItemsQuery, 'kind' | 'producer' | 'team' | 'tag' | 'state' | 'search'>;

const names = ['kind', 'producer', 'team', 'tag', 'state', 'search'] as const;

/** Those that only a list of items has. */
const ofItems: readonly string[] = ['state', 'search'];

/** Reads the `filter` attribute: `kind=deck&state=fix-first`, as in the query of a URL. What it does not know it leaves out. */
export function parseFilter(text: string): ChosenFilter {
  const parameters = new URLSearchParams(text);
  return Object.fromEntries(names.flatMap((name) => (parameters.get(name) ? [[name, parameters.get(name)]] : [])));
}

/** Writes a filter for the attribute and the page's URL. */
export function formatFilter(filter: ChosenFilter): string {
  const parameters = new URLSearchParams();
  for (const name of names) if (filter[name]) parameters.set(name, filter[name]);
  return parameters.toString();
}

/** What of a filter counts on a screen: states and words belong to the list of items. */
export function filterFor(screen: string, filter: ChosenFilter): ChosenFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(([name, value]) => value && (screen === 'items' || !ofItems.includes(name))),
  );
}
