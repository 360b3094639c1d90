import type { SuggestionsQuery } from '@collateral/sdk/contract';
import { aggregate } from '../insights/aggregate.js';
import type { SuggestionOrder, SuggestionPageQuery } from '../store/conversation-query.js';
import { searchSuggestions } from '../store/search-suggestions.js';
import { readConversation } from './conversation.js';
import { placeOfCursor } from './list-cursor.js';
import { hasStatus, pageOfSuggestions, type SuggestionList, type SuggestionPage } from './list-suggestions.js';
import { gatherPart, mayReadPart, readAround, readByIds, readPlaceBook, touchedIds } from './read-around.js';
import { countSupporters } from './supporters.js';
import { viewConversation, type ViewedConversation, type Viewer } from './viewer.js';

/** A page of suggestions, and what was read for it. */
export interface ViewedPage {
  readonly viewed: ViewedConversation;
  readonly page: SuggestionPage;
}

/** Finds the page of suggestions a query asks for. */
export async function pageOfQuery(viewer: Viewer, place: string | null, query: SuggestionsQuery): Promise<ViewedPage> {
  const { similar, status, sort = 'supporters', cursor, limit = 20 } = query;
  if (similar !== undefined) return similarTo(viewer, place, similar, { status, limit });
  const list = { status, sort, cursor, limit };
  if (mayReadPart(viewer.source)) return pageOfPart(viewer, place, list);
  const viewed = viewConversation(viewer, await readConversation(viewer.source, place));
  return { viewed, page: await cutPage(viewed, list) };
}

// What nobody has touched is new, and everybody sees it: the store cuts a page out of it. Everything else is read and put between.
async function pageOfPart(viewer: Viewer, place: string | null, list: SuggestionList): Promise<ViewedPage> {
  const { source } = viewer;
  const book = await readPlaceBook(source, place);
  const touched = touchedIds(book);
  const query = hasStatus('new', list.status) ? untouchedPage(place, touched, list) : null;
  const untouched = query === null ? [] : aggregate(source.store, source.tenant, query);
  const rows = Promise.all([readByIds(source, place, touched), untouched]);
  const all = rows.then(([read, pages]) => [...read, ...pages.flatMap(({ suggestions }) => suggestions)]);
  const viewed = viewConversation(viewer, await gatherPart(source, place, book, all));
  const [, [found]] = await rows;
  const { total, ...page } = await cutPage(viewed, list);
  return {
    viewed,
    page: { ...page, total: total + (found === undefined ? 0 : found.total - found.suggestions.length) },
  };
}

const orders: Readonly<Record<SuggestionList['sort'], SuggestionOrder>> = Object.freeze({
  supporters: 'voters',
  newest: 'newest',
  changed: 'changed',
  due: 'oldest',
});

function untouchedPage(
  collateralId: string | null,
  without: readonly string[],
  { sort, cursor, limit }: SuggestionList,
): SuggestionPageQuery {
  const after = cursor === undefined ? undefined : placeOfCursor(cursor, sort);
  // One more says whether there is another page.
  const page = { collateralId, order: orders[sort], without, limit: limit + 1 };
  return { type: 'suggestion-page', ...page, ...(after !== undefined && { after }) };
}

async function cutPage({ conversation, entries }: ViewedConversation, list: SuggestionList): Promise<SuggestionPage> {
  const counts = list.sort === 'supporters' ? await countSupporters(conversation, entries) : null;
  return pageOfSuggestions(entries, list, ({ suggestionId }) => counts?.get(suggestionId) ?? 0);
}

async function similarTo(
  viewer: Viewer,
  place: string | null,
  text: string,
  { status, limit }: Pick<SuggestionList, 'status' | 'limit'>,
): Promise<ViewedPage> {
  const { source } = viewer;
  const hits = await searchSuggestions(source.store, source.tenant, { text, collateralIds: [place], limit: 200 });
  const ids = hits.map(({ suggestionId }) => suggestionId);
  const viewed = viewConversation(viewer, await readAround(source, place, ids));
  const byId = new Map(viewed.entries.map((entry) => [entry.suggestionId, entry]));
  // What is a duplicate is shown as what it repeats.
  const found = ids.flatMap((id) => byId.get(viewed.conversation.families.rootOf(id)) ?? []);
  const all = [...new Set(found)].filter(({ state }) => hasStatus(state.status, status));
  return { viewed, page: { total: all.length, entries: all.slice(0, limit) } };
}
