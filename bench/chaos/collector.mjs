// A loopback server: pages, the SDKs, and a collector that keeps every body as it came. What is counted is read from those.
import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** @typedef {{path: string, text: string, bytes: number, status: number, atMs: number, token: string | null}} Recorded */

/**
 * Answers `POST` of a sender with a status, or null to break the connection. Undefined means: as usual.
 * @typedef {(request: {sender: string, path: string, text: string, bytes: number, token: string | null}) => number | null | 'hang' | 'page' | undefined} Answer
 */

/**
 * @param {Map<string, string>} bundles scripts by name of sender
 * @param {number} [chance] what `Math.random()` of the pages answers
 */
export async function startCollector(bundles, chance) {
  /** @type {Recorded[]} */
  const recorded = [];
  const known = new Set();
  /** @type {{answer: Answer}} */
  const state = { answer: () => undefined };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://rig');
    const [, first = '', sender = ''] = url.pathname.split('/');
    const body = await readAll(request);
    if (body === null) return;
    const text = `${decodeURIComponent(url.search.replace(/%(?![0-9a-f]{2})/gi, ''))} ${readBody(body)}`;
    if (first === 'page') return send(response, 200, 'text/html', page(sender, chance));
    if (first === 'senders') return send(response, 200, 'text/javascript', bundles.get(sender) ?? '');
    if (first === 'config') return send(response, 200, 'application/json', rudderConfig());
    if (first !== 'collect') return send(response, 404, 'text/plain', '');
    const token = request.headers.authorization?.replace('Bearer ', '') ?? null;
    const given = state.answer({ sender, path: url.pathname, text, bytes: body.length, token });
    const isEvent = request.method === 'POST' || /marker-/.test(text);
    const status = typeof given === 'number' ? given : given === null || given === 'hang' ? 0 : 200;
    if (isEvent) recorded.push({ path: url.pathname, text, bytes: body.length, status, atMs: Date.now(), token });
    if (given === null) return void request.socket.destroy();
    if (given === 'hang') return;
    if (given === 'page') return send(response, 200, 'text/html', '<h1>Sign in</h1>');
    if (given !== undefined) return send(response, given, 'application/problem+json', '{"code":"made-up"}');
    if (sender === 'ours') return answerOurs(response, url.pathname, text);
    send(response, 200, 'application/json', '{"status":1}');
  });

  /**
   * What docs/wire-protocol.md says.
   *
   * @param {import('node:http').ServerResponse} response
   * @param {string} path
   * @param {string} text
   */
  function answerOurs(response, path, text) {
    if (path.endsWith('/v1/config')) return send(response, 200, 'application/json', '{"actorTag":"tag","scale":{}}');
    const { batchId, events } = JSON.parse(text.slice(text.indexOf('{')));
    let accepted = 0;
    for (const { id } of events) {
      if (!known.has(id)) accepted += 1;
      known.add(id);
    }
    const receipt = { batchId, accepted, duplicates: events.length - accepted, rejected: [] };
    send(response, 200, 'application/vnd.collateral.receipt+json', JSON.stringify(receipt));
  }

  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    state,
    recorded,
    /** How often each marker was taken, and how many requests there were. */
    count: () => count(recorded),
    close: () => server.closeAllConnections() ?? server.close(),
  };
}

/**
 * Counts markers in what was answered with 2xx. For ours an event is its id: the receipt calls a repeat a duplicate. Peers have
 * ids as well, which a server of theirs may compare; here a repeat is a request more than one that carried the marker.
 *
 * @param {readonly Recorded[]} recorded
 */
function count(recorded) {
  /** @type {Map<string, number>} */
  const requestsOf = new Map();
  /** @type {Map<string, Set<string>>} */
  const idsOf = new Map();
  for (const { path, text, status } of recorded) {
    if (status !== 200) continue;
    for (const marker of new Set(text.match(/marker-[\da-z]+-\d{4}/g))) {
      requestsOf.set(marker, (requestsOf.get(marker) ?? 0) + 1);
    }
    if (!path.includes('/ours/v1/events')) continue;
    for (const { id, collateralId, query } of JSON.parse(text.slice(text.indexOf('{'))).events) {
      const marker = /marker-[\da-z]+-\d{4}/.exec(`${collateralId} ${query}`)?.[0] ?? '';
      idsOf.set(marker, (idsOf.get(marker) ?? new Set()).add(id));
    }
  }
  const sum = (/** @type {number[]} */ numbers) => numbers.reduce((total, number) => total + number, 0);
  return {
    delivered: requestsOf.size,
    sentAgain: sum([...requestsOf.values()].map((times) => times - 1)),
    countedTwice: sum([...idsOf.values()].map((ids) => ids.size - 1)),
    requests: recorded.length,
  };
}

/** @param {import('node:http').IncomingMessage} request */
async function readAll(request) {
  /** @type {Buffer[]} */
  const parts = [];
  try {
    for await (const part of request) parts.push(part);
  } catch {
    // The page is gone; what came is not a whole request.
    return null;
  }
  return Buffer.concat(parts);
}

/** @param {Buffer} body */
function readBody(body) {
  const isZipped = body[0] === 0x1f && body[1] === 0x8b;
  const text = (isZipped ? gunzipSync(body) : body).toString();
  // Forms of base64 or URL-encoded JSON.
  const data = /(?:^|&)data=([^&]+)/.exec(text)?.[1];
  if (!data) return text;
  const plain = decodeURIComponent(data.replaceAll('+', ' '));
  return /^[\w+/ =-]+$/.test(plain) ? Buffer.from(plain, 'base64').toString() : plain;
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} type
 * @param {string} body
 */
function send(response, status, type, body) {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}

/** @param {string} sender @param {number} [chance] */
function page(sender, chance) {
  const fixed = chance === undefined ? '' : `<script>Math.random = () => ${chance};</script>`;
  return `<!doctype html><html lang="en"><title>${sender}</title>${fixed}<script type="module" src="/senders/${sender}"></script>`;
}

function rudderConfig() {
  const source = {
    id: 'rig',
    name: 'rig',
    writeKey: 'key',
    enabled: true,
    workspaceId: 'rig',
    destinations: [],
    config: { statsCollection: { errors: { enabled: false }, metrics: { enabled: false } } },
    connections: [],
    dataplanes: {},
  };
  return JSON.stringify({ source, updatedAt: new Date().toISOString() });
}
