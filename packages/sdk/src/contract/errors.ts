/**
 * Every error code of the SDK and of the wire, with what it means.
 *
 * Codes are never renamed. Each has a heading in docs/errors.md that says what to do.
 */
export const errorCodes = {
  // What a caller of the SDK did wrong
  /** Thrown when the value is given: at creation, or by the method that got it. */
  'invalid-option': 'An option of createClient, createHandler or an element has a wrong value.',
  /** Thrown by every method that would record. */
  'client-closed': 'The client was closed; no more events are taken.',
  // What is wrong with one event
  /** In a receipt, for good; the SDK throws it before anything is stored. */
  'invalid-event': 'A field of the event has a wrong type or is missing.',
  /** In a receipt, for good; the SDK throws it before anything is stored. */
  'unknown-type': 'The event type is not one of the documented usage events.',
  /** In a receipt, for good. */
  'invalid-id': 'The event id is not a UUID of version 7.',
  /** In a receipt, for good. */
  'invalid-time': 'A time is not an ISO 8601 instant in UTC.',
  /** In a receipt, for good; the SDK throws it before anything is stored. */
  'invalid-collateral-id': 'The item id is empty, too long or has control characters.',
  /** In a receipt, for good; the SDK throws it before anything is stored. */
  'unknown-scale': 'The rating was given on a scale this server does not use.',
  /** In a receipt, for good; the SDK throws it before anything is stored. */
  'invalid-value': 'The rating is not a whole point of the scale.',
  /** In a receipt, for good; the SDK throws it before anything is stored. */
  'event-too-large': 'The event takes more bytes than one event may.',
  /** In a receipt, retryable: somebody may add the item. */
  'unknown-item': 'The item is not in the catalogue and the policy refuses unknown items.',
  /** In a receipt, for good. */
  'id-conflict': 'Another event with this id and other content was already stored.',
  /** In a receipt, for good. */
  erased: 'The event is from before the moment the data of its person was erased.',
  /** In a receipt, for good. */
  'too-old': 'The event happened longer ago than events are accepted.',
  // What is wrong with a whole request
  /** HTTP 400. */
  'invalid-json': 'The body is not JSON.',
  /** HTTP 400. */
  'invalid-batch': 'The body is JSON but not a batch, a query or a list as documented.',
  /** HTTP 400. */
  'invalid-query': 'A parameter of the query string has a wrong value.',
  /** HTTP 400. */
  'unsupported-protocol': 'The batch speaks a protocol number this server does not.',
  /** HTTP 415. */
  'unsupported-media-type': 'The Content-Type or Content-Encoding is not accepted here.',
  /** HTTP 409, with the state now and the moves permitted from there. */
  'revision-conflict': 'Somebody else changed it in the meantime; nothing was done.',
  /** HTTP 409, with the state now and the moves permitted from there. */
  'move-not-permitted': 'The suggestion can not go there from where it stands.',
  /** HTTP 413. */
  'body-too-large': 'The body has more bytes or more entries than one request may carry.',
  /** HTTP 500. */
  'body-already-read': 'Something before the handler consumed the request body.',
  /** HTTP 401. */
  'not-signed-in': 'The request carries no sign-in the host accepts.',
  /** HTTP 403. */
  forbidden: 'The signed-in person may not do this.',
  /** HTTP 403. */
  'origin-refused': 'The request comes from a page of another origin that is not allowed.',
  /** HTTP 404. */
  'not-found': 'There is no such route or document, or the caller may not see it.',
  /** HTTP 405. */
  'method-not-allowed': 'The route exists but not with this method.',
  /** HTTP 409. */
  'actor-changed': 'The rows were recorded under another person than the one signed in now.',
  /** HTTP 429, with Retry-After. */
  'rate-limited': 'The caller sends more than the policy allows.',
  /** HTTP 503, with Retry-After. */
  overloaded: 'The server has more to store than it can take now, or is shutting down; nothing was stored.',
  /** HTTP 503, with Retry-After. */
  'store-unavailable': 'The storage did not answer; nothing was stored.',
  // What the world did
  /** Made by the SDK; no reply carries it. */
  'network-failed': 'The server could not be reached.',
  /** Made by the SDK; no reply carries it. */
  'unexpected-reply': 'The server answered with something that is not a Collateral reply.',
  /** HTTP 500; the SDK says it of every status it has no code for. */
  'server-failed': 'The server answered with an error of its own.',
} as const;

/** One of the documented error codes. */
export type ErrorCode = keyof typeof errorCodes;

/** Tells whether a string is one of the documented error codes. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorCodes, value);
}

/**
 * The only error this project throws. Its message says what happened, the offending value and what to do.
 *
 * @example
 * ```ts
 * try { await client.rate({ collateralId: 'deck-42', value: 9 }); }
 * catch (error) { if (isCollateralError(error)) console.log(error.code); }   // 'invalid-value'
 * ```
 */
export class CollateralError extends Error {
  /** Same on every copy of the class, so that it is recognised across frames and bundles. */
  override readonly name = 'CollateralError' as const;
  /** The documented code; see docs/errors.md. */
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Recognises a {@link CollateralError} by name, because `instanceof` fails across frames and bundled copies. */
export function isCollateralError(error: unknown): error is CollateralError {
  return error instanceof Error && error.name === 'CollateralError';
}
