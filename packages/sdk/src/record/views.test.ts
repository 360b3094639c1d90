import { expect } from 'chai';
import type { ViewEvent } from '../contract/usage-event.js';
import { createTestClient, type TestClient } from '../testing/index.js';

const item = { collateralId: 'deck-42' };

describe('a view', () => {
  it('is one event with the time and the share seen', async () => {
    const world = createTestClient();
    const view = world.client.view(item);
    world.platform.advance(4_000);
    view.progress(0.4);
    view.progress(0.2);
    view.end();
    const [event, ...others] = await viewsOf(world);
    expect(event).to.include({ viewId: view.viewId, visibleMs: 4_000, activeMs: 4_000, progress: 0.4 });
    expect(others).to.deep.equal([]);
  });

  it('counts no time while the page is hidden or has no focus', async () => {
    const world = createTestClient();
    const view = world.client.view(item);
    world.platform.advance(2_000);
    world.platform.attended = false;
    world.platform.change('focus');
    world.platform.advance(5_000);
    world.platform.attended = true;
    world.platform.change('focus');
    world.platform.advance(1_000);
    view.end();
    expect((await viewsOf(world)).at(-1)).to.include({ visibleMs: 3_000, activeMs: 3_000 });
  });

  it('counts active time only until 30 s after the last input', async () => {
    const world = createTestClient();
    const view = world.client.view(item);
    world.platform.advance(10_000);
    world.platform.input();
    world.platform.advance(50_000);
    view.end();
    expect((await viewsOf(world)).at(-1)).to.include({ visibleMs: 60_000, activeMs: 40_000 });
  });

  it('counts nothing while the machine sleeps', async () => {
    const world = createTestClient();
    const view = world.client.view(item);
    world.platform.advance(1_000);
    world.platform.input();
    world.platform.sleep(3_600_000);
    view.end();
    expect((await viewsOf(world)).at(-1)).to.include({ visibleMs: 1_000 });
  });

  it('is recorded every 15 s, and a newer checkpoint takes the place of one not yet sent', async () => {
    const world = createTestClient();
    world.server.answer = () => Response.error();
    const view = world.client.view(item);
    for (let checkpoint = 0; checkpoint < 3; checkpoint += 1) {
      world.platform.advance(15_000);
      await world.client.flush();
    }
    expect(world.client.status().pending).to.equal(1);
    world.server.answer = () => undefined;
    const events = await viewsOf(world);
    expect(events.map(({ visibleMs }) => visibleMs)).to.deep.equal([45_000]);
    view.end();
  });

  it('is recorded when the page hides and goes on when it comes back', async () => {
    const world = createTestClient();
    await world.client.config();
    const view = world.client.view(item);
    world.platform.advance(1_000);
    world.platform.attended = false;
    world.platform.change('hidden');
    world.platform.change('hidden');
    world.platform.advance(9_000);
    world.platform.attended = true;
    world.platform.change('back');
    world.platform.advance(1_000);
    view.end();
    view.end();
    const events = await viewsOf(world);
    expect(events.map(({ visibleMs }) => visibleMs)).to.deep.equal([1_000, 2_000]);
    expect(new Set(events.map(({ viewId }) => viewId)).size).to.equal(1);
  });

  it('of a page that is prepared in advance counts nothing until the page is shown', async () => {
    const world = createTestClient();
    world.platform.attended = false;
    const view = world.client.view(item);
    world.platform.advance(60_000);
    world.platform.change('hidden');
    await world.client.flush();
    expect(world.server.events).to.deep.equal([]);
    world.platform.attended = true;
    world.platform.change('back');
    world.platform.advance(4_000);
    view.end();
    expect((await viewsOf(world)).map(({ visibleMs }) => visibleMs)).to.deep.equal([4_000]);
  });

  it('that a framework opens, ends and opens again at once is one view', async () => {
    const world = createTestClient();
    world.client.view(item).end();
    const view = world.client.view(item);
    world.platform.advance(4_000);
    view.end();
    expect((await viewsOf(world)).map(({ viewId }) => viewId)).to.deep.equal([view.viewId]);
  });

  it('is ended by close', async () => {
    const endpoint = `/${crypto.randomUUID()}`;
    const { client, platform } = createTestClient({ endpoint, actor: 'ann', onDisk: true });
    // The disk is open before time moves: opening has a time limit.
    await client.flush();
    client.view(item);
    platform.advance(3_000);
    await client.close();
    const events = await viewsOf(createTestClient({ endpoint, actor: 'ann', onDisk: true }));
    expect(events.map(({ visibleMs }) => visibleMs)).to.deep.equal([3_000]);
  });
});

async function viewsOf({ client, server }: TestClient): Promise<readonly ViewEvent[]> {
  await client.flush();
  await client.close();
  return server.events.filter((event) => event.type === 'view');
}
