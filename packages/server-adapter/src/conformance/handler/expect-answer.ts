import { CaseFailure } from '../case-failure.js';
import { showValue } from '../show-value.js';

/**
 * Compares what a handler answered with what it promised, by value.
 *
 * @param section - the heading of docs/wire-protocol.md that makes the promise.
 */
export function expectAnswer(what: string, actual: unknown, expected: unknown, section: string): void {
  const did = showValue(actual);
  const promised = showValue(expected);
  if (did === promised) return;
  const rule = `"${section}" in docs/wire-protocol.md`;
  throw new CaseFailure({ what, who: 'handler', did: `answered ${did}`, expected: promised, rule });
}
