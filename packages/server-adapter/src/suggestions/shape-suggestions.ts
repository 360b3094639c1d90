import { isClosed, suggestionMoves, type InsightsChoice, type Suggestion } from '@collateral/sdk/contract';
import { aggregate } from '../insights/aggregate.js';
import { calendarDay } from '../insights/calendar-day.js';
import { readCatalogue } from '../insights/source.js';
import { readAuthors } from './authors.js';
import { groupBy } from './group-by.js';
import type { SuggestionEntry } from './suggestion-entry.js';
import { nameProducers } from './producer-names.js';
import { countReplies } from './replies.js';
import { readTexts } from './suggestion-facts.js';
import { countSupporters } from './supporters.js';
import { authorSource, roleFor, type ViewedConversation, type Viewer } from './viewer.js';

const dayMs = 86_400_000;

/** Shapes suggestions of one place for somebody. */
export async function shapeSuggestions(
  viewer: Viewer,
  viewed: ViewedConversation,
  entries: readonly SuggestionEntry[],
): Promise<readonly Suggestion[]> {
  const { conversation } = viewed;
  const { source, caller } = viewer;
  const writers = entries.flatMap(({ author }) => author ?? []);
  const [texts, supporters, mine, authorOf, nameOf, replies, shipped] = await Promise.all([
    readTexts(source, entries),
    countSupporters(conversation, entries),
    readOwnSupport(viewer, viewed, entries),
    readAuthors(authorSource(viewer), conversation.collateralId, writers),
    nameProducers(viewer.figures),
    countReplies(viewer, viewed, entries),
    nameShipped(viewer),
  ]);
  const today = calendarDay(source.policy.timeZone)(source.now);
  return entries.map((entry): Suggestion => {
    const { suggestionId, state, author, low } = entry;
    const role = roleFor(caller, viewed, entry);
    const text = texts.get(suggestionId);
    const isMine = author?.actorId === caller.actorId;
    const body = text?.body ?? null;
    const repeats = conversation.families.duplicatesOf(suggestionId);
    return {
      suggestionId,
      kind: low !== null ? 'low-rating' : entry.collateralId === null ? 'request' : 'idea',
      collateralId: entry.collateralId,
      title: entry.collateralId === null ? null : (conversation.item?.title ?? entry.collateralId),
      version: entry.version,
      body,
      reason: low?.reason ?? null,
      place: text?.place ?? null,
      // Whose words were erased has no name either.
      author: author === null || body === null ? null : authorOf(author),
      createdAt: entry.createdAt,
      status: state.status,
      revision: state.revision,
      assignee: state.assignee === null ? null : choice(state.assignee, nameOf),
      dueAt: state.dueAt,
      overdueDays: overdueDays(entry, today),
      shippedVersion: null,
      shippedTitle: null,
      ...shipped(entry, state.shippedVersion),
      duplicateOf: state.duplicateOf,
      duplicates: repeats.filter((id) => viewed.entries.some((one) => one.suggestionId === id)),
      supporters: supporters.get(suggestionId) ?? 0,
      supported: isMine || mine.has(suggestionId),
      replyCount: replies.get(suggestionId) ?? 0,
      changedAt: entry.changedAt,
      hidden: state.hidden === null ? null : { reason: state.hidden },
      may: {
        vote: caller.kind === 'person' && !isMine && !isClosed(state.status),
        withdraw: isMine && caller.kind === 'person' && state.status === 'new' && repeats.length === 0,
        hide: role !== null,
        move: role === null ? [] : suggestionMoves[state.status],
      },
    };
  });
}

/** Shapes suggestions of any places, in the order given. */
export async function shapeViewed(
  viewer: Viewer,
  shown: readonly { readonly viewed: ViewedConversation; readonly entry: SuggestionEntry }[],
): Promise<readonly Suggestion[]> {
  const places = groupBy(shown, ({ viewed }) => viewed);
  const shaped = await Promise.all(
    [...places].map(([viewed, own]) =>
      shapeSuggestions(
        viewer,
        viewed,
        own.map(({ entry }) => entry),
      ),
    ),
  );
  const byId = new Map(shaped.flat().map((suggestion) => [suggestion.suggestionId, suggestion]));
  return shown.flatMap(({ entry }) => byId.get(entry.suggestionId) ?? []);
}

/** Says for how many whole days a promise is late; 0 when it is not, or is over. */
function overdueDays({ state }: Pick<SuggestionEntry, 'state'>, today: string): number {
  if (state.dueAt === null || isClosed(state.status) || state.status === 'new') return 0;
  return daysLate(state.dueAt, today);
}

/** Counts the whole days from a day to today; 0 before it. */
export function daysLate(dueAt: string, today: string): number {
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(dueAt)) / dayMs));
}

/** Tells what something was shipped as: the item a request became does not exist for whoever may not see it. */
export async function nameShipped({ caller, figures }: Viewer): Promise<NameShipped> {
  const items = await readCatalogue(figures);
  return ({ collateralId }, shippedVersion) => {
    if (typeof shippedVersion !== 'string') return {};
    if (collateralId !== null) return { shippedVersion };
    if (!caller.canSee(shippedVersion)) return {};
    return { shippedVersion, shippedTitle: items.get(shippedVersion)?.title ?? shippedVersion };
  };
}

/** The version something was shipped with, or of a request the item it became, for people to read as well; nothing before. */
type NameShipped = (
  entry: Pick<SuggestionEntry, 'collateralId'>,
  shippedVersion: string | null | undefined,
) => { readonly shippedVersion?: string; readonly shippedTitle?: string };

/** Names a producer. */
export function choice(id: string, nameOf: (id: string) => string): InsightsChoice {
  return { id, name: nameOf(id) };
}

// Also through what was merged into it, and through a low rating of one's own.
async function readOwnSupport(
  { source, caller }: Viewer,
  { conversation }: ViewedConversation,
  entries: readonly SuggestionEntry[],
): Promise<ReadonlySet<string>> {
  const { families, entries: all } = conversation;
  const members = new Map(
    entries.map(({ suggestionId }) => [suggestionId, [suggestionId, ...families.duplicatesOf(suggestionId)]]),
  );
  const suggestionIds = [...new Set([...members.values()].flat())];
  if (suggestionIds.length === 0) return new Set();
  const { actorId } = caller;
  const votes = await aggregate(source.store, source.tenant, { type: 'supporters', suggestionIds, actorId });
  const voted = new Set(votes.map(({ suggestionId }) => suggestionId));
  const isBehind = (id: string): boolean => {
    const entry = all.get(id);
    const raters = entry?.low ? [...entry.low.told, ...entry.low.untold] : [];
    return voted.has(id) || entry?.author?.actorId === actorId || raters.some((rater) => rater.actorId === actorId);
  };
  return new Set([...members].flatMap(([id, ids]) => (ids.some(isBehind) ? [id] : [])));
}
