import type { Inbox, InboxQuery } from '@collateral/sdk/contract';
import { calendarDay } from '../insights/calendar-day.js';
import { readConversations } from './conversation.js';
import { countEntries, inboxEntry, isInPart, isOfQuery, numbersOf } from './inbox-entry.js';
import { readInboxPage } from './inbox-page.js';
import { readInboxPlaces } from './inbox-places.js';
import { pageOfSuggestions } from './list-suggestions.js';
import { mayReadPart } from './read-around.js';
import { shapeViewed } from './shape-suggestions.js';
import type { SuggestionEntry } from './suggestion-entry.js';
import { countSupporters } from './supporters.js';
import { roleFor, viewConversation, type ViewedConversation, type Viewer } from './viewer.js';

/**
 * Reads what waits for somebody: what is suggested about items they answer for, requests, and what was given to them.
 *
 * By due date the store is asked for one page. Other orders, and anonymous posts, of which those who came with them decide when they
 * are seen, take reading everything there.
 */
export async function readInbox(viewer: Viewer, query: InboxQuery): Promise<Inbox> {
  const isPaged = (query.sort ?? 'due') === 'due' && mayReadPart(viewer.source);
  return isPaged ? readInboxPage(viewer, query) : readWholeInbox(viewer, query);
}

async function readWholeInbox(viewer: Viewer, query: InboxQuery): Promise<Inbox> {
  const { source } = viewer;
  const today = calendarDay(source.policy.timeZone)(source.now);
  const places = await readInboxPlaces(viewer);
  const conversations = await readConversations(source, [...places.own, ...places.assigned]);
  const all = conversations.flatMap((conversation) => ownEntries(viewer, conversation));
  const own = all.flatMap((one) => {
    const counted = inboxEntry(one.entry);
    return counted !== null && isOfQuery(counted, query) ? [{ ...one, counted }] : [];
  });
  const part = own.filter(({ counted }) => isInPart(counted, query.state, today));
  const viewedOf = new Map(part.map(({ entry, viewed }) => [entry, viewed]));
  const { sort = 'due', cursor, limit = 50 } = query;
  const counts = sort === 'supporters' ? await countAll(viewedOf) : null;
  const { total, entries, nextCursor } = pageOfSuggestions(
    [...viewedOf.keys()],
    { sort, cursor, limit },
    ({ suggestionId }) => counts?.get(suggestionId) ?? 0,
  );
  const shown = entries.flatMap((entry) => {
    const viewed = viewedOf.get(entry);
    return viewed === undefined ? [] : [{ viewed, entry }];
  });
  return {
    asOf: new Date(source.now).toISOString(),
    ...numbersOf(
      [
        countEntries(
          own.map(({ counted }) => counted),
          today,
        ),
      ],
      today,
    ),
    total,
    suggestions: await shapeViewed(viewer, shown),
    ...(nextCursor !== undefined && { nextCursor }),
  };
}

function ownEntries(
  viewer: Viewer,
  conversation: Parameters<typeof viewConversation>[1],
): readonly { readonly entry: SuggestionEntry; readonly viewed: ViewedConversation }[] {
  const viewed = viewConversation(viewer, conversation);
  return viewed.entries
    .filter((entry) => roleFor(viewer.caller, viewed, entry) !== null)
    .map((entry) => ({ entry, viewed }));
}

async function countAll(
  viewedOf: ReadonlyMap<SuggestionEntry, ViewedConversation>,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const viewed of new Set(viewedOf.values())) {
    const entries = [...viewedOf].filter(([, one]) => one === viewed).map(([entry]) => entry);
    for (const [id, count] of await countSupporters(viewed.conversation, entries)) counts.set(id, count);
  }
  return counts;
}
