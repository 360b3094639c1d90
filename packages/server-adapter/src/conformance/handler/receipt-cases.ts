import { expectAnswer } from './expect-answer.js';
import { handlerCase, type HandlerCase } from './handler-case.js';
import { batchOf, expectProblem, type KitClient } from './kit-client.js';
import { eventId, ratingOf, secondsAgo } from './kit-event.js';

const section = 'Idempotency';

/** What receipts say, and that sending again counts nothing twice. */
export const receiptCases: readonly HandlerCase[] = [
  handlerCase('receipt.empty', 'answers an empty batch with an empty receipt', async (client) => {
    const { accepted, duplicates, rejected } = await client.send(client.person('ana'), []);
    expectAnswer('counts', [accepted, duplicates, rejected], [0, 0, []], 'Sending events');
  }),
  handlerCase('receipt.full', 'takes 500 events at once', async (client) => {
    const events = Array.from({ length: 500 }, () => ratingOf(client.own('deck')));
    expectAnswer('accepted', (await client.send(client.person('ana'), events)).accepted, 500, 'Sending events');
  }),
  handlerCase('receipt.order', 'lists refused events by their place in the batch, with their ids', async (client) => {
    const bad = [ratingOf('a', { value: 9 }), ratingOf('a', { type: 'like' })] as readonly { readonly id?: string }[];
    const { rejected } = await client.send(client.person('ana'), [bad[0], ratingOf('a'), bad[1]]);
    const told = rejected.map(({ index, id, code }) => [index, id, code]);
    const expected = [
      [0, bad[0]?.id, 'invalid-value'],
      [2, bad[1]?.id, 'unknown-type'],
    ];
    expectAnswer('refused events', told, expected, 'Sending events');
  }),
  handlerCase('idempotency.batch', 'counts nothing when the same batch is sent again', async (client) => {
    const events = [ratingOf('a'), ratingOf('b')];
    const person = client.person('ana');
    await client.send(person, events);
    const { accepted, duplicates } = await client.send(person, events);
    expectAnswer('accepted and duplicates', [accepted, duplicates], [0, 2], section);
  }),
  handlerCase('idempotency.inside', 'counts an event once that is twice in one batch', async (client) => {
    const event = ratingOf('a');
    const { accepted, duplicates } = await client.send(client.person('ana'), [event, event]);
    expectAnswer('accepted and duplicates', [accepted, duplicates], [1, 1], section);
  }),
  handlerCase('idempotency.companions', 'knows events again among others than before', async (client) => {
    const [one, two, three] = [ratingOf('a'), ratingOf('b'), ratingOf('c')];
    const person = client.person('ana');
    await client.send(person, [one, two]);
    const { accepted, duplicates } = await client.send(person, [two, three, one]);
    expectAnswer('accepted and duplicates', [accepted, duplicates], [1, 2], section);
  }),
  handlerCase('idempotency.conflict', 'refuses other content under a known id and keeps the first', async (client) => {
    const item = client.own('deck');
    const event = ratingOf(item, { value: 2 });
    const person = client.person('ana');
    await client.send(person, [event]);
    const { rejected } = await client.send(person, [{ ...event, value: 5 }, ratingOf('b')]);
    const told = rejected.map(({ index, code, retryable }) => [index, code, retryable]);
    expectAnswer('refused events', told, [[0, 'id-conflict', false]], section);
    expectAnswer('rating kept', (await client.ratings(person, [{ collateralId: item }]))[0]?.mine?.value, 2, section);
  }),
  handlerCase(
    'idempotency.key-order',
    'takes an event with its fields in another order for the same',
    async (client) => {
      const event = ratingOf('a');
      const person = client.person('ana');
      await client.send(person, [event]);
      const turned = Object.fromEntries(Object.entries(event).reverse());
      expectAnswer('duplicates', (await client.send(person, [turned])).duplicates, 1, section);
    },
  ),
  handlerCase('idempotency.person', 'keeps the same id of two people apart', async (client) => {
    const event = ratingOf('a');
    await client.send(client.person('ana'), [event]);
    expectAnswer('accepted', (await client.send(client.person('ben'), [event])).accepted, 1, section);
  }),
  handlerCase('idempotency.at-once', 'counts a batch once that arrives four times at the same time', async (client) => {
    const events = [ratingOf('a'), ratingOf('b')];
    const person = client.person('ana');
    const receipts = await Promise.all([1, 2, 3, 4].map(() => client.send(person, events)));
    const accepted = receipts.reduce((sum, receipt) => sum + receipt.accepted, 0);
    expectAnswer('accepted in all', accepted, 2, section);
  }),
  handlerCase(
    'idempotency.clock',
    'knows an event again when the clock of the sender was set meanwhile',
    async (client) => {
      const event = ratingOf('a');
      const person = client.person('ana');
      await client.send(person, [event]);
      const again = await client.send(person, [event], { sentAt: secondsAgo(7_200) });
      expectAnswer('duplicates', again.duplicates, 1, section);
    },
  ),
  handlerCase('body.bad-json', 'refuses a body that is no JSON', async (client) => {
    for (const body of ['', '{"protocol":1', 'null,', '{"a":1}}'])
      await expectProblem(`body ${JSON.stringify(body)}`, await post(client, body), 400, 'invalid-json');
  }),
  handlerCase('body.bad-batch', 'refuses JSON that is no batch', async (client) => {
    const bodies = [[], null, 7, {}, { protocol: 1 }, batchOf([], { batchId: '' }), batchOf([], { sentAt: 'now' })];
    for (const body of bodies)
      await expectProblem(`body ${JSON.stringify(body)}`, await post(client, body), 400, 'invalid-batch');
  }),
  handlerCase('body.protocol', 'refuses another protocol', async (client) => {
    const reply = await post(client, batchOf([], { protocol: 2 }));
    await expectProblem('protocol 2', reply, 400, 'unsupported-protocol');
  }),
  handlerCase('body.too-many', 'refuses 501 events', async (client) => {
    const events = Array.from({ length: 501 }, () => ratingOf('a'));
    await expectProblem('501 events', await post(client, batchOf(events)), 413, 'body-too-large');
  }),
  handlerCase('body.too-large', 'refuses more than 512 KiB, also when it inflates to them', async (client) => {
    const text = JSON.stringify(batchOf([], { filling: 'x'.repeat(600_000) }));
    await expectProblem('600 kB', await post(client, text), 413, 'body-too-large');
    await expectProblem('600 kB in gzip', await postGzip(client, text), 413, 'body-too-large');
  }),
  handlerCase('body.gzip', 'takes gzip', async (client) => {
    const reply = await postGzip(client, JSON.stringify(batchOf([ratingOf('a')])));
    expectAnswer('status', reply.status, 200, 'Sending events');
  }),
  handlerCase('body.text', 'takes text/plain, as a closing page sends it', async (client) => {
    const body = JSON.stringify(batchOf([ratingOf('a')], { batchId: eventId() }));
    const reply = await client.call('/v1/events', client.person('ana'), { method: 'POST', body });
    expectAnswer('status', reply.status, 200, 'Sending events');
  }),
  handlerCase('body.media-type', 'refuses other media types and encodings', async (client) => {
    const body = JSON.stringify(batchOf([]));
    for (const headers of [
      { 'content-type': 'application/xml' },
      { 'content-type': 'application/json', 'content-encoding': 'br' },
    ]) {
      const reply = await client.call('/v1/events', client.person('ana'), { method: 'POST', body, headers });
      await expectProblem(JSON.stringify(headers), reply, 415, 'unsupported-media-type');
    }
  }),
];

function post(client: KitClient, body: unknown): Promise<Response> {
  return client.sendJson('POST', '/v1/events', client.person('ana'), body);
}

async function postGzip(client: KitClient, text: string): Promise<Response> {
  const body = await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  return client.call('/v1/events', client.person('ana'), { method: 'POST', body, headers });
}
