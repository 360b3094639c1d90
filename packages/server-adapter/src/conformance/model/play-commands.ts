import { checkedStore } from '../checked-store.js';
import type { Store } from '../../store/store.js';
import { foldAggregates, showRows } from '../fold-aggregates.js';
import { searchFacts } from '../fold-search.js';
import { readAll } from '../read-all.js';
import { showValue } from '../show-value.js';
import type { StoreSubject } from '../store-case.js';
import type { Command } from './command.js';
import { ModelStore } from './model-store.js';

/** Where a store first did something else than the model. */
export interface Difference {
  /** Index of the command. */
  readonly at: number;
  readonly did: string;
  readonly expected: string;
}

/** Gives commands to a new store and to the model, and tells where they first differ, or null. */
export async function playCommands(subject: StoreSubject, commands: readonly Command[]): Promise<Difference | null> {
  const player = new Player(subject);
  try {
    for (const [at, command] of commands.entries()) {
      const expected = showValue(player.playOnModel(command));
      const did = await player.playOnStore(command).then(showValue, describeError);
      if (did !== expected) return { at, did, expected };
    }
    return null;
  } finally {
    await player.close();
  }
}

class Player {
  readonly #subject: StoreSubject;
  readonly #place = `model-${crypto.randomUUID().slice(0, 8)}`;
  readonly #model = new ModelStore();
  readonly #cursors = new Map<string, string | undefined>();
  readonly #places = new Map<string, number>();
  #store: Store | undefined;

  constructor(subject: StoreSubject) {
    this.#subject = subject;
  }

  playOnModel(command: Command): unknown {
    const model = this.#model;
    switch (command.type) {
      case 'append':
        return model.append(command.tenant, command.facts);
      case 'read':
      case 'read-on': {
        const kept = keyOfRead(command.tenant, command.filter);
        const behind = command.type === 'read' ? 0 : (this.#places.get(kept) ?? 0);
        const { facts, place } = model.read(command.tenant, command.filter, behind);
        this.#places.set(kept, place);
        return facts;
      }
      case 'aggregate':
        if (command.query.type === 'ratings' && model.isPruned(command.tenant)) return undefined;
        return foldAggregates(model.read(command.tenant, {}, 0).facts, command.query);
      case 'search':
        return searchFacts(model.read(command.tenant, {}, 0).facts, command.query);
      case 'reassign':
        model.reassign(command.tenant, command.actorId, command.tombstoneId);
        return undefined;
      case 'prune':
        return model.prune(command.tenant, command.before, command.types);
      case 'get':
        return model.get(command.tenant, command.collection, command.key);
      case 'put': {
        const { tenant, collection, key, value, expectedRevision } = command;
        return model.put(tenant, collection, key, { value }, expectedRevision);
      }
      case 'list':
        return model.list(command.tenant, command.collection);
      case 'restart':
        return undefined;
    }
  }

  async playOnStore(command: Command): Promise<unknown> {
    const store = await this.#open();
    switch (command.type) {
      case 'append':
        return store.append(command.tenant, command.facts);
      case 'read':
      case 'read-on': {
        const kept = keyOfRead(command.tenant, command.filter);
        const from = command.type === 'read' ? undefined : this.#cursors.get(kept);
        const { facts, cursor } = await readAll(store, command.tenant, command.filter, from);
        this.#cursors.set(kept, cursor);
        return facts;
      }
      case 'aggregate':
        if (store.capabilities?.aggregate !== true) return this.playOnModel(command);
        if (command.query.type === 'ratings' && this.#model.isPruned(command.tenant)) return undefined;
        return showRows((await store.aggregate?.(command.tenant, command.query)) ?? []);
      case 'search':
        if (store.capabilities?.search !== true) return this.playOnModel(command);
        return store.search?.(command.tenant, command.query);
      case 'reassign':
        return store.reassign(command.tenant, command.actorId, command.tombstoneId);
      case 'prune':
        return store.prune(command.tenant, command.before, command.types && { types: command.types });
      case 'get':
        return store.get(command.tenant, command.collection, command.key);
      case 'put': {
        const { tenant, collection, key, value, expectedRevision } = command;
        return store.put(
          tenant,
          collection,
          key,
          { value },
          expectedRevision === undefined ? {} : { expectedRevision },
        );
      }
      case 'list':
        return listAll(store, command);
      case 'restart':
        return this.close();
    }
  }

  /** Closes the store; the next command opens its place again. */
  async close(): Promise<void> {
    const store = this.#store;
    this.#store = undefined;
    await store?.close();
  }

  async #open(): Promise<Store> {
    this.#store ??= checkedStore(await this.#subject.createStore({ place: this.#place }));
    return this.#store;
  }
}

function keyOfRead(tenant: string, filter: object): string {
  return JSON.stringify([tenant, filter]);
}

async function listAll(store: Store, { tenant, collection, limit }: Command & { type: 'list' }): Promise<unknown> {
  let page = await store.list(tenant, collection, { limit });
  const documents = [...page.documents];
  while (page.nextCursor !== undefined && documents.length < 100) {
    page = await store.list(tenant, collection, { limit, cursor: page.nextCursor });
    documents.push(...page.documents);
  }
  return documents;
}

function describeError(error: unknown): string {
  return `an error: ${error instanceof Error ? error.message : String(error)}`;
}
