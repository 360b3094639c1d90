import { isCollateralError, type ErrorCode } from '../contract/errors.js';
import { limits } from '../contract/limits.js';
import { isSuggestionId } from '../contract/suggestion-id.js';
import { suggestionStatuses } from '../contract/suggestion-moves.js';
import type { SuggestionDetail } from '../contract/suggestion.js';
import { refuse } from '../refuse.js';
import type { Reply, Transport } from '../transport/transport.js';
import { read } from './read.js';
import { hasShape } from './shape.js';
import { detailShape, movesShape, suggestionShape } from './suggestion-shapes.js';
import type { SuggestionConflict } from './suggestions-client.js';

/** What can be commanded: the last part of the path. */
export type CommandName = 'transitions' | 'merge' | 'unmerge' | 'hide';

const codes: readonly ErrorCode[] = [
  'revision-conflict',
  'move-not-permitted',
  'not-found',
  'invalid-batch',
  'rate-limited',
];

/**
 * Sends a command and returns what became of the suggestion.
 *
 * Its id is made once, before the first try: when there was no answer nobody knows whether it was done, and the second try of
 * the same command is done only if the first was not.
 */
export async function sendCommand(
  transport: Transport,
  newId: () => string,
  name: CommandName,
  suggestionId: string,
  command: object,
): Promise<SuggestionDetail> {
  check(suggestionId, command);
  const body = JSON.stringify({ ...command, id: newId() });
  const path = `/v1/suggestions/${encodeURIComponent(suggestionId)}/${name}`;
  const send = (): Promise<unknown> => read(transport, { path, body, shape: detailShape, codes, causeOf: conflictOf });
  const detail = await send().catch((error: unknown) => {
    if (isCollateralError(error) && error.code === 'network-failed') return send();
    throw error;
  });
  // `read` checked its shape.
  return detail as SuggestionDetail;
}

function check(suggestionId: unknown, command: object): void {
  const given: Readonly<Record<string, unknown>> = { ...command };
  const { expect, reason, to, into, dueAt, hidden } = given;
  const isId = (value: unknown): boolean => isSuggestionId(value);
  const isDay = typeof dueAt === 'string' && /^\d{4}-\d\d-\d\d$/.test(dueAt);
  const rules: readonly (readonly [name: string, value: unknown, isRight: boolean, expected: string])[] = [
    ['suggestionId', suggestionId, isId(suggestionId), 'the id of a suggestion'],
    ['expect', expect, Number.isSafeInteger(expect) && (expect as number) >= 0, 'the revision seen, a whole number'],
    ['reason', reason, isReason(reason), `a text of 1 to ${limits.reasonLength} characters`],
    ['to', to, to === undefined || suggestionStatuses.some((each) => each === to), suggestionStatuses.join(', ')],
    ['into', into, into === undefined || isId(into), 'the id of a suggestion'],
    ['dueAt', dueAt, dueAt === undefined || isDay, 'a day such as 2026-06-01'],
    ['hidden', hidden, hidden === undefined || typeof hidden === 'boolean', 'true or false'],
  ];
  for (const [name, value, isRight, expected] of rules) if (!isRight) refuse('invalid-option', name, expected, value);
}

function isReason(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.trim().length <= limits.reasonLength;
}

function conflictOf({ body }: Reply, code: ErrorCode): SuggestionConflict | undefined {
  if (code !== 'revision-conflict' && code !== 'move-not-permitted') return undefined;
  const { now, permitted } = Object(body) as Partial<SuggestionConflict>;
  const isTold = hasShape(now, suggestionShape) && hasShape(permitted, movesShape);
  return now && permitted && isTold ? { now, permitted } : undefined;
}
