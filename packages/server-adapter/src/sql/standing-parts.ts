import type { StandingPart, StandingRow } from '../store/conversation-row.js';
import type { StoredMove } from '../store/stored-move.js';

// The place of a part is its number in files and schemas: never change the order.
const parts: readonly StandingPart[] = Object.freeze(['waiting', 'promised', 'closed', 'merged']);

/** Writes a part as a number. */
export function partNumber(part: StandingPart): number {
  return parts.indexOf(part);
}

function partOfNumber(number: unknown): StandingPart {
  const part = parts[Number(number)];
  if (part === undefined) throw new RangeError(`no part of an inbox has the number ${String(number)}`);
  return part;
}

/** Reads a row of a table of standings. */
export function standingRow(
  { suggestionId, root, collateralId }: Pick<StandingRow, 'suggestionId' | 'root' | 'collateralId'>,
  row: Readonly<Record<string, unknown>>,
): StandingRow {
  return {
    type: 'standings',
    suggestionId,
    collateralId,
    part: partOfNumber(row['part']),
    assignee: textOrNull(row['assignee']),
    dueAt: textOrNull(row['due_at']),
    root,
    // Only the writers of standings fill this column, from steps.
    moves: JSON.parse(String(row['moves'])) as readonly StoredMove[],
  };
}

/** Reads a column of text. */
export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
