import { completePolicy } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { onEveryStore } from '../handler.fixture.js';
import { SuggestionsWorld } from '../routes/suggestions-world.fixture.js';
import type { Store } from '../store/store.js';
import { ChangesWatch } from './changes-watch.js';

/** A promise and what resolves it. */
function signal(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve: () => resolve() };
}

/** A store whose documents are handed out when the gate opens. */
function gated(store: Store): { readonly store: Store; gate: Promise<unknown> } {
  const state = { gate: Promise.resolve() as Promise<unknown>, store };
  state.store = new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name !== 'get' && name !== 'getMany') return value.bind(target) as unknown;
      return async (...given: unknown[]): Promise<unknown> => {
        await state.gate;
        return Reflect.apply(value, target, given) as unknown;
      };
    },
  });
  return state;
}

onEveryStore('watching changes', (createStore) => {
  const prepare = async (
    context: TestContext,
  ): Promise<{
    readonly world: SuggestionsWorld;
    readonly watch: ChangesWatch;
    readonly state: ReturnType<typeof gated>;
    readonly join: (
      place: string,
      said: string[],
    ) => { readonly opened: Promise<void>; readonly changed: Promise<void>; readonly leave: () => void };
  }> => {
    const store = createStore();
    const world = await new SuggestionsWorld(store).prepare();
    const state = gated(store);
    const watch = new ChangesWatch(() => world.world.clock);
    context.after(() => watch.close());
    const source = { store: state.store, tenant: 'main', policy: completePolicy({}) };
    const join = (place: string, said: string[]): ReturnType<Awaited<ReturnType<typeof prepare>>['join']> => {
      const opened = signal();
      const changed = signal();
      const leave = watch.watch({
        source,
        actorId: 'ben',
        places: [place],
        opened: () => {
          said.push('opened');
          opened.resolve();
        },
        changed: () => {
          said.push('changed');
          changed.resolve();
        },
        ended: () => undefined,
      });
      return { opened: opened.promise, changed: changed.promise, leave };
    };
    return { world, watch, state, join };
  };

  test('goes on for the others when somebody leaves while the store is asked', async (context) => {
    const { world, watch, state, join } = await prepare(context);
    const saidToGone: string[] = [];
    const gone = join('deck-42', saidToGone);
    const stays = join('deck-42', []);
    await Promise.all([gone.opened, stays.opened]);
    await world.suggest('ana', 'New prices');
    const gate = signal();
    const asked = signal();
    state.gate = {
      then: (...done: Parameters<Promise<void>['then']>) => (asked.resolve(), gate.promise.then(...done)),
    } as never;
    watch.nudge();
    await asked.promise;
    gone.leave();
    gate.resolve();
    await stays.changed;
    assert.deepEqual(saidToGone, ['opened'], 'a stream that is closed takes nothing any more');
  });

  test('forgets what nobody watches any more', async (context) => {
    const { world, join } = await prepare(context);
    const other = join('sheet-7', []);
    const first = join('deck-42', []);
    await Promise.all([other.opened, first.opened]);
    first.leave();
    await join('sheet-7', []).opened;
    await world.suggest('ana', 'While nobody looked');
    const said: string[] = [];
    await join('deck-42', said).opened;
    assert.deepEqual(said, ['opened'], 'what is there already is no change');
  });
});
