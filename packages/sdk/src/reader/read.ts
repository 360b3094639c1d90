import { CollateralError, type ErrorCode } from '../contract/errors.js';
import { ask } from '../transport/outcome.js';
import type { Reply, Transport } from '../transport/transport.js';
import { hasShape, type Shape } from './shape.js';

/** What is asked, and how. */
export interface Question {
  /** Below the endpoint, with its query string. */
  readonly path: string;
  /** JSON body of a POST; absent means GET. */
  readonly body?: string;
  /** In place of a POST. */
  readonly method?: 'PUT';
  /** Ends the request. */
  readonly signal?: AbortSignal | undefined;
  /** What the reply must look like. */
  readonly shape: Shape;
  /** Codes of a problem that only this question can be told; delivery takes them for faults of the way. */
  readonly codes: readonly ErrorCode[];
  /** Makes the `cause` of the error out of the reply; absent means none. */
  readonly causeOf?: (reply: Reply, code: ErrorCode) => unknown;
}

/**
 * Asks one question and checks the shape of the answer.
 *
 * @throws CollateralError with a code of the question, `forbidden`, `not-signed-in`, `network-failed`, `unexpected-reply`,
 * `server-failed`; the signal's reason when it was aborted.
 */
export async function read(transport: Transport, question: Question): Promise<unknown> {
  const { path, body, method, signal, shape, codes, causeOf } = question;
  signal?.throwIfAborted();
  let last: Reply | undefined;
  const listening: Pick<Transport, 'send'> = {
    send: async (request) =>
      (last = await transport.send({ ...request, ...(method && { method }), ...(signal && { signal }) })),
  };
  const answer = await ask(listening, path, body, (reply) =>
    hasShape(reply.body, shape) ? { body: reply.body } : null,
  );
  const { failure, value } = answer;
  if (!failure) return value.body;
  signal?.throwIfAborted();
  const { code: problem } = Object(last?.body) as { readonly code?: unknown };
  const code = codes.find((each) => each === problem) ?? failure.code;
  const cause = last && causeOf?.(last, code);
  throw new CollateralError(code, failure.message, cause === undefined ? undefined : { cause });
}

/** Writes a query string; what is undefined is left out. */
export function searchOf(parameters: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) search.set(name, `${value}`);
  return search.size > 0 ? `?${search}` : '';
}
