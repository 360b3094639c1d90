import { parseLowRatingId, type Notice } from '@collateral/sdk/contract';
import { aggregate } from '../insights/aggregate.js';
import { readItems } from '../store/catalogue.js';
import type { Fact } from '../store/fact.js';
import { isLater } from '../store/fact-order.js';
import { readConversations, type Conversation } from './conversation.js';
import type { SuggestionEntry } from './suggestion-entry.js';
import { noticeIdOf, shippedIn, shippingOf, shippingsOf } from './loop.js';
import { readBooks, type MovesBook } from './moves-book.js';
import { readTexts } from './suggestion-facts.js';
import type { Viewer } from './viewer.js';

const ownTypes = ['suggestion', 'vote', 'rating', 'rating-withdrawal', 'notice-response'] as const;

/** What one person did that may be answered by something that ships. */
interface OwnPast {
  /** Items they suggested something about, voted for or rated low; null stands for requests. */
  readonly places: ReadonlySet<string | null>;
  /** Live votes by suggestion. */
  readonly votes: ReadonlyMap<string, string>;
  /** Live ratings by item and version. */
  readonly ratings: readonly Fact[];
  /** News they answered. */
  readonly answered: ReadonlySet<string>;
}

/**
 * Finds the news for somebody: what they suggested, supported or rated low and has been shipped since.
 *
 * News is derived from what they did and from what was shipped, each time anew. So none is lost, and none is told twice: once they
 * answer it, dismiss it or rate what was shipped, it is gone.
 */
export async function readNotices(viewer: Viewer): Promise<readonly Notice[]> {
  const past = await readPast(viewer);
  const visible = [...past.places].filter((place) => place === null || viewer.caller.canSee(place));
  const { store, tenant } = viewer.source;
  const books = await readBooks(store, tenant, visible);
  // Somebody may have voted for thousands; only where something was shipped there is news.
  const shipped = visible.filter((place) => hasShipped(books.get(place)?.moves));
  const conversations = await readConversations(viewer.source, shipped, books);
  const found = await Promise.all(conversations.map((conversation) => noticesOf(viewer, conversation, past)));
  return found.flat().sort((one, other) => (one.shippedAt < other.shippedAt ? 1 : -1));
}

function hasShipped(moves: MovesBook['moves'] | undefined): boolean {
  return [...(moves?.values() ?? [])].some((steps) => steps.some(({ to }) => to === 'shipped'));
}

async function readPast({ source, caller }: Viewer): Promise<OwnPast> {
  const { store, tenant, policy } = source;
  const places = new Set<string | null>();
  const latest = new Map<string, Fact>();
  const answered = new Set<string>();
  for await (const { facts } of store.read(tenant, { actorId: caller.actorId, types: ownTypes })) {
    for (const fact of facts) {
      if (fact.type === 'suggestion') places.add(fact.collateralId);
      else if (fact.type === 'notice-response') answered.add(String(fact.detail['noticeId']));
      else keepLatest(latest, fact);
    }
  }
  const live = [...latest.values()];
  const votes = new Map(
    live.flatMap(({ type, detail, effectiveAt }) =>
      type === 'vote' && detail['on'] === true ? [[String(detail['suggestionId']), effectiveAt]] : [],
    ),
  );
  const ratings = live.filter(({ type }) => type === 'rating');
  for (const { collateralId, detail } of ratings)
    if (collateralId !== null && Number(detail['value']) <= policy.lowRating) places.add(collateralId);
  for (const id of votes.keys()) {
    const low = parseLowRatingId(id);
    if (low !== null) places.add(low.collateralId);
  }
  if (votes.size > 0) {
    const query = { type: 'suggestions', suggestionIds: [...votes.keys()] } as const;
    for (const { made } of await aggregate(store, tenant, query)) if (made !== null) places.add(made.collateralId);
  }
  return { places, votes, ratings, answered };
}

function keepLatest(latest: Map<string, Fact>, fact: Fact): void {
  const key =
    fact.type === 'vote' ? String(fact.detail['suggestionId']) : JSON.stringify([fact.collateralId, fact.version]);
  const known = latest.get(key);
  if (known === undefined || isLater(fact, known)) latest.set(key, fact);
}

