import { CollateralError } from '@collateral/sdk/contract';
import type { IncomingMessage } from 'node:http';
import { bodyStream } from './body-stream.js';

/** A request of node:http as frameworks hand it on: Express rewrites `url`, body parsers leave `body` behind. */
export interface ParsedMessage extends IncomingMessage {
  readonly originalUrl?: string;
  readonly body?: unknown;
}

/**
 * Turns a request of node:http into a fetch `Request`.
 *
 * @throws CollateralError `body-already-read` when somebody consumed the body and left nothing behind.
 */
export function incomingRequest(message: ParsedMessage, signal: AbortSignal): Request {
  const { method = 'GET' } = message;
  const headers = headersOf(message);
  const init: RequestInit = { method, headers, signal };
  if (method !== 'GET' && method !== 'HEAD') {
    const body = bodyOf(message);
    // A parser that read the body has inflated it too.
    if (!(body instanceof ReadableStream)) headers.delete('content-encoding');
    Object.assign(init, { body, duplex: 'half' });
  }
  return new Request(urlOf(message), init);
}

/** The path and query a client asked for, whatever a framework did to `url` since. */
export function originalPath(message: ParsedMessage): string {
  return message.originalUrl ?? message.url ?? '/';
}

function bodyOf(message: ParsedMessage): ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> | string {
  // Express sets `body` to {} even when its parser did not read, so what counts is whether the stream was touched.
  if (!message.readableDidRead) return bodyStream(message);
  const { body } = message;
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new Uint8Array(body);
  if (typeof body === 'object' && body !== null) return JSON.stringify(body);
  throw new CollateralError(
    'body-already-read',
    'Something before the handler consumed the request body. Mount the handler before body parsers.',
  );
}

// Segments of plain characters mean the same before and after they went through URL.
const plainPath = /^(?:\/[\w-]+)+$/;
const plainHost = /^[a-z\d-]+(?::\d+)?$/;

function urlOf(message: ParsedMessage): URL | string {
  const path = originalPath(message);
  const scheme = 'encrypted' in message.socket ? 'https' : 'http';
  const base = `${scheme}://${message.headers.host ?? 'localhost'}`;
  if (plainPath.test(path) && plainHost.test(message.headers.host ?? 'localhost') && URL.canParse(base))
    return `${base}${path}`;
  // Host is whatever the client wrote, and a path such as //evil.example would be taken for a host.
  const url = new URL(URL.canParse(base) ? base : 'http://localhost');
  const [pathname = '/', ...query] = path.split('?');
  url.pathname = pathname;
  url.search = query.join('?');
  return url;
}

function headersOf(message: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    // Names that begin with a colon are HTTP/2's own.
    if (value === undefined || name.startsWith(':')) continue;
    for (const part of Array.isArray(value) ? value : [value]) headers.append(name, part);
  }
  return headers;
}
