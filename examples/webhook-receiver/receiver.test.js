// The real handler tells the real receiver.
import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createHandler, createMemoryStore } from '@collateral/server-adapter';
import { createRandom } from '../data/random.js';
import { startReceiver } from './receiver.js';

const secret = `whsec_${randomBytes(32).toString('base64')}`;
const random = createRandom(1, 'webhooks');

describe('the webhook receiver', () => {
  /** @type {string[]} */ const lines = [];
  /** @type {Awaited<ReturnType<typeof startReceiver>>} */ let receiver;

  before(async () => {
    receiver = await startReceiver({ secret, print: (line) => lines.push(line) });
  });
  after(() => receiver.close());

  test('says each step, and whom to tell once something ships', async () => {
    const handler = createHandler({
      store: createMemoryStore(),
      publicOrigin: 'https://intranet.example',
      authenticate: (request) => {
        const actorId = request.headers.get('authorization') ?? '';
        return { actorId, kind: 'person', roles: [actorId === 'admin' ? 'admin' : 'viewer'] };
      },
      webhooks: [{ url: receiver.url, secret, types: ['suggestion.moved', 'notice.created'] }],
    });
    /** @param {string} as @param {string} path @param {string} method @param {unknown} body */
    const send = async (as, path, method, body) => {
      const headers = { authorization: as, 'content-type': 'application/json' };
      const reply = await handler(
        new Request(`https://intranet.example/v1/${path}`, { method, headers, body: JSON.stringify(body) }),
      );
      assert.equal(reply.status, 200, await reply.clone().text());
    };
    const day = new Date().toISOString();
    const producer = { id: 'marketing', name: 'Marketing' };
    const versions = [{ version: 'v2', publishedAt: new Date(Date.now() - 60_000).toISOString() }];
    await send('admin', 'items', 'PUT', {
      items: [{ id: 'deck-42', title: 'Sales deck', kind: 'deck', producer, versions }],
    });
    const id = random.id(Date.now());
    const suggestion = { type: 'suggestion', id, occurredAt: day, collateralId: 'deck-42', body: 'New prices' };
    await send('ana', 'events', 'POST', { protocol: 1, batchId: 'b-1', sentAt: day, events: [suggestion] });
    const move = (/** @type {number} */ expect, /** @type {object} */ fields) =>
      send('admin', `suggestions/${id}/transitions`, 'POST', { id: random.id(Date.now()), expect, ...fields });
    await move(0, { to: 'accepted', assignee: 'marketing', dueAt: day.slice(0, 10), reason: 'At once.' });
    await move(1, { to: 'shipped', shippedVersion: 'v2', reason: 'In v2.' });
    await handler.close();
    assert.deepEqual(lines.toSorted(), [
      'Sales deck: accepted → shipped. In v2.',
      'Sales deck: new → accepted. At once.',
      'Sales deck: tell 1 people. In v2.',
    ]);
  });

  test('takes the same news once', async () => {
    lines.length = 0;
    const first = await post({ id: 'suggestion.moved.1' });
    const second = await post({ id: 'suggestion.moved.1' });
    assert.deepEqual([first, second, lines.length], [204, 204, 1]);
  });

  test('takes nothing that is unsigned, signed by another, changed, or old', async () => {
    lines.length = 0;
    const other = `whsec_${randomBytes(32).toString('base64')}`;
    const anHourAgo = Math.floor(Date.now() / 1_000) - 3_600;
    const statuses = [
      await post({ signature: '' }),
      await post({ key: other }),
      await post({ changed: true }),
      await post({ timestamp: anHourAgo }),
    ];
    assert.deepEqual(statuses, [401, 401, 401, 401]);
    assert.deepEqual(lines, []);
  });

  test('takes nothing too large, and no other method', async () => {
    assert.equal(await post({ body: ' '.repeat(300_000) }), 413);
    assert.equal((await fetch(receiver.url)).status, 405);
  });

  /** @param {{ id?: string, key?: string, timestamp?: number, signature?: string, changed?: boolean, body?: string }} options */
  async function post({ id = random.id(0), key = secret, timestamp = Math.floor(Date.now() / 1_000), ...options }) {
    const { body = '{"type":"other","data":{}}', changed = false } = options;
    const signed = createHmac('sha256', Buffer.from(key.slice(6), 'base64')).update(`${id}.${timestamp}.${body}`);
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': options.signature ?? `v1,${signed.digest('base64')}`,
    };
    return (await fetch(receiver.url, { method: 'POST', headers, body: changed ? `${body} ` : body })).status;
  }
});
