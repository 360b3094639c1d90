import { parseLowRatingId } from '@collateral/sdk/contract';
import { aggregate } from '../insights/aggregate.js';
import { counted, readCatalogue } from '../insights/source.js';
import { readLowRatings } from './conversation.js';
import { groupBy } from './group-by.js';
import type { InboxEntry } from './inbox-entry.js';
import { groupLowRatings, openedAt } from './low-rating-groups.js';
import type { Viewer } from './viewer.js';

/** Items up to which low ratings are read anew each time. */
const mostItemsAnew = 50;
/** What is counted of all items is kept under this name. */
const name = 'low standings';

/**
 * Finds what low ratings of some items come to in an inbox.
 *
 * Of many items it is as old as counting it takes, ten times; what this process took in or decided itself is always in it.
 */
export async function readLowStandings(
  viewer: Viewer,
  collateralIds: readonly string[],
): Promise<readonly InboxEntry[]> {
  if (collateralIds.length <= mostItemsAnew) return countLow(viewer, collateralIds);
  const all = await counted(viewer.figures, name, async () => {
    const items = await readCatalogue(viewer.figures);
    return groupBy(await countLow(viewer, [...items.keys()]), ({ collateralId }) => collateralId);
  });
  return collateralIds.flatMap((id) => all.get(id) ?? []);
}

/** Forgets what was counted, as when somebody rates or decides. */
export function forgetLowStandings({ cache, tenant }: Pick<Viewer['figures'], 'cache' | 'tenant'>): void {
  cache.forget(`${tenant} ${name}`);
}

async function countLow({ source }: Viewer, collateralIds: readonly string[]): Promise<readonly InboxEntry[]> {
  if (collateralIds.length === 0) return [];
  const { store, tenant, policy } = source;
  const [low, rows] = await Promise.all([
    readLowRatings(source, collateralIds),
    aggregate(store, tenant, { type: 'standings', collateralIds }),
  ]);
  const standings = new Map(rows.map((row) => [row.suggestionId, row]));
  const opened = new Map(
    groupLowRatings(low).map((group) => [group.suggestionId, { ...group, at: openedAt(group, policy.minimumGroup) }]),
  );
  // The ratings may all have been taken back, but somebody has moved the suggestion: it stays.
  const ids = new Set([...opened.keys(), ...standings.keys()]);
  return [...ids].flatMap((suggestionId): readonly InboxEntry[] => {
    const standing = standings.get(suggestionId);
    const createdAt = opened.get(suggestionId)?.at ?? standing?.moves[0]?.at;
    const collateralId = parseLowRatingId(suggestionId)?.collateralId;
    if (typeof createdAt !== 'string' || collateralId === undefined) return [];
    const { part = 'waiting', assignee = null, dueAt = null } = standing ?? {};
    if (part === 'merged') return [];
    return [{ suggestionId, collateralId, kind: 'low-rating', createdAt, part, assignee, dueAt }];
  });
}
