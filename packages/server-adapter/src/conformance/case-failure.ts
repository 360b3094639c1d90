/** What a failing case has to say. */
export interface FailureDetails {
  /** What was looked at, for example `outcomes of append`. */
  readonly what: string;
  /** Who was looked at. */
  readonly who: 'store' | 'handler';
  /** What it did, in any length; the message of the failure shortens it to 600 characters. */
  readonly did: string;
  /** What the contract asks for instead, in any length. */
  readonly expected: string;
  /** Where the promise is made. */
  readonly rule: string;
}

/** Thrown by a case: says what the subject did, what was expected and where the contract says so. */
export class CaseFailure extends Error {
  /** Tells a broken promise from an error the subject threw. */
  override readonly name = 'CaseFailure' as const;
  /** The parts of the message, at full length. */
  readonly details: FailureDetails;

  constructor(details: FailureDetails) {
    const { what, who, did, expected, rule } = details;
    super(`${what}: the ${who} ${shorten(did)}, expected ${shorten(expected)}. See ${rule}.`);
    this.details = details;
  }
}

// Keeps a message readable when the values in it are long.
function shorten(text: string): string {
  return text.length > 600 ? `${text.slice(0, 600)} … (${text.length} characters)` : text;
}