async function noticesOf(viewer: Viewer, conversation: Conversation, past: OwnPast): Promise<readonly Notice[]> {
  const { source, caller } = viewer;
  const { collateralId } = conversation;
  const low = past.ratings.filter(
    (rating) =>
      rating.collateralId === collateralId &&
      rating.excluded === null &&
      Number(rating.detail['value']) <= source.policy.lowRating,
  );
  const news: { readonly entry: SuggestionEntry; readonly because: Notice['because'] }[] = [];
  const versionsTold = new Set<string>();
  const shipped = shippedIn(conversation).filter(({ state }) => state.hidden === null);
  for (const entry of shipped) {
    const because = reasonFor(entry, conversation, past, caller.actorId);
    if (because === null) continue;
    news.push({ entry, because });
    versionsTold.add(entry.state.shippedVersion ?? '');
  }
  // Whoever rated low without being behind one of them is told once for each version that is better now.
  for (const entry of shipped) {
    const at = shippingOf(entry)?.move.at ?? '';
    const version = entry.state.shippedVersion ?? '';
    if (versionsTold.has(version)) continue;
    if (!low.some((rating) => rating.version !== version && rating.effectiveAt <= at)) continue;
    versionsTold.add(version);
    // What else is shipped in a version is no news to who has answered that it is better.
    const ids = shippingsOf(conversation, version).map((one) => noticeIdOf(one.entry.suggestionId, one.revision));
    if (!ids.some((id) => past.answered.has(id))) news.push({ entry, because: 'rated' });
  }
  const open = news.filter(({ entry }) => isOpen(entry, conversation, past, caller.actorId));
  if (open.length === 0) return [];
  const texts = await readTexts(
    source,
    open.map(({ entry }) => entry),
  );
  const items = await readItems(
    source.store,
    source.tenant,
    open.flatMap(({ entry }) => itemOf(entry) ?? []),
  );
  return open
    .filter(({ entry }) => caller.canSee(itemOf(entry) ?? ''))
    .map(({ entry, because }) =>
      shape(entry, because, texts.get(entry.suggestionId)?.body ?? null, items.get(itemOf(entry) ?? '')?.title),
    );
}

function reasonFor(
  entry: SuggestionEntry,
  { families, entries }: Conversation,
  { votes }: OwnPast,
  actorId: string,
): Notice['because'] | null {
  const shippedAt = shippingOf(entry)?.move.at ?? '';
  const members = [entry.suggestionId, ...families.duplicatesOf(entry.suggestionId)];
  const before = (at: string | undefined): boolean => at !== undefined && at <= shippedAt;
  const family = members.flatMap((id) => entries.get(id) ?? []);
  if (family.some(({ author, createdAt }) => author?.actorId === actorId && before(createdAt))) return 'suggested';
  const rated = family.flatMap(({ low }) => (low === null ? [] : [...low.told, ...low.untold]));
  if (rated.some((rating) => rating.actorId === actorId && before(rating.effectiveAt))) return 'rated';
  return members.some((id) => before(votes.get(id))) ? 'supported' : null;
}

// Who shipped it knows, and who rated the new version has answered.
function isOpen(
  entry: SuggestionEntry,
  { collateralId }: Conversation,
  { ratings, answered }: OwnPast,
  actorId: string,
): boolean {
  const shipping = shippingOf(entry);
  if (shipping === null || shipping.move.actorId === actorId) return false;
  if (answered.has(noticeIdOf(entry.suggestionId, shipping.revision))) return false;
  const version = entry.state.shippedVersion;
  return !ratings.some((rating) =>
    collateralId === null
      ? rating.collateralId === version
      : rating.collateralId === collateralId && rating.version === version && rating.effectiveAt > shipping.move.at,
  );
}

/** What was shipped: the item itself, or of a request the item it became. */
function itemOf({ collateralId, state }: SuggestionEntry): string | null {
  return collateralId ?? state.shippedVersion;
}

function shape(
  entry: SuggestionEntry,
  because: Notice['because'],
  body: string | null,
  title: string | undefined,
): Notice {
  const shipping = shippingOf(entry);
  const item = itemOf(entry);
  return {
    noticeId: noticeIdOf(entry.suggestionId, shipping?.revision ?? 0),
    suggestionId: entry.suggestionId,
    collateralId: item,
    title: title ?? item,
    version: entry.collateralId === null ? null : entry.state.shippedVersion,
    body,
    reason: entry.low?.reason ?? null,
    answer: shipping?.move.reason ?? null,
    because,
    shippedAt: shipping?.move.at ?? '',
  };
}
