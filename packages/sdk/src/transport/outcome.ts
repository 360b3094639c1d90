import type { ErrorCode } from '../contract/errors.js';
import type { Reply, Transport, TransportRequest } from './transport.js';

/** Why a request failed. The code tells what to do about it. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  /** No request before this, milliseconds since 1970; 0 when the server did not say. */
  readonly notBeforeMs: number;
}

/** Either what was asked for or why not. */
export type Answer<Value> =
  { readonly value: Value; readonly failure?: undefined } | { readonly failure: Failure; readonly value?: undefined };

const codes: Readonly<Record<number, ErrorCode>> = {
  0: 'network-failed',
  400: 'invalid-batch',
  401: 'not-signed-in',
  403: 'not-signed-in',
  409: 'actor-changed',
  413: 'body-too-large',
  422: 'invalid-batch',
};

/**
 * Sends a request and reads the answer with `parse`, which returns null for anything but the reply it expects.
 *
 * A sign-in page behind a redirect answers 200 too; it settles nothing.
 */
export async function ask<Value>(
  transport: Pick<Transport, 'send'>,
  path: string,
  body: string | undefined,
  parse: (reply: Reply) => Value | null,
): Promise<Answer<Value>> {
  const request: TransportRequest = { path, body };
  const reply = await transport.send(request);
  const { status, retryAtMs: notBeforeMs } = reply;
  const isTaken = status >= 200 && status < 300;
  const value = isTaken ? parse(reply) : null;
  if (value !== null) return { value };
  const { code: problem, detail } = Object(reply.body) as { readonly code?: unknown; readonly detail?: unknown };
  // Only the handler can say that the person changed or judge our protocol; a proxy's 409 is a fault of the way.
  const isOfTheWay = (status === 409 && problem !== 'actor-changed') || problem === 'unsupported-protocol';
  const isRefusal = status === 403 && (problem === 'origin-refused' || problem === 'forbidden');
  const byStatus = isRefusal ? problem : isOfTheWay ? undefined : codes[status];
  const code = isTaken ? 'unexpected-reply' : (byStatus ?? 'server-failed');
  const said = status === 0 ? 'The server could not be reached.' : `The server answered ${status} ${reply.mediaType}.`;
  return { failure: { code, message: typeof detail === 'string' ? detail : said, notBeforeMs } };
}

/** Why something could not be done whose code did not come: as if the server had not answered. */
export function notLoaded(error: unknown): Failure {
  return { code: 'network-failed', message: String(error), notBeforeMs: 0 };
}
