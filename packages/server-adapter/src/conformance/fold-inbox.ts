import type { InboxPageQuery, StandingsQuery } from '../store/conversation-query.js';
import type { InboxPageRow, StandingRow } from '../store/conversation-row.js';
import type { Fact } from '../store/fact.js';
import type { StoredDocument } from '../store/store.js';
import { suggestionRows } from './fold-conversation.js';

/** A document with steps. */
export type StepsDocument = Pick<StoredDocument, 'key' | 'document'>;

/** One step as the handler keeps it, as far as an inbox looks at it. */
export interface SampleStep {
  readonly type: 'transition' | 'merge' | 'unmerge' | 'hide' | 'show';
  readonly to: string;
  readonly at: string;
  readonly assignee?: string;
  readonly dueAt?: string;
  readonly duplicateOf?: string;
}

/** Gives one page of an inbox, from facts and steps. Ids of the kit are plain, so their order is that of their text. */
export function inboxPageRows(
  facts: readonly Fact[],
  documents: readonly StepsDocument[],
  query: InboxPageQuery,
): readonly InboxPageRow[] {
  const standings = standingsIn(documents);
  const all = suggestionRows(facts, { type: 'suggestions', collateralIds: query.collateralIds })
    .filter(({ made }) => made?.excluded !== 'automation')
    .map((row) => ({
      row,
      at: row.made?.effectiveAt ?? '',
      ...standings.find((one) => one.suggestionId === row.suggestionId),
    }))
    .filter(({ part }) => part !== 'merged')
    .filter(({ assignee }) => query.assignee === undefined || assignee === query.assignee);
  const promised = all.filter(({ part }) => part === 'promised');
  const closed = all.filter(({ part }) => part === 'closed');
  const open = all.filter(({ part }) => part !== 'promised' && part !== 'closed');
  const waiting = open.filter(({ row }) => row.withdrawnAt === null);
  const doubtful = open.filter(({ row, part }) => row.withdrawnAt !== null && part === 'waiting');
  const overdue = promised.filter(({ dueAt }) => (dueAt ?? '') < query.today);
  const asked = { open: [...waiting, ...promised], waiting, promised, overdue, closed }[query.part];
  const keyOf = (dueAt: string | null | undefined, at: string, id: string): string => [dueAt ?? '~', at, id].join(' ');
  const sorted = asked
    .map(({ row, dueAt, at }) => ({ row, key: keyOf(dueAt, at, row.suggestionId) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  const { after, limit } = query;
  const behind = after === undefined ? '' : keyOf(after.dueAt, after.at, after.suggestionId);
  if (waiting.length + promised.length + asked.length + doubtful.length === 0) return [];
  return [
    {
      type: 'inbox-page',
      waiting: waiting.length,
      promised: promised.length,
      overdue: overdue.length,
      waitingSince: waiting.map(({ at }) => at).sort()[0] ?? null,
      dueSince: promised.map(({ dueAt }) => dueAt ?? '').sort()[0] ?? null,
      total: asked.length,
      suggestions: sorted
        .filter(({ key }) => key > behind)
        .map(({ row }) => row)
        .slice(0, limit),
      doubtful: doubtful.map(({ row }) => row.suggestionId),
    },
  ];
}

/** Gives where suggestions stand. */
export function standingRows(
  documents: readonly StepsDocument[],
  { collateralIds = [], suggestionIds }: StandingsQuery,
): readonly StandingRow[] {
  if (suggestionIds !== undefined)
    return standingsIn(documents).filter((one) =>
      [one.suggestionId, one.root].some((id) => suggestionIds.includes(id)),
    );
  return standingsIn(documents).filter(
    (one) => collateralIds.includes(one.collateralId) && one.suggestionId.startsWith('low:'),
  );
}

function standingsIn(documents: readonly StepsDocument[]): readonly StandingRow[] {
  return documents.flatMap(({ key, document }) => {
    if (key !== 'requests' && !key.startsWith('item ')) return [];
    const steps = new Map(Object.entries(document['moves'] as Readonly<Record<string, readonly SampleStep[]>>));
    const rootOf = (id: string): string => {
      const last = decisionsOf(steps.get(id)).at(-1);
      return last?.to === 'duplicate' && last.duplicateOf !== undefined ? rootOf(last.duplicateOf) : id;
    };
    const ids = new Set([...steps.keys(), ...[...steps.keys()].map(rootOf)]);
    const collateralId = key === 'requests' ? null : key.slice('item '.length);
    return [...ids].map((suggestionId): StandingRow => ({
      type: 'standings',
      suggestionId,
      collateralId,
      root: rootOf(suggestionId),
      ...standingAfter(steps.get(suggestionId) ?? []),
      // The kit writes these steps, and what is read back has to be what it wrote.
      moves: (steps.get(suggestionId) ?? []) as StandingRow['moves'],
    }));
  });
}

function standingAfter(steps: readonly SampleStep[]): Pick<StandingRow, 'part' | 'assignee' | 'dueAt'> {
  const decisions = decisionsOf(steps);
  const to = decisions.at(-1)?.to ?? 'new';
  // What waits again was given to nobody.
  const since = decisions.slice(decisions.findLastIndex((step) => step.to === 'new') + 1);
  const part =
    to === 'new'
      ? 'waiting'
      : to === 'duplicate'
        ? 'merged'
        : ['accepted', 'in-progress'].includes(to)
          ? 'promised'
          : 'closed';
  return {
    part,
    assignee: since.findLast(({ assignee }) => assignee !== undefined)?.assignee ?? null,
    dueAt: part === 'promised' ? (since.findLast(({ dueAt }) => dueAt !== undefined)?.dueAt ?? null) : null,
  };
}

function decisionsOf(steps: readonly SampleStep[] = []): readonly SampleStep[] {
  return steps.filter(({ type }) => type !== 'hide' && type !== 'show');
}
