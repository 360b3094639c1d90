import { expect } from 'chai';
import { openDB } from 'idb';
import type { PromptResponseEvent } from '../contract/usage-event.js';
import {
  createLoopback,
  createTestClient,
  problem,
  reply,
  type TestClient,
  type TestClientOptions,
} from '../testing/index.js';
import type { Prompt } from './prompt.js';

const item = { collateralId: 'deck-42' };
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A client, the requests it made, and how it was answered. */
interface Asking extends TestClient {
  readonly prompts: Prompt[];
  /** Waits until everything that is already decided has happened. */
  readonly settle: () => Promise<void>;
  /** What became of requests, in order. */
  readonly answers: () => Promise<readonly string[]>;
}

async function watching(options: TestClientOptions = {}, collateralId = item.collateralId): Promise<Asking> {
  const world = createTestClient(options);
  const prompts: Prompt[] = [];
  world.client.prompts.watch({ collateralId }, (prompt) => prompts.push(prompt));
  const settle = async (): Promise<void> => {
    await import('./assemble-prompter.js');
    // Turns of the database, so that a busy machine that is slow to decide is as slow to count them; who asked once more begins anew.
    const database = await openDB('turns', 1, { upgrade: (fresh) => void fresh.createObjectStore('turns') });
    let asked = 0;
    for (let turn = 0; turn < 30; turn += 1) {
      if (world.server.requests.length > asked) turn = 0;
      asked = world.server.requests.length;
      await database.put('turns', turn, 'turn');
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
    database.close();
  };
  await settle();
  return {
    ...world,
    prompts,
    settle,
    async answers() {
      await world.client.flush();
      const responses = world.server.events.filter(
        (event): event is PromptResponseEvent => event.type === 'prompt-response',
      );
      return responses.map(({ answer, collateralId: about = '' }) => `${answer} ${about}`);
    },
  };
}

async function read({ client, platform, settle }: Asking, about = item, ms = 10_000): Promise<void> {
  const view = client.view(about);
  platform.advance(ms);
  view.end();
  await settle();
}

describe('client.prompts', () => {
  it('R8: asks when an engaged view has ended, once, and tells the server', async () => {
    const world = await watching();
    await read(world, item, 9_999);
    expect(world.prompts).to.have.length(0);
    await read(world);
    expect(world.prompts).to.have.length(1);
    expect(world.prompts[0]).to.include({ collateralId: 'deck-42' });
    await read(world);
    expect(world.prompts).to.have.length(1);
    expect(await world.answers()).to.deep.equal(['asked deck-42']);
  });

  it('R8: asks at once after a completion, a download, or half an item', async () => {
    const uses: ((world: Asking) => unknown)[] = [
      ({ client }) => client.complete(item),
      ({ client }) => client.track({ type: 'usage', action: 'download', ...item }),
      ({ client, platform }) => {
        const view = client.view(item);
        platform.advance(1_000);
        view.progress(0.5);
        view.end();
      },
    ];
    for (const use of uses) {
      const world = await watching();
      await use(world);
      await world.settle();
      expect(world.prompts).to.have.length(1);
    }
  });

  it('R8: does not ask after a glance, a share, a started module or the use of another item', async () => {
    const world = await watching();
    await world.client.track({ type: 'usage', action: 'share', ...item });
    await world.client.complete({ ...item, progress: 0.4 });
    await world.client.complete({ collateralId: 'deck-43' });
    await world.settle();
    expect(world.prompts).to.have.length(0);
  });

  it('R8: does not ask while the person reads, but when they come back to the page', async () => {
    const world = await watching();
    world.client.view(item);
    world.platform.advance(60_000);
    await world.settle();
    expect(world.prompts).to.have.length(0);
    world.platform.attended = false;
    world.platform.change('hidden');
    world.platform.advance(hourMs);
    await world.settle();
    expect(world.prompts).to.have.length(0);
    world.platform.attended = true;
    world.platform.advance(2_000);
    await world.settle();
    expect(world.prompts).to.have.length(1);
  });

  it('R8: never asks somebody who is typing or in full screen; it waits until they are done', async () => {
    const world = await watching();
    world.platform.busy = true;
    await world.client.complete(item);
    for (let look = 0; look < 20; look += 1) {
      world.platform.advance(2_000);
      await world.settle();
    }
    expect(world.prompts).to.have.length(0);
    world.platform.busy = false;
    world.platform.advance(2_000);
    await world.settle();
    expect(world.prompts).to.have.length(1);
  });

  it('R8: asks once in 24 hours, whatever was used', async () => {
    const world = await watching();
    world.client.prompts.watch({ collateralId: 'deck-43' }, (prompt) => world.prompts.push(prompt));
    await world.settle();
    await read(world);
    await read(world, { collateralId: 'deck-43' });
    expect(world.prompts).to.have.length(1);
    world.platform.advance(dayMs);
    await read(world, { collateralId: 'deck-43' });
    expect(world.prompts.map(({ collateralId }) => collateralId)).to.deep.equal(['deck-42', 'deck-43']);
  });

  it('R8: rests for 30 days after a dismissal and asks again on the 31st', async () => {
    const world = await watching();
    world.client.prompts.watch({ collateralId: 'deck-43' }, (prompt) => world.prompts.push(prompt));
    await read(world);
    world.prompts[0]!.dismiss();
    world.prompts[0]!.dismiss();
    await world.settle();
    expect(await world.answers()).to.deep.equal(['asked deck-42', 'dismissed deck-42']);
    world.platform.advance(30 * dayMs - 60_000);
    await read(world, { collateralId: 'deck-43' });
    expect(world.prompts).to.have.length(1);
    world.platform.advance(60_000);
    await read(world, { collateralId: 'deck-43' });
    expect(world.prompts).to.have.length(2);
  });

  it('R8: asks about the same item again only after 30 days', async () => {
    const world = await watching();
    await read(world);
    world.platform.advance(2 * dayMs);
    await read(world);
    expect(world.prompts).to.have.length(1);
    world.platform.advance(28 * dayMs);
    await read(world);
    expect(world.prompts).to.have.length(2);
  });

  it('R8: takes a rating for the answer', async () => {
    const world = await watching();
    await read(world);
    await world.client.rate({ ...item, value: 4 });
    world.prompts[0]!.dismiss();
    expect(await world.answers()).to.deep.equal(['asked deck-42', 'rated deck-42']);
  });

  it('R8: does not ask who has rated the item, owns it or may not rate', async () => {
    const rated = await watching();
    await rated.client.rate({ ...item, value: 4 });
    await read(rated);
    expect(rated.prompts).to.have.length(0);

    const owner = await watching();
    owner.server.answer = ({ path, body }) =>
      path.endsWith('/query') ? reply({ ratings: body!.items.map((each) => ({ ...each, own: true })) }) : undefined;
    await read(owner);
    expect(owner.prompts).to.have.length(0);
  });

  it('R8: believes what the server knows of other devices, and asks nobody without its answer', async () => {
    const answers: (() => Response)[] = [
      () => reply({ notBefore: '2026-01-06T12:00:00.000Z', recent: [] }),
      () => reply({ notBefore: null, recent: ['deck-42'] }),
      () => reply({ somethingElse: true }),
      () => problem(500, 'server-failed'),
    ];
    for (const answer of answers) {
      const world = await watching();
      world.server.answer = ({ path }) => (path === '/v1/prompts' ? answer() : undefined);
      await read(world);
      expect(world.prompts).to.have.length(0);
    }
  });

  it('R8: follows the limits of the server', async () => {
    const config = await createTestClient().client.config();
    for (const [perDay, times] of [
      [0, 0],
      [2, 2],
    ] as const) {
      const server = createLoopback();
      const prompts = { perDay, restDays: 30 };
      server.answer = ({ path }) => (path === '/v1/config' ? reply({ ...config, prompts }) : undefined);
      const world = await watching({ server });
      for (const collateralId of ['deck-42', 'deck-43', 'deck-44']) {
        world.client.prompts.watch({ collateralId }, (prompt) => world.prompts.push(prompt));
        await read(world, { collateralId });
      }
      expect(world.prompts).to.have.length(times);
    }
  });

  it('R8: asks in one of two tabs', async () => {
    const endpoint = `/collateral-${crypto.randomUUID()}`;
    const first = await watching({ onDisk: true, endpoint });
    const second = await watching({ onDisk: true, endpoint, platform: first.platform, server: first.server });
    await Promise.all([first.client.complete(item), second.client.complete(item)]);
    await first.settle();
    await second.settle();
    expect([...first.prompts, ...second.prompts]).to.have.length(1);
    await first.client.close();
    await second.client.close();
  });

  it('R8: asks nothing without consent, after a change of person, or of whoever has stopped watching', async () => {
    const silent = await watching({ consent: 'unknown' });
    await silent.client.complete(item);
    await silent.settle();
    expect(silent.prompts).to.have.length(0);

    const changed = await watching();
    changed.platform.busy = true;
    await changed.client.complete(item);
    await changed.client.setActor('bob');
    changed.platform.busy = false;
    changed.platform.advance(2_000);
    await changed.settle();
    expect(changed.prompts).to.have.length(0);

    const gone = await watching();
    gone.client.prompts.watch({ collateralId: 'deck-43' }, (prompt) => gone.prompts.push(prompt))();
    await read(gone, { collateralId: 'deck-43' });
    expect(gone.prompts).to.have.length(0);
  });

  it('leaves no timer and no listener behind', async () => {
    const world = await watching();
    world.platform.busy = true;
    await world.client.complete(item);
    await world.settle();
    await world.client.close();
    expect(world.platform.leftOvers()).to.equal(0);
  });

  it('refuses to watch what is no item', () => {
    const { client } = createTestClient();
    expect(() => client.prompts.watch({ collateralId: '' }, () => undefined)).to.throw('collateralId');
  });
});
