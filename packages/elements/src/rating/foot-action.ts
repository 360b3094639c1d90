import type { Standing } from './describe-standing.js';

/** Something to do beside choosing. Without `act` only its place is kept. */
export interface FootAction {
  readonly label: string;
  readonly act?: (() => void) | undefined;
}

/** What decides which ones are offered. */
export interface Choosing {
  readonly canWithdraw: boolean;
  readonly chosen: number | null;
  /** What was withdrawn last and can be chosen again. */
  readonly withdrawn: number | null;
  readonly choose: (value: number | null) => void;
  /** Opens the comment form; undefined when there is nothing to comment on. */
  readonly addComment: (() => void) | undefined;
}

/**
 * Returns what a person can do about their choice: try again, take back or undo that; then comment, or turn a request down.
 * Each has a place of its own, undefined while it is empty, so that the focus stays on a button whose words change.
 */
export function footActionsOf(standing: Standing, choosing: Choosing): readonly (FootAction | undefined)[] {
  const { strings, request } = standing;
  const { addComment } = choosing;
  return [
    aboutChoice(standing, choosing),
    // One place for both: there is nothing to comment on while somebody is asked.
    addComment
      ? { label: strings.addComment, act: addComment }
      : request && { label: request.notNow, act: request.dismiss },
  ];
}

function aboutChoice(
  { record: { retry }, isChoosing, strings }: Standing,
  { canWithdraw, chosen, withdrawn, choose }: Choosing,
): FootAction | undefined {
  if (retry) return { label: strings.tryAgain, act: retry };
  if (!canWithdraw) return undefined;
  if (isChoosing) return { label: strings.withdraw };
  if (chosen !== null) return { label: strings.withdraw, act: () => choose(null) };
  return withdrawn === null ? { label: strings.withdraw } : { label: strings.undo, act: () => choose(withdrawn) };
}
