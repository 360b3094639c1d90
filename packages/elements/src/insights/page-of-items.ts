import type { InsightsItems, ItemInsight } from '@collateral/sdk/contract';
import { isInState } from './item-states.js';
import { itemsPerPage } from './figures-query.js';
import type { InsightsPosition } from './insights-view.js';

type SortValue = string | number | null;

/** What the server sorts by, for lists that a page gave. */
const sortValues: Readonly<Record<string, (item: ItemInsight) => SortValue>> = {
  views: ({ views }) => views.metric.value,
  viewers: ({ viewers }) => viewers.value,
  rating: ({ rating }) => rating.interval?.[0] ?? null,
  'response-rate': ({ responseRate }) => responseRate.value,
  title: ({ title }) => title,
  'last-used': ({ lastUsedOn }) => lastUsedOn,
  'review-by': ({ reviewBy }) => reviewBy,
};

/** Filters, sorts and cuts a whole list as the server would. Figures are those given: a team's can't be told from them. */
export function pageOfItems(list: InsightsItems, { filter, sort, page }: InsightsPosition): InsightsItems {
  const words = filter.search?.toLowerCase() ?? '';
  const chosen = list.items.filter(
    (item) =>
      (!filter.kind || item.kind === filter.kind) &&
      (!filter.producer || item.producer?.id === filter.producer) &&
      (!filter.state || isInState(item, filter.state)) &&
      `${item.title} ${item.collateralId}`.toLowerCase().includes(words),
  );
  const first = (page - 1) * itemsPerPage;
  return { ...list, total: chosen.length, items: sorted(chosen, sort).slice(first, first + itemsPerPage) };
}

function sorted(items: readonly ItemInsight[], sort: string): readonly ItemInsight[] {
  const isDescending = sort.startsWith('-');
  const valueOf = sortValues[sort.slice(isDescending ? 1 : 0)];
  if (!valueOf) return items;
  const compareTexts = new Intl.Collator(undefined, { numeric: true }).compare;
  // Each value is looked up once; what is not known comes last either way.
  return items
    .map((item) => ({ item, value: valueOf(item) }))
    .sort(({ value: one }, { value: other }) => {
      if (one === null || other === null) return Number(one === null) - Number(other === null);
      const order = typeof one === 'string' ? compareTexts(one, `${other}`) : one - Number(other);
      return isDescending ? -order : order;
    })
    .map(({ item }) => item);
}
