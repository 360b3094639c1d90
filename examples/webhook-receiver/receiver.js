// Takes the webhooks of Collateral and says each news in a line, once. A real one would write to a queue or send mail.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { checkSignature } from './check-signature.js';

const mostBytes = 256 * 1024;

/**
 * @param {object} options
 * @param {string} options.secret the one `createHandler` has
 * @param {number} [options.port] 0 takes any free one
 * @param {(line: string) => void} [options.print]
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function startReceiver({ secret, port = 0, print = console.log }) {
  /** What was taken already: whoever gets no answer in time sends the same again under the same id. @type {Set<string>} */
  const taken = new Set();
  const server = createServer((request, reply) => {
    void take(request).then(
      (status) => reply.writeHead(status).end(),
      () => reply.destroy(),
    );
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}/collateral-news`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };

  /** @param {import('node:http').IncomingMessage} request @returns {Promise<number>} the status to answer with */
  async function take(request) {
    if (request.method !== 'POST') return 405;
    const body = await readBody(request);
    if (body === null) return 413;
    if (checkSignature(secret, request.headers, body) !== null) return 401;
    const id = String(request.headers['webhook-id']);
    // Answered first and worked on later: a sender waits for seconds only.
    if (!taken.has(id)) print(lineOf(JSON.parse(body)));
    taken.add(id);
    return 204;
  }
}

/** @param {{ type: string, data: any }} news */
function lineOf({ type, data }) {
  const what = data.title ?? 'A request';
  if (type === 'suggestion.moved')
    return `${what}: ${data.move.from} → ${data.move.to}. ${data.move.reason ?? ''}`.trim();
  // For the mail server only: it names people who rated low, and no page or channel may show them.
  if (type === 'notice.created') return `${what}: tell ${data.actorIds.length} people. ${data.answer ?? ''}`.trim();
  return `Something new of the type ${type}.`;
}

/** @param {import('node:http').IncomingMessage} request @returns {Promise<string | null>} null when it is too large */
async function readBody(request) {
  /** @type {Buffer[]} */
  const parts = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes > mostBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
