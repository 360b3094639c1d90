import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { now, onEveryStore } from '../handler.fixture.js';
import { SuggestionsWorld } from '../routes/suggestions-world.fixture.js';
import type { NoticeNews, TransitionNews } from './news.js';

const secret = `whsec_${btoa('a secret of at least 24 bytes!')}`;
const promise = { to: 'accepted', assignee: 'marketing', dueAt: '2026-05-20' };
const minute = 60_000;

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A host's server that answers with the statuses given, the last of them for ever. */
async function receiver(
  context: TestContext,
  statuses: readonly number[],
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly url: string; readonly received: Received[] }> {
  const received: Received[] = [];
  const server = createServer((request, reply) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      reply.writeHead(statuses[received.length - 1] ?? statuses.at(-1) ?? 204, headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received };
}

onEveryStore('what a host is told', (createStore) => {
  test('comes to its callbacks: each step, and whom to tell when something ships', async () => {
    const moved: TransitionNews[] = [];
    const notices: NoticeNews[] = [];
    const world = await new SuggestionsWorld(createStore(), {
      onTransition: (news) => moved.push(news),
      onNotice: (news) => notices.push(news),
    }).prepare();
    const id = await world.suggest('ana', 'New prices');
    await world.vote('ben', id);
    await world.rateLow('cleo');
    await world.ship(id);
    await world.world.handler.close();
    assert.deepEqual(
      moved.map(({ title, move }) => [title, move.from, move.to, move.reason, move.assignee]),
      [
        ['Sales deck', 'new', 'accepted', 'Because', 'marketing'],
        ['Sales deck', 'accepted', 'shipped', 'Fixed in v2', undefined],
      ],
    );
    assert.deepEqual(
      notices.map(({ actorIds, body, version, answer }) => [actorIds, body, version, answer]),
      [[['ana', 'ben', 'cleo'], 'New prices', 'v2', 'Fixed in v2']],
    );
    assert.ok(!JSON.stringify(moved).includes('paula'), 'who moved it is not told on');
  });

  test('may fail in its callback without undoing the step', async () => {
    const world = await new SuggestionsWorld(createStore(), {
      onTransition: () => Promise.reject(new Error('the mail server is down')),
    }).prepare();
    const id = await world.suggest('ana', 'New prices');
    assert.equal((await world.move('paula', id, promise)).status, 'accepted');
    await world.world.handler.close();
    assert.match(String(world.world.errors[0]), /mail server/);
  });

  test('comes to its webhooks, signed so that the receiver can check it', async (context) => {
    const { url, received } = await receiver(context, [204]);
    const webhooks = [{ url, secret, types: ['suggestion.moved', 'notice.created'] as const }];
    const world = await new SuggestionsWorld(createStore(), { webhooks }).prepare();
    const id = await world.suggest('ana', 'New prices');
    await world.ship(id);
    await world.world.handler.close();
    const types = received.map(({ body }) => (JSON.parse(body) as { readonly type: string }).type).sort();
    assert.deepEqual(types, ['notice.created', 'suggestion.moved', 'suggestion.moved']);
    for (const { headers, body } of received) {
      const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
      const expected = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
        .update(signed)
        .digest('base64');
      assert.equal(headers['webhook-signature'], `v1,${expected}`);
      assert.equal(headers['webhook-timestamp'], String(now / 1_000));
    }
    assert.deepEqual(await world.world.handler.deliverWebhooks(), { delivered: 0, waiting: 0, givenUp: 0 });
  });

  test('comes again until the receiver takes it, under the same id', async (context) => {
    const { url, received } = await receiver(context, [500, 503, 204]);
    const world = await new SuggestionsWorld(createStore(), { webhooks: [{ url, secret }] }).prepare();
    const id = await world.suggest('ana', 'New prices');
    await world.move('paula', id, promise);
    await world.world.handler.close();
    assert.deepEqual(
      await world.world.handler.deliverWebhooks(),
      { delivered: 0, waiting: 0, givenUp: 0 },
      'not yet due',
    );
    world.world.clock += minute;
    assert.deepEqual(await world.world.handler.deliverWebhooks(), { delivered: 0, waiting: 1, givenUp: 0 });
    world.world.clock += 10 * minute;
    assert.deepEqual(await world.world.handler.deliverWebhooks(), { delivered: 1, waiting: 0, givenUp: 0 });
    assert.equal(new Set(received.map(({ headers }) => headers['webhook-id'])).size, 1);
  });

  test('comes for each of two suggestions that were moved by commands of one id', async (context) => {
    const { url, received } = await receiver(context, [500, 500, 204]);
    const world = await new SuggestionsWorld(createStore(), { webhooks: [{ url, secret }] }).prepare();
    const ids = [await world.suggest('ana', 'New prices'), await world.suggest('ben', 'Less text')];
    const commandId = world.id();
    for (const id of ids) await world.move('paula', id, { ...promise, id: commandId });
    await world.world.handler.close();
    world.world.clock += minute;
    assert.equal((await world.world.handler.deliverWebhooks()).delivered, 2);
    const told = received.slice(2).map(({ body }) => (JSON.parse(body) as { data: TransitionNews }).data.suggestionId);
    assert.deepEqual(new Set(told), new Set(ids));
    assert.equal(
      new Set(received.map(({ headers }) => headers['webhook-id'])).size,
      2,
      'a receiver takes each id once',
    );
  });

  test('is sent to the address given and to none that it moves on to', async (context) => {
    const elsewhere = await receiver(context, [204]);
    const { url, received } = await receiver(context, [307], { location: elsewhere.url });
    const world = await new SuggestionsWorld(createStore(), { webhooks: [{ url, secret }] }).prepare();
    await world.move('paula', await world.suggest('ana', 'New prices'), promise);
    await world.world.handler.close();
    world.world.clock += 10 * minute;
    assert.deepEqual(await world.world.handler.deliverWebhooks(), { delivered: 0, waiting: 1, givenUp: 0 });
    assert.deepEqual([received.length, elsewhere.received.length], [2, 0]);
  });

  test('reads nothing of what a receiver answers, however much that is', async (context) => {
    let sent = 0;
    const server = createServer((_request, reply) => {
      const chunk = Buffer.alloc(65_536);
      const more = (): void => {
        while (!reply.destroyed && reply.write(chunk)) sent += chunk.length;
      };
      reply.on('drain', more).writeHead(200);
      more();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    context.after(() => server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    const world = await new SuggestionsWorld(createStore(), { webhooks: [{ url, secret }] }).prepare();
    await world.move('paula', await world.suggest('ana', 'New prices'), promise);
    await world.world.handler.close();
    assert.ok(sent < 20_000_000, `${sent} bytes were taken`);
    assert.deepEqual(await world.world.handler.deliverWebhooks(), { delivered: 0, waiting: 0, givenUp: 0 });
  });

  test('is not sent again because other news can not be read', async (context) => {
    const { url, received } = await receiver(context, [500, 500, 204]);
    const store = createStore();
    let broken = '';
    const failing = new Proxy(store, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]): unknown => {
          if (name === 'get' && broken !== '' && given[2] === broken) throw new Error('the disk is broken');
          if (name === 'getMany' && broken !== '' && (given[2] as readonly string[]).includes(broken))
            throw new Error('the disk is broken');
          return Reflect.apply(value, target, given);
        };
      },
    });
    const world = await new SuggestionsWorld(failing, { webhooks: [{ url, secret }] }).prepare();
    await world.move('paula', await world.suggest('ana', 'New prices'), promise);
    const other = await world.suggest('ana', 'Elsewhere', { collateralId: 'sheet-7' });
    await world.move('admin', other, { ...promise, assignee: 'product' });
    await world.world.handler.close();
    broken = 'item sheet-7';
    world.world.clock += 10 * minute;
    const sent = received.length;
    assert.deepEqual(await world.world.handler.deliverWebhooks(), { delivered: 1, waiting: 1, givenUp: 0 });
    broken = '';
    world.world.clock += 10 * minute;
    assert.equal((await world.world.handler.deliverWebhooks()).delivered, 1);
    assert.equal(received.length, sent + 2);
  });

  test('is noted before the step is done, or the step is not done', async () => {
    const store = createStore();
    const busy = new Proxy(store, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]): unknown =>
          name === 'put' && given[1] === 'webhooks'
            ? Promise.resolve({ ok: false, current: null })
            : Reflect.apply(value, target, given);
      },
    });
    const webhooks = [{ url: 'https://host.example/hook', secret }];
    const world = await new SuggestionsWorld(busy, { webhooks }).prepare();
    const id = await world.suggest('ana', 'New prices');
    assert.equal((await world.command('paula', id, 'transitions', promise)).status, 503);
    assert.equal((await world.one(id)).status, 'new');
  });

  test('is given up after three days, or when the receiver says that it is gone', async (context) => {
    const { url, received } = await receiver(context, [500]);
    const gone = await receiver(context, [410]);
    const webhooks = [
      { url, secret },
      { url: gone.url, secret },
    ];
    const world = await new SuggestionsWorld(createStore(), { webhooks }).prepare();
    const id = await world.suggest('ana', 'New prices');
    await world.move('paula', id, promise);
    await world.world.handler.close();
    let givenUp = 0;
    for (let hours = 0; hours < 100; hours += 1) {
      world.world.clock += 60 * minute;
      givenUp += (await world.world.handler.deliverWebhooks()).givenUp;
    }
    assert.equal(givenUp, 1);
    assert.equal(received.length, 9);
    assert.equal(gone.received.length, 1);
  });

  test('is nothing when the step was refused', async (context) => {
    const { url, received } = await receiver(context, [204]);
    const world = await new SuggestionsWorld(createStore(), { webhooks: [{ url, secret }] }).prepare();
    const id = await world.suggest('ana', 'New prices');
    await Promise.all([0, 1, 2, 3].map(() => world.command('paula', id, 'transitions', { to: 'declined' })));
    await world.world.handler.close();
    for (let hours = 0; hours < 5; hours += 1) {
      world.world.clock += 60 * minute;
      await world.world.handler.deliverWebhooks();
    }
    assert.equal(received.length, 1);
  });
});

test('webhooks are refused without a proper secret or over an open network', () => {
  const world = (webhook: object): SuggestionsWorld =>
    new SuggestionsWorld({ append: () => [] } as never, { webhooks: [webhook as never] });
  assert.throws(() => world({ url: 'https://host.example/hook', secret: 'whsec_short' }), /webhooks.secret/);
  assert.throws(() => world({ url: 'http://host.example/hook', secret }), /webhooks.url/);
  assert.throws(() => world({ url: 'https://host.example/hook', secret, types: ['everything'] }), /webhooks.types/);
});
