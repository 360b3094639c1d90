import { createMemoryStore } from '../../store/memory-store.js';
import type { Fact } from '../../store/fact.js';
import type { Store, StoredDocument } from '../../store/store.js';
import { withFreshId, type Mutant } from './mutant.fixture.js';

/** Faults that show after a restart, between several handles, or in the optional methods. */
export const lifeMutants: readonly Mutant[] = [
  {
    fault: 'goes on working after it was closed',
    noticedBy: 'close.rejects',
    breakIt: () => ({ close: async () => undefined }),
  },
  {
    fault: 'is always healthy',
    noticedBy: 'close.rejects',
    breakIt: () => ({ health: async () => undefined }),
  },
  {
    fault: 'writes a fact to see whether it is healthy',
    noticedBy: 'health.changes-nothing',
    breakIt: (good) => ({
      health: async () => {
        await good.append('main', [withFreshId({ actorId: 'health' } as Fact)]);
      },
    }),
  },
  {
    fault: 'can be closed only once',
    noticedBy: 'close.twice',
    breakIt: (good: Store): Partial<Store> => {
      let isClosed = false;
      return {
        async close() {
          if (isClosed) throw new Error('closed already');
          isClosed = true;
          await good.close();
        },
      };
    },
  },
  { fault: 'keeps nothing over a restart', noticedBy: 'reopen.facts', breakIt: () => createMemoryStore() },
  {
    fault: 'keeps documents only while it is open',
    noticedBy: 'reopen.documents',
    breakIt: (): Partial<Store> => {
      const own = createMemoryStore();
      return {
        get: (...given) => own.get(...given),
        put: (...given) => own.put(...given),
        list: (...given) => own.list(...given),
      };
    },
  },
  {
    fault: 'knows ids only while it is open',
    noticedBy: 'reopen.dedup',
    breakIt: (good: Store): Partial<Store> => {
      const known = new Set<string>();
      return {
        append(tenant, facts) {
          const given = facts.map((fact) => (known.has(fact.id) ? fact : withFreshId(fact)));
          facts.forEach(({ id }) => known.add(id));
          return good.append(tenant, given);
        },
      };
    },
  },
  {
    fault: 'writes down only when it is closed',
    noticedBy: 'crash.facts',
    breakIt: (good: Store): Partial<Store> => {
      const waiting: (() => Promise<unknown>)[] = [];
      return {
        async append(tenant, facts) {
          waiting.push(() => good.append(tenant, facts));
          return facts.map(() => 'new');
        },
        async close() {
          for (const write of waiting) await write();
          await good.close();
        },
      };
    },
  },
  {
    fault: 'forgets at a restart what it has pruned',
    noticedBy: 'reopen.prune',
    breakIt: (good: Store): Partial<Store> => {
      let before = '';
      return {
        async prune(tenant, instant) {
          before = instant;
          return good.prune(tenant, instant);
        },
        append: async (tenant, facts) =>
          (await good.append(tenant, facts)).map((outcome, index) =>
            outcome === 'too-old' && facts[index]!.effectiveAt >= before ? 'new' : outcome,
          ),
      };
    },
  },
  {
    fault: 'numbers its facts anew after a restart',
    noticedBy: 'reopen.cursor',
    breakIt: (good: Store): Partial<Store> => {
      const own = new Set<string>();
      return {
        async *read(tenant, filter, cursor) {
          const known = cursor !== undefined && own.has(cursor) ? cursor : undefined;
          for await (const page of good.read(tenant, filter, known)) {
            own.add(page.cursor);
            yield page;
          }
        },
      };
    },
  },
  {
    fault: 'remembers documents it has read, whoever changes them',
    noticedBy: 'share.count-up',
    breakIt: (good: Store): Partial<Store> => {
      const cache = new Map<string, StoredDocument | null>();
      return {
        async get(tenant, collection, key) {
          const name = JSON.stringify([tenant, collection, key]);
          if (!cache.has(name)) cache.set(name, await good.get(tenant, collection, key));
          return cache.get(name) ?? null;
        },
        async put(tenant, collection, key, document, options) {
          const outcome = await good.put(tenant, collection, key, document, options);
          if (outcome.ok) cache.delete(JSON.stringify([tenant, collection, key]));
          return outcome;
        },
      };
    },
  },
  {
    fault: 'closes the rows for every handle',
    noticedBy: 'share.close',
    breakIt: (good) => ({
      async close() {
        await good.prune('main', '9');
        await good.close();
      },
    }),
  },
  {
    fault: 'gives several documents in the order of the store',
    noticedBy: 'get-many.order',
    breakIt: (good) => ({
      getMany: async (tenant, collection, keys) => good.getMany!(tenant, collection, [...keys].sort()),
    }),
  },
  {
    fault: 'leaves missing documents out',
    noticedBy: 'get-many.missing',
    breakIt: (good) => ({
      getMany: async (...given) => (await good.getMany!(...given)).filter((stored) => stored !== null),
    }),
  },
  {
    fault: 'claims a method it does not have',
    noticedBy: 'capabilities.exist',
    breakIt: () => ({ getMany: undefined as never }),
  },
];
