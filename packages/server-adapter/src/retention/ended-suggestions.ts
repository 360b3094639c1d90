import { isClosed } from '@collateral/sdk/contract';
import type { SuggestionRow } from '../store/conversation-row.js';
import { Families } from '../store/families.js';
import { stateOf, type StoredMove } from '../store/stored-move.js';
import type { TakenBack } from '../suggestions/taken-back.js';

/**
 * Finds the suggestions of one place that ended before an instant, those that were merged together as one family.
 *
 * A family ended when it is closed (shipped, declined, taken back, or made by a program) and when nothing that was said, decided or
 * promised about any of them is younger.
 */
export function endedSuggestions(
  rows: readonly SuggestionRow[],
  moves: ReadonlyMap<string, readonly StoredMove[]>,
  takenBack: TakenBack,
  before: string,
): readonly (readonly string[])[] {
  const families = new Families(moves);
  const rowsById = new Map(rows.map((row) => [row.suggestionId, row]));
  const roots = new Set([...rowsById.keys(), ...moves.keys()].map((id) => families.rootOf(id)));
  return [...roots]
    .filter((root) => {
      const isGone = takenBack.has(root) && families.duplicatesOf(root).length === 0;
      return isGone || isClosed(stateOf(moves.get(root) ?? []).status) || isOfProgram(rowsById.get(root));
    })
    .map((root) => [root, ...families.duplicatesOf(root)])
    .filter((family) =>
      family.every((id) => newest(rowsById.get(id), moves.get(id) ?? [], takenBack.get(id)) < before),
    );
}

function isOfProgram(row: SuggestionRow | undefined): boolean {
  return row?.made?.excluded === 'automation';
}

function newest(row: SuggestionRow | undefined, moves: readonly StoredMove[], takenBackAt: string | undefined): string {
  const instants = [
    row?.made?.receivedAt,
    row?.changedAt,
    row?.withdrawnAt,
    takenBackAt,
    ...moves.flatMap(({ at, dueAt }) => [at, dueAt]),
  ];
  return instants.reduce<string>((latest, at) => (typeof at === 'string' && at > latest ? at : latest), '');
}
