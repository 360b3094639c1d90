import { expect } from 'chai';
import { isCollateralError, type Client, type RatingInput, type UsageInput } from '../index.js';
import { parseEvent } from '../contract/parse-event.js';
import { createTestClient } from '../testing/index.js';

const item = { collateralId: 'deck-42' };
const rating = (input: object) => (client: Client) => client.rate({ ...item, value: 4, ...input });
const usage = (input: object) => (client: Client) => client.track({ type: 'usage', ...input } as UsageInput);

describe('recording', () => {
  const wrong: readonly [call: (client: Client) => unknown, code: string, says: string][] = [
    [rating({ value: 9 }), 'invalid-value', 'got 9'],
    [rating({ value: 2.5 }), 'invalid-value', 'got 2.5'],
    [rating({ value: '4' }), 'invalid-value', 'got "4"'],
    [rating({ collateralId: '' }), 'invalid-collateral-id', 'got ""'],
    [rating({ collateralId: 'a\nb' }), 'invalid-collateral-id', '1 to 200 characters'],
    [rating({ collateralId: 'x'.repeat(10_000) }), 'invalid-collateral-id', 'got 10000 characters'],
    [rating({ scaleId: 'stars-10@1' }), 'unknown-scale', 'collateral-5@1'],
    [rating({ comment: 'x'.repeat(4_001) }), 'invalid-event', 'comment'],
    [rating({ comment: 'a\u0000b' }), 'invalid-event', 'comment'],
    [rating({ reasons: ['smelly'] }), 'invalid-event', 'reasons'],
    [rating({ version: 'v'.repeat(101) }), 'invalid-event', 'version'],
    [rating({ context: 'page' }), 'invalid-event', 'context'],
    [(client) => client.rate(undefined as unknown as RatingInput), 'invalid-collateral-id', 'got undefined'],
    [(client) => client.withdrawRating({ collateralId: '' }), 'invalid-collateral-id', 'got ""'],
    [(client) => client.complete({ ...item, progress: 2 }), 'invalid-event', 'progress'],
    [usage({ ...item, action: 'steal' }), 'invalid-event', 'action'],
    [usage({ action: 'download' }), 'invalid-collateral-id', 'got undefined'],
    [usage({ action: 'search', query: 'roi', results: -1 }), 'invalid-event', 'results'],
    [(client) => client.track({ type: 'rating' } as unknown as UsageInput), 'unknown-type', 'rating'],
    [(client) => client.view({ collateralId: '' }), 'invalid-collateral-id', 'got ""'],
    [(client) => client.view(item).progress(NaN), 'invalid-event', 'progress'],
  ];
  for (const [call, code, says] of wrong) {
    it(`refuses ${call.toString().slice(13, 90)} with ${code}, stores nothing`, async () => {
      const { client } = createTestClient();
      const error = await reasonOf(() => call(client));
      expect(isCollateralError(error) && error.code).to.equal(code);
      expect((error as Error).message).to.contain(says);
      expect((error as Error).message).to.contain(`See docs/errors.md#${code}`);
      expect(client.status().pending).to.equal(0);
      await client.close();
    });
  }

  it('sends events the server accepts, each with exactly its fields', async () => {
    const { client, server } = createTestClient();
    await Promise.all([
      client.rate({ ...item, version: '2', value: 2, comment: ' Outdated prices ', reasons: ['outdated'] }),
      client.withdrawRating(item),
      client.track({ type: 'usage', action: 'download', ...item }),
      client.track({ type: 'usage', action: 'search', query: 'roi', results: 3 }),
      client.track({ type: 'completion', ...item, progress: 0.5 }),
      client.complete({ collateralId: 'module-7', success: true }),
    ]);
    await client.flush();
    for (const event of server.events) expect(parseEvent(event).event, JSON.stringify(event)).to.deep.equal(event);
    expect(server.events[0]).to.include({ type: 'rating', value: 2, comment: 'Outdated prices', version: '2' });
    expect(server.events[5]).to.include({ type: 'completion', progress: 1, success: true });
    await client.close();
  });

  it('leaves an empty comment out', async () => {
    const { client, server } = createTestClient();
    await client.rate({ ...item, value: 4, comment: '  ' });
    await client.flush();
    expect(server.events[0]).not.to.have.property('comment');
    await client.close();
  });

  it('keeps an event as it was at the call, whatever the host does to its objects', async () => {
    const { client, server } = createTestClient();
    const reasons = new Proxy(['outdated'], {});
    const input = { ...item, value: 2, reasons };
    const stored = client.rate(input);
    input.value = 5;
    reasons.push('other');
    await stored;
    await client.flush();
    expect(server.events[0]).to.deep.include({ value: 2, reasons: ['outdated'] });
    await client.close();
  });

  it('adds where it happened, and lets the host say it better', async () => {
    const { client, server } = createTestClient();
    await client.rate({ ...item, value: 4, context: { surface: 'search' } });
    await client.flush();
    const context = { url: 'https://intranet.test/deck', locale: 'en', surface: 'search' };
    expect(server.events[0]!.context).to.deep.equal(context);
    await client.close();
  });

  it('stamps ratings in the order they were given, also when the clock is set back', async () => {
    const { client, server, platform } = createTestClient();
    await Promise.all([client.rate({ ...item, value: 1 }), client.rate({ ...item, value: 2 })]);
    platform.setClock('2026-01-05T11:00:00.000Z');
    await client.withdrawRating(item);
    await client.flush();
    const times = server.events.map(({ occurredAt }) => occurredAt);
    expect(times).to.deep.equal(['12:00:00.000', '12:00:00.001', '12:00:00.002'].map((time) => `2026-01-05T${time}Z`));
    await client.close();
  });

  it('writes all events of one task in one transaction, strict when a person wrote one of them', async () => {
    const { client } = createTestClient({ endpoint: `/${crypto.randomUUID()}`, onDisk: true });
    await client.flush();
    const transaction = Reflect.get<IDBDatabase, 'transaction'>(IDBDatabase.prototype, 'transaction');
    const durabilities: unknown[] = [];
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode === 'readwrite') durabilities.push(options?.durability);
      return transaction.call(this, stores, mode, options);
    };
    try {
      const download = () => client.track({ type: 'usage', action: 'download', ...item });
      const first = Promise.all(Array.from({ length: 50 }, download));
      const [begun] = await Promise.all([Promise.resolve().then(() => durabilities.slice()), first]);
      expect(begun.length).to.be.at.most(1);
      expect(durabilities.filter((durability) => durability === 'relaxed')).to.have.length.at.least(1);
      durabilities.length = 0;
      await Promise.all([download(), client.rate({ ...item, value: 4 }), client.rate({ ...item, value: 5 })]);
      expect(durabilities.filter((durability) => durability === 'strict')).to.have.length(1);
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
    await client.close();
  });

  it('finds the newest rating of an item and version that is still on this device', async () => {
    const { client, server } = createTestClient();
    server.answer = () => Response.error();
    await client.rate({ ...item, value: 2 });
    await client.rate({ ...item, value: 5, version: '2' });
    const { id } = await client.rate({ ...item, value: 3 });
    expect(await client.pendingRating(item)).to.deep.include({ id, value: 3 });
    expect(await client.pendingRating({ collateralId: 'deck-43' })).to.equal(null);
    const withdrawn = client.withdrawRating(item);
    expect(await client.pendingRating(item)).to.include({ value: null });
    await withdrawn;
    server.answer = () => undefined;
    await client.flush();
    expect(await client.pendingRating(item)).to.equal(null);
    await client.close();
  });
});

async function reasonOf(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  return undefined;
}
