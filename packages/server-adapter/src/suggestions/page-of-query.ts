import type { SuggestionsQuery } from '@collateral/sdk/contract';
import { searchSuggestions } from '../store/search-suggestions.js';
import { pageOfSuggestions, type SuggestionPage } from './list-suggestions.js';
import { countSupporters } from './supporters.js';
import type { ViewedConversation, Viewer } from './viewer.js';

/** Finds the page of suggestions a query asks for. */
export async function pageOfQuery(
  viewer: Viewer,
  viewed: ViewedConversation,
  query: SuggestionsQuery,
): Promise<SuggestionPage> {
  const { similar, status, sort = 'supporters', cursor, limit = 20 } = query;
  if (similar !== undefined) return similarTo(viewer, viewed, similar, { status, limit });
  const counts = sort === 'supporters' ? await countSupporters(viewed.conversation, viewed.entries) : null;
  return pageOfSuggestions(
    viewed.entries,
    { status, sort, cursor, limit },
    ({ suggestionId }) => counts?.get(suggestionId) ?? 0,
  );
}

async function similarTo(
  { source }: Viewer,
  { conversation, entries }: ViewedConversation,
  text: string,
  { status, limit }: { readonly status: SuggestionsQuery['status']; readonly limit: number },
): Promise<SuggestionPage> {
  const query = { text, collateralIds: [conversation.collateralId], limit: 200 };
  const hits = await searchSuggestions(source.store, source.tenant, query);
  const byId = new Map(entries.map((entry) => [entry.suggestionId, entry]));
  // What is a duplicate is shown as what it repeats.
  const found = hits.flatMap(({ suggestionId }) => byId.get(conversation.families.rootOf(suggestionId)) ?? []);
  const all = [...new Set(found)];
  const { total } = pageOfSuggestions(all, { status, sort: 'newest', limit }, () => 0);
  const kept = all.filter(
    (entry) => pageOfSuggestions([entry], { status, sort: 'newest', limit: 1 }, () => 0).total === 1,
  );
  return { total, entries: kept.slice(0, limit) };
}
