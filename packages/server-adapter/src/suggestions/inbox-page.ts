import type { Inbox, InboxQuery } from '@collateral/sdk/contract';
import { aggregate } from '../insights/aggregate.js';
import { calendarDay } from '../insights/calendar-day.js';
import type { InboxPageRow } from '../store/conversation-row.js';
import {
  countEntries,
  inboxEntry,
  isInPart,
  isOfQuery,
  numbersOf,
  placeOfEntry,
  type InboxEntry,
} from './inbox-entry.js';
import { readInboxPlaces } from './inbox-places.js';
import { inboxPlaceOfCursor, readCursor, writeCursor } from './list-cursor.js';
import { compareKeys } from './list-suggestions.js';
import { readLowStandings } from './low-standings.js';
import { readShown, type ShownEntry } from './read-shown.js';
import { shapeViewed } from './shape-suggestions.js';
import type { Viewer } from './viewer.js';

/** One suggestion of an inbox; where it was read already, with what was read. */
interface Candidate {
  readonly entry: InboxEntry;
  readonly shown?: ShownEntry;
}

/**
 * Reads one page of an inbox by due date. What was made at places of one's own, and what was given to somebody elsewhere, the store
 * counts and cuts; low ratings, and what may have been taken back, are few, and put between.
 */
export async function readInboxPage(viewer: Viewer, query: InboxQuery): Promise<Inbox> {
  const { source } = viewer;
  const today = calendarDay(source.policy.timeZone)(source.now);
  const { state, cursor, limit = 50 } = query;
  const behind = cursor === undefined ? null : readCursor(cursor, 'due');
  const { own, assigned } = await readInboxPlaces(viewer);
  const { producerIds } = viewer.caller;
  const asked = [...producerIds].filter((id) => query.assignee === undefined || query.assignee === id);
  const [mine, low, ...given] = await Promise.all([
    readStored(viewer, query, own, today),
    readLow(viewer, query, own, assigned),
    ...asked.map((assignee) => readStored(viewer, { ...query, assignee }, assigned, today)),
  ]);
  const stored = [mine, ...given].filter((row) => row !== undefined);
  const [rows, doubtful] = await Promise.all([
    readShown(viewer, stored.flatMap(placesOf)),
    readDoubtful(viewer, mine?.doubtful ?? []),
  ]);
  const others = [...low, ...candidatesOf(doubtful)].filter(({ entry }) => isOfQuery(entry, query));
  const ofPart = others.filter(({ entry }) => isInPart(entry, state, today));
  const sorted = [...candidatesOf(rows), ...ofPart]
    .map((candidate) => ({ ...candidate, key: placeOfEntry(candidate.entry) }))
    .filter(({ key }) => behind === null || compareKeys(key, behind) > 0)
    .sort((one, other) => compareKeys(one.key, other.key));
  const page = sorted.slice(0, limit);
  const last = page.at(-1);
  const counts = countEntries(
    others.map(({ entry }) => entry),
    today,
  );
  return {
    asOf: new Date(source.now).toISOString(),
    ...numbersOf([...stored, counts], today),
    total: stored.reduce((sum, { total }) => sum + total, ofPart.length),
    suggestions: await shapeViewed(viewer, await readRest(viewer, page)),
    ...(last !== undefined && sorted.length > limit && { nextCursor: writeCursor(last.key, 'due') }),
  };
}

async function readStored(
  { source }: Viewer,
  { kind, assignee, state, cursor, limit = 50 }: InboxQuery,
  own: readonly (string | null)[],
  today: string,
): Promise<InboxPageRow | undefined> {
  const collateralIds =
    kind === undefined ? own : own.filter((place) => kind === (place === null ? 'request' : 'idea'));
  if (collateralIds.length === 0) return undefined;
  const after = cursor === undefined ? undefined : inboxPlaceOfCursor(cursor, state === 'closed' ? 'closed' : 'open');
  const [row] = await aggregate(source.store, source.tenant, {
    type: 'inbox-page',
    collateralIds,
    part: state ?? 'open',
    today,
    // One more says whether there is another page.
    limit: limit + 1,
    ...(assignee !== undefined && { assignee }),
    ...(after !== undefined && { after }),
  });
  return row;
}

async function readLow(
  viewer: Viewer,
  { kind }: InboxQuery,
  own: readonly (string | null)[],
  assigned: readonly (string | null)[],
): Promise<readonly Candidate[]> {
  if (kind !== undefined && kind !== 'low-rating') return [];
  const isItem = (place: string | null): place is string => place !== null;
  const [low, elsewhere] = await Promise.all([
    readLowStandings(viewer, own.filter(isItem)),
    readLowStandings(viewer, assigned.filter(isItem)),
  ]);
  const given = elsewhere.filter(({ assignee }) => assignee !== null && viewer.caller.producerIds.has(assignee));
  return [...low, ...given].map((entry) => ({ entry }));
}

async function readDoubtful(viewer: Viewer, suggestionIds: readonly string[]): Promise<readonly ShownEntry[]> {
  if (suggestionIds.length === 0) return [];
  const { store, tenant } = viewer.source;
  const rows = await aggregate(store, tenant, { type: 'suggestions', suggestionIds });
  return readShown(
    viewer,
    rows.flatMap(({ suggestionId, made }) => (made === null ? [] : { suggestionId, collateralId: made.collateralId })),
  );
}

/** Reads those of a page that were only counted so far. */
async function readRest(viewer: Viewer, page: readonly Candidate[]): Promise<readonly ShownEntry[]> {
  const unread = page.flatMap(({ entry, shown }) => (shown === undefined ? entry : []));
  const read = new Map((await readShown(viewer, unread)).map((shown) => [shown.entry.suggestionId, shown]));
  return page.flatMap(({ entry, shown }) => shown ?? read.get(entry.suggestionId) ?? []);
}

function placesOf({ suggestions }: InboxPageRow): Parameters<typeof readShown>[1] {
  return suggestions.flatMap(({ suggestionId, made }) =>
    made === null ? [] : { suggestionId, collateralId: made.collateralId },
  );
}

function candidatesOf(all: readonly ShownEntry[]): readonly Candidate[] {
  return all.flatMap((shown) => {
    const entry = inboxEntry(shown.entry);
    return entry === null ? [] : [{ entry, shown }];
  });
}
