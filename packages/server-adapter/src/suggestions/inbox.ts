import { isClosed, type Inbox, type InboxQuery, type InboxState, type Item } from '@collateral/sdk/contract';
import { calendarDay } from '../insights/calendar-day.js';
import { readCatalogue } from '../insights/source.js';
import { readAssigned } from './assigned-places.js';
import { readConversations, type Conversation } from './conversation.js';
import type { SuggestionEntry } from './suggestion-entry.js';
import { groupBy } from './group-by.js';
import { pageOfSuggestions } from './list-suggestions.js';
import { moverRole } from './mover-role.js';
import { overdueDays, shapeSuggestions } from './shape-suggestions.js';
import { countSupporters } from './supporters.js';
import { roleFor, viewConversation, type ViewedConversation, type Viewer } from './viewer.js';

interface Waiting {
  readonly entry: SuggestionEntry;
  readonly viewed: ViewedConversation;
}

/** Reads everything that waits for somebody: what is suggested about items they answer for, requests, and what was given to them. */
export async function readInbox(viewer: Viewer, query: InboxQuery): Promise<Inbox> {
  const today = calendarDay(viewer.source.policy.timeZone)(viewer.source.now);
  const all = (await readPlaces(viewer)).flatMap((conversation) => ownEntries(viewer, conversation));
  const own = all.filter(
    ({ entry }) =>
      (query.assignee === undefined || entry.state.assignee === query.assignee) &&
      (query.kind === undefined || kindOf(entry) === query.kind),
  );
  const waiting = own.filter(({ entry }) => stateIn(entry, today).has('waiting'));
  const part = own.filter(({ entry }) => isInPart(entry, query.state, today));
  const viewedOf = new Map(part.map(({ entry, viewed }) => [entry, viewed]));
  const { sort = 'due', cursor, limit = 50 } = query;
  // One question for each item: only for those who sort by it.
  const counts = sort === 'supporters' ? await countAll(part) : null;
  const page = pageOfSuggestions(
    part.map(({ entry }) => entry),
    { sort, cursor, limit },
    ({ suggestionId }) => counts?.get(suggestionId) ?? 0,
  );
  const shown = page.entries.flatMap((entry) => {
    const viewed = viewedOf.get(entry);
    return viewed === undefined ? [] : [{ entry, viewed }];
  });
  const shaped = new Map(
    (
      await Promise.all([...byPlace(shown)].map(([viewed, entries]) => shapeSuggestions(viewer, viewed, entries)))
    ).flatMap((suggestions) => suggestions.map((suggestion) => [suggestion.suggestionId, suggestion])),
  );
  return {
    asOf: new Date(viewer.source.now).toISOString(),
    waiting: waiting.length,
    promised: own.filter(({ entry }) => stateIn(entry, today).has('promised')).length,
    overdue: own.filter(({ entry }) => stateIn(entry, today).has('overdue')).length,
    waitingSince: waiting.map(({ entry }) => entry.createdAt.slice(0, 10)).sort()[0] ?? null,
    total: page.total,
    suggestions: page.entries.flatMap(({ suggestionId }) => shaped.get(suggestionId) ?? []),
    ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
  };
}

async function countAll(waiting: readonly Waiting[]): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const [viewed, entries] of byPlace(waiting))
    for (const [id, count] of await countSupporters(viewed.conversation, entries)) counts.set(id, count);
  return counts;
}

/** Requests are everybody's who may take them up; items are those somebody may move. */
async function readPlaces({ source, figures, caller }: Viewer): Promise<readonly Conversation[]> {
  const items = await readCatalogue(figures);
  const isMine = (item: Item): boolean => moverRole(caller, item) !== null && caller.canSee(item.id);
  const places = new Set<string | null>([null, ...[...items.values()].filter(isMine).map(({ id }) => id)]);
  for (const place of await readAssigned(source, caller.producerIds)) if (caller.canSee(place)) places.add(place);
  return readConversations(source, [...places]);
}

function ownEntries({ caller, ...viewer }: Viewer, conversation: Conversation): readonly Waiting[] {
  const viewed = viewConversation({ ...viewer, caller }, conversation);
  return viewed.entries
    .filter((entry) => entry.state.status !== 'duplicate' && roleFor(caller, viewed, entry) !== null)
    .map((entry) => ({ entry, viewed }));
}

function byPlace(waiting: readonly Waiting[]): ReadonlyMap<ViewedConversation, readonly SuggestionEntry[]> {
  const places = groupBy(waiting, ({ viewed }) => viewed);
  return new Map([...places].map(([viewed, own]) => [viewed, own.map(({ entry }) => entry)]));
}

function stateIn(entry: SuggestionEntry, today: string): ReadonlySet<InboxState> {
  if (isClosed(entry.state.status)) return new Set(['closed']);
  if (entry.state.status === 'new') return new Set(['waiting']);
  return new Set<InboxState>(overdueDays(entry, today) > 0 ? ['promised', 'overdue'] : ['promised']);
}

function isInPart(entry: SuggestionEntry, state: InboxState | undefined, today: string): boolean {
  const states = stateIn(entry, today);
  return state === undefined ? !states.has('closed') : states.has(state);
}

function kindOf({ low, collateralId }: SuggestionEntry): NonNullable<InboxQuery['kind']> {
  if (low !== null) return 'low-rating';
  return collateralId === null ? 'request' : 'idea';
}
