import { CollateralError } from '@collateral/sdk/contract';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { problemOf } from '../request/problem.js';
import { incomingRequest, originalPath } from './incoming-request.js';
import { sendReply } from './send-reply.js';

/** How long a refused body may still trickle in before the connection is cut. */
const lingerMs = 2_000;

// What abort() makes by itself, made once: its stack takes longer than most of what a request needs.
const goneReason = new DOMException('This operation was aborted', 'AbortError');

/** A listener for node:http, which Express, Connect and Koa's `req`/`res` understand too. */
export type NodeListener = (message: IncomingMessage, response: ServerResponse, next?: () => void) => void;

/** Whatever answers a request: a handler, or one of the host's with more around it. */
export type FetchHandler = (request: Request) => Promise<Response>;

/** How a listener is mounted. */
export interface NodeListenerOptions {
  /** Answer only paths below this one, for example `/collateral`; others go to `next` or are not found. @defaultValue every path */
  readonly mount?: string;
}

/**
 * Makes a node:http listener of a handler.
 *
 * Always answers, also when the handler fails, the client goes away or a body parser such as `express.json()` ran before.
 *
 * @example
 * ```ts
 * createServer(toNodeListener(handler)).listen(8080);
 * app.use('/collateral', toNodeListener(handler));        // Express: before express.json() saves a second parse
 * ```
 */
export function toNodeListener(handler: FetchHandler, options: NodeListenerOptions = {}): NodeListener {
  const mount = options.mount?.replace(/\/+$/, '');
  return (message, response, next) => {
    if (mount !== undefined && next !== undefined && !isBelow(mount, message)) {
      next();
      return;
    }
    answer(handler, message, response, mount).catch(() => {
      // Half a reply can't be taken back; cutting the connection is the only way to say that it is not whole.
      response.destroy();
    });
  };
}

async function answer(
  handler: FetchHandler,
  message: IncomingMessage,
  response: ServerResponse,
  mount: string | undefined,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort(goneReason));
  const reply = await replyTo(handler, message, mount, gone.signal);
  await sendReply(reply, response, gone.signal);
  if (!message.complete) linger(message);
}

async function replyTo(
  handler: FetchHandler,
  message: IncomingMessage,
  mount: string | undefined,
  signal: AbortSignal,
): Promise<Response> {
  try {
    if (mount !== undefined && !isBelow(mount, message))
      throw new CollateralError('not-found', `The handler is mounted at ${mount}.`);
    return await handler(incomingRequest(message, signal));
  } catch (error) {
    return problemOf(error);
  }
}

function isBelow(mount: string, message: IncomingMessage): boolean {
  return originalPath(message).startsWith(`${mount}/`);
}

// Cutting the connection at once can destroy the reply on its way; reading on for ever would let a sender hold it open.
function linger(message: IncomingMessage): void {
  message.resume();
  const timer = setTimeout(() => message.destroy(), lingerMs);
  timer.unref();
  message.once('close', () => clearTimeout(timer));
}
