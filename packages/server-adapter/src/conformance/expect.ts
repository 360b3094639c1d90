import { CaseFailure } from './case-failure.js';
import { showValue } from './show-value.js';

/**
 * Compares what a store did with what it promised, by value.
 *
 * @param what - what was looked at, for example `the outcomes of append`.
 * @param rule - the member of the interface that makes the promise, for example `Store.append`.
 */
export function expectEqual(what: string, actual: unknown, expected: unknown, rule: string): void {
  const did = showValue(actual);
  const promised = showValue(expected);
  if (did === promised) return;
  throw new CaseFailure({ what, who: 'store', did: `gave ${did}`, expected: promised, rule: placeOf(rule) });
}

/** Checks that a call rejects. */
export async function expectRejection(what: string, call: () => Promise<unknown>, rule: string): Promise<void> {
  try {
    await call();
  } catch {
    // Rejecting is what was promised; with which error is the store's own business.
    return;
  }
  throw new CaseFailure({ what, who: 'store', did: 'resolved', expected: 'a rejection', rule: placeOf(rule) });
}

/** Ends a case whose store did something no comparison can show. */
export function failCase(what: string, did: string, expected: string, rule: string): never {
  throw new CaseFailure({ what, who: 'store', did, expected, rule: placeOf(rule) });
}

function placeOf(rule: string): string {
  return `${rule} in store/store.ts`;
}
