import type { Policy } from '@collateral/sdk/contract';
import type { SuggestionRow } from '../store/conversation-row.js';
import type { Families } from '../store/families.js';
import { openedAt, shownRaters, type LowRatingGroup } from './low-rating-groups.js';
import { stateOf, type StoredMove, type SuggestionState } from '../store/stored-move.js';
import type { TakenBack } from './taken-back.js';

/** One suggestion with everything that is known of it, before it is shaped for somebody. */
export interface SuggestionEntry {
  readonly suggestionId: string;
  readonly collateralId: string | null;
  readonly version: string | null;
  /** Who made it; null for a low rating. */
  readonly author: { readonly actorId: string; readonly team: string | null; readonly receivedAt: string } | null;
  /** The low ratings it stands for; null for what somebody wrote. */
  readonly low: LowRatingGroup | null;
  readonly createdAt: string;
  readonly moves: readonly StoredMove[];
  readonly state: SuggestionState;
  readonly replies: number;
  /** The newest of creation, reply and step. */
  readonly changedAt: string;
  /** People behind it without what was merged into it. */
  readonly ownSupporters: number;
}

/** Gives the suggestion of a row; none when automation made it or its author took it back. */
export function entryOfRow(
  row: SuggestionRow,
  moves: readonly StoredMove[],
  families: Families,
  takenBack: TakenBack,
): readonly SuggestionEntry[] {
  const { made, suggestionId } = row;
  if (made === null || made.excluded === 'automation') return [];
  // What others were united with is theirs as well.
  if (takenBack.has(suggestionId) && families.duplicatesOf(suggestionId).length === 0) return [];
  return [
    {
      suggestionId,
      collateralId: made.collateralId,
      version: made.version,
      author: { actorId: made.actorId, team: made.team, receivedAt: made.receivedAt },
      low: null,
      createdAt: made.effectiveAt,
      moves,
      state: stateOf(moves),
      replies: row.replies,
      changedAt: newest([made.effectiveAt, row.changedAt, moves.at(-1)?.at]),
      ownSupporters: row.voters + 1,
    },
  ];
}

/** Gives the suggestion low ratings stand for; none while there are too few. */
export function entryOfGroup(
  group: LowRatingGroup,
  row: SuggestionRow | undefined,
  moves: readonly StoredMove[],
  { minimumGroup }: Policy,
): readonly SuggestionEntry[] {
  const createdAt = openedAt(group, minimumGroup) ?? moves[0]?.at;
  // Once somebody has moved it, it is there for good, also when the ratings are taken back.
  if (createdAt === undefined) return [];
  const comments = group.told.filter(({ comment }) => comment !== null).length;
  return [
    {
      suggestionId: group.suggestionId,
      collateralId: group.collateralId,
      version: group.version,
      author: null,
      low: group,
      createdAt,
      moves,
      state: stateOf(moves),
      replies: comments + (row?.replies ?? 0),
      changedAt: newest([createdAt, row?.changedAt, moves.at(-1)?.at]),
      ownSupporters: shownRaters(group, minimumGroup) + (row?.voters ?? 0),
    },
  ];
}

function newest(instants: readonly (string | null | undefined)[]): string {
  return instants.reduce<string>((latest, at) => (typeof at === 'string' && at > latest ? at : latest), '');
}
