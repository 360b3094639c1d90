import { expectAnswer } from './expect-answer.js';
import { handlerCase, type HandlerCase } from './handler-case.js';
import type { KitPerson } from './handler-subject.js';
import { expectProblem, type KitClient } from './kit-client.js';
import { ratingOf, secondsAgo } from './kit-event.js';

const section = 'Usage events';
const deck = 'deck';

/** What becomes of ratings, and that tenants never meet. */
export const ratingCases: readonly HandlerCase[] = [
  handlerCase('rating.mine', 'gives a person their own rating back', async (client) => {
    const ana = client.person('ana');
    await client.send(ana, [ratingOf(deck, { value: 2, comment: 'Zoë 🎯' })]);
    const mine = await mineOf(client, ana);
    expectAnswer('value and comment', [mine?.value, mine?.comment], [2, 'Zoë 🎯'], 'Reading');
  }),
  handlerCase('rating.others', 'gives nobody the rating of somebody else', async (client) => {
    await client.send(client.person('ana'), [ratingOf(deck)]);
    expectAnswer('rating', await mineOf(client, client.person('ben')), undefined, 'Reading');
  }),
  handlerCase('rating.latest', 'lets the latest rating rule, in whatever order they arrive', async (client) => {
    const ana = client.person('ana');
    await client.send(ana, [ratingOf(deck, { value: 5, occurredAt: secondsAgo(10) })]);
    await client.send(ana, [ratingOf(deck, { value: 1, occurredAt: secondsAgo(20) })]);
    expectAnswer('value', (await mineOf(client, ana))?.value, 5, section);
  }),
  handlerCase('rating.withdrawn', 'has no rating after a withdrawal, in whatever order they arrive', async (client) => {
    const ana = client.person('ana');
    await client.send(ana, [withdrawal(10)]);
    await client.send(ana, [ratingOf(deck, { occurredAt: secondsAgo(20) })]);
    expectAnswer('rating', await mineOf(client, ana), undefined, section);
    await client.send(ana, [ratingOf(deck, { value: 3, occurredAt: secondsAgo(5) })]);
    expectAnswer('value of a rating after that', (await mineOf(client, ana))?.value, 3, section);
  }),
  handlerCase('rating.versions', 'keeps the ratings of two versions apart', async (client) => {
    const ana = client.person('ana');
    await client.send(ana, [ratingOf(deck, { value: 1, version: 'v1' }), ratingOf(deck, { value: 5, version: 'v2' })]);
    const answers = await client.ratings(ana, [
      { collateralId: deck, version: 'v1' },
      { collateralId: deck, version: 'v2' },
    ]);
    const values = answers.map(({ mine }) => mine?.value);
    expectAnswer('values', values, [1, 5], section);
  }),
  handlerCase('rating.small-group', 'tells nothing that gives a single rater away', async (client) => {
    await client.send(client.person('ana'), [ratingOf(deck, { value: 1 })]);
    const [summary] = await client.ratings(client.person('ben'), [{ collateralId: deck }]);
    const told = [summary?.distribution, summary?.metric.value];
    expectAnswer('distribution and value', told, [null, null], 'Reading');
  }),
  handlerCase('rating.counted', 'counts six people as six, whatever is sent again', async (client) => {
    for (const name of ['ana', 'ben', 'cem', 'dua', 'eli', 'fay']) {
      const event = ratingOf(deck, { value: 4 });
      await client.send(client.person(name), [event, event]);
      await client.send(client.person(name), [event]);
    }
    const [summary] = await client.ratings(client.person('gus'), [{ collateralId: deck }]);
    expectAnswer('n', summary?.metric.n, 6, 'Reading');
    expectAnswer('distribution', summary?.distribution, [0, 0, 0, 6, 0], 'Reading');
  }),
  handlerCase('rating.own-item', 'counts no rating of the producer of an item', async (client) => {
    await client.putItems([
      { id: deck, title: 'Deck', kind: 'deck', producer: { id: 'marketing', name: 'Marketing' } },
    ]);
    const paula = client.person('paula', { roles: ['producer'], producerIds: ['marketing'] });
    await client.send(paula, [ratingOf(deck)]);
    const [summary] = await client.ratings(paula, [{ collateralId: deck }]);
    expectAnswer('own and n', [summary?.own, summary?.metric.n], [true, 0], 'Reading');
  }),
  handlerCase('rating.service', 'counts no rating of a service', async (client) => {
    await client.send(client.person('crm', { kind: 'service', roles: [] }), [ratingOf(deck)]);
    expectAnswer(
      'n',
      (await client.ratings(client.person('ana'), [{ collateralId: deck }]))[0]?.metric.n,
      0,
      'Reading',
    );
  }),
  handlerCase('rating.order', 'answers about items in the order asked, known or not', async (client) => {
    const asked = ['b', '__proto__', 'a', 'b'].map((collateralId) => ({ collateralId }));
    const answers = await client.ratings(client.person('ana'), asked);
    const ids = answers.map(({ collateralId }) => ({ collateralId }));
    expectAnswer('ids', ids, asked, 'Reading');
  }),
  handlerCase('rating.too-many', 'refuses a question about 501 items', async (client) => {
    const items = Array.from({ length: 501 }, () => ({ collateralId: deck }));
    const reply = await client.sendJson('POST', '/v1/ratings/query', client.person('ana'), { items });
    await expectProblem('501 items', reply, 413, 'body-too-large');
  }),
  handlerCase('time.clock-ahead', 'brings a clock that is two hours ahead back', async (client) => {
    const ana = client.person('ana');
    await client.send(ana, [ratingOf(deck, { occurredAt: secondsAgo(60 - 7_200) })], { sentAt: secondsAgo(-7_200) });
    expectAnswer('age of the rating is 50 to 70 s', await ageIsBetween(client, ana, 50, 70), true, 'Time');
  }),
  handlerCase('time.clock-behind', 'brings a clock that is two hours behind forward', async (client) => {
    const ana = client.person('ana');
    await client.send(ana, [ratingOf(deck, { occurredAt: secondsAgo(60 + 7_200) })], { sentAt: secondsAgo(7_200) });
    expectAnswer('age of the rating is 50 to 70 s', await ageIsBetween(client, ana, 50, 70), true, 'Time');
  }),
  handlerCase('time.future', 'places nothing in the future', async (client) => {
    const ana = client.person('ana');
    await client.send(ana, [ratingOf(deck, { occurredAt: secondsAgo(-200) })]);
    expectAnswer('age of the rating is -1 to 10 s', await ageIsBetween(client, ana, -1, 10), true, 'Time');
  }),
  handlerCase('body.person', 'believes nothing a body says about the person', async (client) => {
    const [ana, ben] = [client.person('ana'), client.person('ben')];
    const lies = { actorId: ben.actorId, tenant: 'other', roles: ['admin'], team: 'board' };
    await client.send(ana, [ratingOf(deck, lies)], lies);
    expectAnswer('rating of ben', await mineOf(client, ben), undefined, section);
    expectAnswer('value of ana', (await mineOf(client, ana))?.value, 4, section);
  }),
  handlerCase('tenant.ratings', 'shows no rating to another tenant', async (client) => {
    const elsewhere = { tenant: client.own('other-tenant') };
    await client.send(client.person('ana'), [ratingOf(deck)]);
    const [summary] = await client.ratings(client.person('ana', elsewhere), [{ collateralId: deck }]);
    expectAnswer('mine and n', [summary?.mine, summary?.metric.n], [undefined, 0], 'Idempotency');
  }),
  handlerCase('tenant.ids', 'takes the same event of the same person in another tenant', async (client) => {
    const event = ratingOf(deck);
    await client.send(client.person('ana'), [event]);
    const elsewhere = client.person('ana', { tenant: client.own('other-tenant') });
    expectAnswer('accepted', (await client.send(elsewhere, [event])).accepted, 1, 'Idempotency');
  }),
  handlerCase('tenant.items', 'lists no item of another tenant', async (client) => {
    await client.putItems([{ id: deck, title: 'Deck', kind: 'deck' }]);
    const elsewhere = client.person('ana', { tenant: client.own('other-tenant') });
    expectAnswer('reply', await (await client.call('/v1/items', elsewhere)).json(), { items: [] }, 'Reading');
  }),
];

function withdrawal(seconds: number): object {
  const { id } = ratingOf(deck) as { readonly id?: string };
  return { id, type: 'rating-withdrawal', occurredAt: secondsAgo(seconds), collateralId: deck };
}

async function mineOf(
  client: KitClient,
  person: KitPerson,
): Promise<{ readonly value: number; readonly comment?: string; readonly ratedAt: string } | undefined> {
  return (await client.ratings(person, [{ collateralId: deck }]))[0]?.mine;
}

async function ageIsBetween(client: KitClient, person: KitPerson, least: number, most: number): Promise<boolean> {
  const age = (Date.now() - Date.parse((await mineOf(client, person))?.ratedAt ?? '')) / 1_000;
  return age >= least && age <= most;
}
