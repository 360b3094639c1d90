import type { Standing } from './describe-standing.js';

/** Something to do beside choosing. The name is that of its sentence; without `act` only its place is kept. */
export interface FootAction {
  readonly name: 'tryAgain' | 'withdraw' | 'undo' | 'addComment';
  readonly act?: () => void;
}

/** What decides which one is offered. */
interface Choosing {
  readonly canWithdraw: boolean;
  readonly chosen: number | null;
  /** What was withdrawn last and can be chosen again. */
  readonly withdrawn: number | null;
  readonly choose: (value: number | null) => void;
}

/** Returns the one thing a person can do about their choice: try again, take back, or undo that. */
export function footActionOf(
  { record: { retry }, isChoosing }: Standing,
  { canWithdraw, chosen, withdrawn, choose }: Choosing,
): FootAction | undefined {
  if (retry) return { name: 'tryAgain', act: retry };
  if (!canWithdraw) return undefined;
  if (isChoosing) return { name: 'withdraw' };
  if (chosen !== null) return { name: 'withdraw', act: () => choose(null) };
  return withdrawn === null ? { name: 'withdraw' } : { name: 'undo', act: () => choose(withdrawn) };
}
