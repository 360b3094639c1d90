import { compareCodePoints } from './code-point-order.js';
import type { AskedPart, InboxPageQuery, InboxPlace, StandingsQuery } from './conversation-query.js';
import type { InboxPageRow, Standing, StandingPart, StandingRow, SuggestionRow } from './conversation-row.js';
import { checkSuggestionPage } from './suggestion-page.js';

/** Cuts a page of an inbox out of suggestions: the definition of what a store answers. */
export function inboxPageRows(
  rows: Iterable<SuggestionRow>,
  standings: ReadonlyMap<string, Standing>,
  query: InboxPageQuery,
): readonly InboxPageRow[] {
  checkSuggestionPage(query);
  const places = new Set(query.collateralIds);
  const made = [...rows].flatMap((row) => {
    if (row.made === null || row.made.excluded === 'automation' || !places.has(row.made.collateralId)) return [];
    const standing = standingOf(row, standings);
    if (standing.part === 'merged') return [];
    return query.assignee === undefined || standing.assignee === query.assignee ? [{ row, ...standing }] : [];
  });
  const isOpenAndTakenBack = ({ row, part }: (typeof made)[number]): boolean =>
    part === 'waiting' && row.withdrawnAt !== null;
  const standing = made.filter((one) => !isOpenAndTakenBack(one));
  const doubtful = made.filter((one) => isOpenAndTakenBack(one) && one.isTouched);
  const asked = standing
    .filter(({ part, dueAt }) => isAsked(part, dueAt, query))
    .map(({ row, dueAt }) => ({
      row,
      place: { dueAt, at: row.made?.effectiveAt ?? '', suggestionId: row.suggestionId },
    }))
    .sort((one, other) => comparePlaces(one.place, other.place));
  const { after, limit } = query;
  const behind = asked.filter(({ place }) => after === undefined || comparePlaces(place, after) > 0);
  const promised = standing.filter(({ part }) => part === 'promised');
  const waiting = standing.filter(({ part }) => part === 'waiting');
  if (waiting.length + promised.length + asked.length + doubtful.length === 0) return [];
  return [
    {
      type: 'inbox-page',
      waiting: waiting.length,
      promised: promised.length,
      overdue: promised.filter(({ dueAt }) => dueAt !== null && dueAt < query.today).length,
      waitingSince: least(waiting.map(({ row }) => row.made?.effectiveAt)),
      dueSince: least(promised.map(({ dueAt }) => dueAt)),
      total: asked.length,
      suggestions: behind.slice(0, limit).map(({ row }) => row),
      doubtful: doubtful.map(({ row }) => row.suggestionId),
    },
  ];
}

/** Gives where suggestions stand. */
export function standingRows(
  standings: ReadonlyMap<string, Standing>,
  { collateralIds, suggestionIds }: StandingsQuery,
): readonly StandingRow[] {
  if (suggestionIds !== undefined) {
    const ids = new Set(suggestionIds);
    return [...standings.values()]
      .filter((one) => ids.has(one.suggestionId) || ids.has(one.root))
      .map((one) => ({ type: 'standings', ...one }));
  }
  const places = new Set(collateralIds);
  return [...standings.values()]
    .filter((one) => places.has(one.collateralId) && one.suggestionId.startsWith('low:'))
    .map((one) => ({ type: 'standings', ...one }));
}

interface Stands {
  readonly part: StandingPart;
  readonly dueAt: string | null;
  readonly assignee: string | null;
  /** It has steps, or something was merged into it. */
  readonly isTouched: boolean;
}

function standingOf({ suggestionId }: SuggestionRow, standings: ReadonlyMap<string, Standing>): Stands {
  const known = standings.get(suggestionId);
  if (known === undefined) return { part: 'waiting', dueAt: null, assignee: null, isTouched: false };
  const { part, dueAt, assignee } = known;
  return { part, dueAt, assignee, isTouched: true };
}

function isAsked(part: StandingPart, dueAt: string | null, query: InboxPageQuery): boolean {
  const wanted: Readonly<Record<AskedPart, boolean>> = {
    open: part === 'waiting' || part === 'promised',
    waiting: part === 'waiting',
    promised: part === 'promised',
    overdue: part === 'promised' && dueAt !== null && dueAt < query.today,
    closed: part === 'closed',
  };
  return wanted[query.part];
}

function comparePlaces(one: InboxPlace, other: InboxPlace): number {
  if (one.dueAt !== other.dueAt)
    return one.dueAt !== null && (other.dueAt === null || one.dueAt < other.dueAt) ? -1 : 1;
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return compareCodePoints(one.suggestionId, other.suggestionId);
}

function least(values: readonly (string | null | undefined)[]): string | null {
  return values.flatMap((value) => (typeof value === 'string' ? value : [])).sort()[0] ?? null;
}
