import { showValue } from './show-value.js';

/**
 * Compares what a store did with what it promised, by value.
 *
 * @param what - what was looked at, for example `the outcomes of append`.
 * @param rule - where the promise is made, for example `Store.append`.
 */
export function expectEqual(what: string, actual: unknown, expected: unknown, rule: string): void {
  const did = showValue(actual);
  const promised = showValue(expected);
  if (did === promised) return;
  throw new Error(
    `${what}: the store gave ${shorten(did)}, expected ${shorten(promised)}. See ${rule} in store/store.ts.`,
  );
}

/** Checks that a call rejects. */
export async function expectRejection(what: string, call: () => Promise<unknown>, rule: string): Promise<void> {
  try {
    await call();
  } catch {
    // Rejecting is what was promised; with which error is the store's own business.
    return;
  }
  throw new Error(`${what}: the store resolved, expected a rejection. See ${rule} in store/store.ts.`);
}

function shorten(text: string): string {
  return text.length > 600 ? `${text.slice(0, 600)} … (${text.length} characters)` : text;
}
