import type { ErrorCode } from '../contract/errors.js';
import type { Reply, Transport, TransportRequest } from './transport.js';

/**
 * What to do about a failed request: wait (`back-off`), wait for a sign-in (`pause`), send fewer events (`split`), send
 * fewer bytes (`shrink`), or find out who is signed in now (`actor-changed`).
 */
export type Remedy = 'back-off' | 'pause' | 'split' | 'shrink' | 'actor-changed';

/** Why a request failed and what to do about it. */
export interface Failure {
  readonly remedy: Remedy;
  readonly code: ErrorCode;
  readonly message: string;
  /** No request before this, milliseconds since 1970; 0 when the server did not say. */
  readonly notBeforeMs: number;
}

/** Either what was asked for or why not. */
export type Answer<Value> =
  | { readonly value: Value; readonly failure?: undefined }
  | { readonly failure: Failure; readonly value?: undefined };

const remedies: Readonly<Record<number, readonly [Remedy, ErrorCode]>> = {
  0: ['back-off', 'network-failed'],
  400: ['split', 'invalid-batch'],
  401: ['pause', 'not-signed-in'],
  403: ['pause', 'not-signed-in'],
  409: ['actor-changed', 'actor-changed'],
  413: ['shrink', 'body-too-large'],
  422: ['split', 'invalid-batch'],
};

/** Sends a request and reads the answer with `parse`, which returns null for anything but the reply it expects. */
export async function ask<Value>(
  transport: Transport,
  request: TransportRequest,
  parse: (reply: Reply) => Value | null,
): Promise<Answer<Value>> {
  const reply = await transport.send(request);
  if (reply.status < 200 || reply.status > 299) return { failure: failureOf(reply) };
  const value = parse(reply);
  if (value !== null) return { value };
  // A sign-in page behind a redirect answers 200 too. It settles nothing.
  const message = `The server answered ${reply.mediaType || 'nothing'} that is not a Collateral reply.`;
  return { failure: { remedy: 'back-off', code: 'unexpected-reply', message, notBeforeMs: 0 } };
}

function failureOf({ status, body, retryAtMs }: Reply): Failure {
  const { code: problem, detail } = Object(body) as { readonly code?: unknown; readonly detail?: unknown };
  // Only the handler can say that the person changed or speak of our protocol; a proxy's 409 is a fault of the way.
  const isOfTheWay = (status === 409 && problem !== 'actor-changed') || problem === 'unsupported-protocol';
  const [remedy, code] = (!isOfTheWay && remedies[status]) || (['back-off', 'server-failed'] as const);
  const said = status === 0 ? 'The server could not be reached.' : `The server answered ${status}.`;
  return { remedy, code, message: typeof detail === 'string' ? detail : said, notBeforeMs: retryAtMs };
}
