import type { Config, Item } from '@collateral/sdk/contract';
import { expectAnswer } from './expect-answer.js';
import { handlerCase, type HandlerCase } from './handler-case.js';
import type { KitPerson } from './handler-subject.js';
import { batchOf, expectProblem, type KitClient } from './kit-client.js';
import { ratingOf } from './kit-event.js';

const section = 'Reading';

const protectedCalls: readonly (readonly [
  id: string,
  send: (client: KitClient, who: KitPerson | null) => Promise<Response>,
])[] = [
  ['events', (client, who) => client.sendJson('POST', '/v1/events', who, batchOf([]))],
  ['ratings', (client, who) => client.sendJson('POST', '/v1/ratings/query', who, { items: [] })],
  ['list-items', (client, who) => client.call('/v1/items', who)],
  ['put-items', (client, who) => client.sendJson('PUT', '/v1/items', who, { items: [] })],
  ['config', (client, who) => client.call('/v1/config', who)],
  ['prompts', (client, who) => client.call('/v1/prompts', who)],
];

/** Who may call what: each route for each kind of caller. */
export const accessCases: readonly HandlerCase[] = [
  ...protectedCalls.map(([id, send]) =>
    handlerCase(`sign-in.${id}`, `answers 401 to somebody who is not signed in (${id})`, async (client) => {
      await expectProblem('without sign-in', await send(client, null), 401, 'not-signed-in');
    }),
  ),
  ...protectedCalls.map(([id, send]) =>
    handlerCase(`headers.${id}`, `lets nobody keep a reply in a shared cache (${id})`, async (client) => {
      const admin = client.person('admin', { roles: ['admin'] });
      for (const reply of [await send(client, admin), await send(client, null)]) {
        const cacheControl = reply.headers.get('cache-control') ?? '';
        expectAnswer('cache-control', cacheControl, 'private, no-store', 'Cookies and other origins');
      }
    }),
  ),
  handlerCase('health.open', 'says without sign-in that it is healthy', async (client) => {
    const reply = await client.call('/v1/health', null);
    expectAnswer('status and body', [reply.status, await reply.json()], [200, { status: 'ok' }], section);
  }),
  handlerCase('route.unknown', 'answers 404 for a route that does not exist', async (client) => {
    for (const path of ['/v1/nothing', '/v1/', '/v1/items/../config2', '/v1/__proto__'])
      await expectProblem(path, await client.call(path, client.person('ana')), 404, 'not-found');
  }),
  handlerCase('route.method', 'answers 405 with the methods there are', async (client) => {
    const reply = await client.call('/v1/events', client.person('ana'), { method: 'DELETE' });
    expectAnswer('POST in Allow', reply.headers.get('allow')?.includes('POST') ?? false, true, 'Errors');
    await expectProblem('DELETE', reply, 405, 'method-not-allowed');
  }),
  ...(['viewer', 'producer', 'manager', 'auditor'] as const).map((role) =>
    handlerCase(`items.role-${role}`, `lets no ${role} change the catalogue`, async (client) => {
      const person = client.person('ana', { roles: [role], producerIds: ['marketing'] });
      const reply = await client.sendJson('PUT', '/v1/items', person, { items: [itemOf('deck')] });
      await expectProblem(role, reply, 403, 'forbidden');
      expectAnswer('items', await listItems(client, person), [], section);
    }),
  ),
  handlerCase('items.role-admin', 'lets an admin and a service change the catalogue', async (client) => {
    expectAnswer('first upload', await client.putItems([itemOf('deck')]), { created: 1, updated: 0 }, section);
    const service = client.person('crm', { kind: 'service', roles: [] });
    const counts = await client.putItems([itemOf('deck'), itemOf('sheet')], service);
    expectAnswer('second upload', counts, { created: 1, updated: 1 }, section);
    expectAnswer('items', await listItems(client, client.person('ana')), ['deck', 'sheet'], section);
  }),
  handlerCase('items.all-or-nothing', 'stores no item of an upload with a wrong one', async (client) => {
    const admin = client.person('admin', { roles: ['admin'] });
    const items = [itemOf('deck'), { id: '', title: 'x', kind: 'deck' }];
    const reply = await client.sendJson('PUT', '/v1/items', admin, { items });
    await expectProblem('a wrong item', reply, 400, 'invalid-batch');
    expectAnswer('items', await listItems(client, admin), [], section);
  }),
  handlerCase('items.pages', 'gives every item once over pages of two', async (client) => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    await client.putItems(ids.map(itemOf));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const reply = await client.call(`/v1/items?limit=2${query}`, client.person('ana'));
      const page = (await reply.json()) as { readonly items: readonly Item[]; readonly nextCursor?: string };
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== undefined && seen.length < 20);
    expectAnswer('ids', seen, ids, section);
  }),
  handlerCase('items.bad-limit', 'refuses a limit outside 1 to 1000', async (client) => {
    for (const limit of ['0', '1001', 'x', '-1', '1.5'])
      await expectProblem(
        limit,
        await client.call(`/v1/items?limit=${limit}`, client.person('ana')),
        400,
        'invalid-query',
      );
  }),
  handlerCase('hidden.items', 'lists no item the person may not see', async (client) => {
    await client.putItems(['a', 'b', 'c'].map(itemOf));
    const person = client.person('ana', { hiddenItems: ['b'] });
    expectAnswer('items', await listItems(client, person), ['a', 'c'], section);
  }),
  handlerCase('hidden.events', 'takes no event about an item the person may not see', async (client) => {
    await client.putItems([itemOf('a')]);
    const person = client.person('ana', { hiddenItems: ['a'] });
    const { rejected } = await client.send(person, [ratingOf('a')]);
    expectAnswer('code', rejected[0]?.code, 'unknown-item', 'Errors');
  }),
  handlerCase('hidden.ratings', 'answers about a hidden item as about one nobody has heard of', async (client) => {
    await client.putItems([itemOf('a')]);
    for (const name of ['ben', 'cem', 'dua', 'eli', 'fay', 'gus'])
      await client.send(client.person(name), [ratingOf('a')]);
    const person = client.person('ana', { hiddenItems: ['a'] });
    const [hidden] = await client.ratings(person, [{ collateralId: 'a' }]);
    const [unknown] = await client.ratings(person, [{ collateralId: 'nobody-knows' }]);
    expectAnswer('summary', hidden, { ...unknown, collateralId: 'a' }, section);
  }),
  handlerCase(
    'config.tag',
    'gives a person the same tag each time, and another to each person and tenant',
    async (client) => {
      const people = [
        client.person('ana'),
        client.person('ben'),
        client.person('ana', { tenant: client.own('other-tenant') }),
      ];
      const tags = await Promise.all(people.map(async (person) => (await configOf(client, person)).actorTag));
      expectAnswer('number of tags', new Set(tags).size, 3, section);
      expectAnswer(
        'tag of the first, again',
        (await configOf(client, client.person('ana'))).actorTag,
        tags[0],
        section,
      );
      expectAnswer('actor id in the tag', tags[0]?.includes(people[0]?.actorId ?? '') ?? true, false, section);
    },
  ),
  handlerCase('actor.changed', 'refuses rows of another person and stores none', async (client) => {
    const [ana, ben] = [client.person('ana'), client.person('ben')];
    const forActor = (await configOf(client, ana)).actorTag;
    const body = batchOf([ratingOf('a')], { forActor });
    await expectProblem('as ben', await client.sendJson('POST', '/v1/events', ben, body), 409, 'actor-changed');
    expectAnswer(
      'accepted as ana',
      (await client.send(ana, [ratingOf('a')], { forActor })).accepted,
      1,
      'Sending events',
    );
    expectAnswer(
      'rating of ben',
      (await client.ratings(ben, [{ collateralId: 'a' }]))[0]?.mine,
      undefined,
      'Sending events',
    );
  }),
];

function itemOf(id: string): Item {
  return { id, title: `Title of ${id}`, kind: 'deck' };
}

async function listItems(client: KitClient, person: KitPerson): Promise<readonly string[]> {
  const reply = await client.call('/v1/items', person);
  return ((await reply.json()) as { readonly items: readonly Item[] }).items.map(({ id }) => id);
}

async function configOf(client: KitClient, person: KitPerson): Promise<Config> {
  return (await (await client.call('/v1/config', person)).json()) as Config;
}
