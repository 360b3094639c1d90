import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Fact } from '../store/fact.js';
import { createMemoryStore } from '../store/memory-store.js';
import type { Store } from '../store/store.js';
import { sampleId } from './sample-fact.js';
import { storeCases } from './store-cases.js';

/** A store with one fault, and a case that must notice it. */
interface BrokenStore {
  readonly fault: string;
  readonly noticedBy: string;
  readonly breakIt: (good: Store) => Partial<Store>;
}

let lastFreshId = 0;

function withFreshIds(facts: readonly Fact[]): readonly Fact[] {
  return facts.map((fact) => ({ ...fact, id: sampleId(1_000_000 + lastFreshId++) }));
}

const brokenStores: readonly BrokenStore[] = [
  {
    fault: 'never deduplicates',
    noticedBy: 'append.duplicate-later',
    breakIt: (good) => ({ append: (tenant, facts) => good.append(tenant, withFreshIds(facts)) }),
  },
  {
    fault: 'deduplicates whole calls only',
    noticedBy: 'append.duplicate-other-batch',
    breakIt(good) {
      const calls = new Set<string>();
      return {
        async append(tenant, facts) {
          const call = JSON.stringify([tenant, facts]);
          if (calls.has(call)) return facts.map(() => 'duplicate');
          calls.add(call);
          return good.append(tenant, withFreshIds(facts));
        },
      };
    },
  },
  {
    fault: 'takes a conflict for a duplicate',
    noticedBy: 'append.conflict-later',
    breakIt: (good) => ({
      append: async (tenant, facts) =>
        (await good.append(tenant, facts)).map((outcome) => (outcome === 'conflict' ? 'duplicate' : outcome)),
    }),
  },
  {
    fault: 'ignores the actor when it compares ids',
    noticedBy: 'append.per-actor',
    breakIt(good) {
      const ids = new Set<string>();
      return {
        append: async (tenant, facts) => {
          const fresh = facts.filter(({ id }) => !ids.has(id));
          for (const { id } of fresh) ids.add(id);
          const outcomes = [...(await good.append(tenant, fresh))];
          return facts.map((fact) => (fresh.includes(fact) ? (outcomes.shift() ?? 'new') : 'duplicate'));
        },
      };
    },
  },
  {
    fault: 'puts every tenant into one log',
    noticedBy: 'read.tenants',
    breakIt: (good) => ({
      append: (_tenant, facts) => good.append('main', facts),
      read: (_tenant, filter, cursor) => good.read('main', filter, cursor),
    }),
  },
  {
    fault: 'uses the time of the last fact as cursor',
    noticedBy: 'read.late',
    breakIt: (good) => ({
      async *read(tenant, filter, cursor = '') {
        const facts: Fact[] = [];
        for await (const page of good.read(tenant, filter))
          facts.push(...page.facts.filter(({ effectiveAt }) => effectiveAt > cursor));
        const times = facts.map(({ effectiveAt }) => effectiveAt).sort();
        if (facts.length > 0) yield { facts, cursor: times.at(-1) ?? cursor };
      },
    }),
  },
  {
    fault: 'leaves out the last instant of a span twice',
    noticedBy: 'prune.before',
    breakIt: (good) => ({
      prune: (tenant, before) => good.prune(tenant, new Date(Date.parse(before) + 1).toISOString()),
    }),
  },
  {
    fault: 'compares and sets in two steps',
    noticedBy: 'put.race-create',
    breakIt: (good) => ({
      async put(tenant, collection, key, document, { expectedRevision } = {}) {
        const current = await good.get(tenant, collection, key);
        if (expectedRevision !== undefined && expectedRevision !== (current?.revision ?? 0))
          return { ok: false, current };
        return good.put(tenant, collection, key, document);
      },
    }),
  },
  {
    fault: 'counts pages by position instead of by key',
    noticedBy: 'list.insert-between',
    breakIt: (good) => ({
      async list(tenant, collection, { cursor = '0', limit = 100 } = {}) {
        const { documents } = await good.list(tenant, collection, { limit: 1_000 });
        const end = Number(cursor) + limit;
        const page = documents.slice(Number(cursor), end);
        return end < documents.length ? { documents: page, nextCursor: String(end) } : { documents: page };
      },
    }),
  },
];

describe('the conformance kit', () => {
  for (const { fault, noticedBy, breakIt } of brokenStores) {
    test(`notices a store that ${fault}`, async () => {
      const failed: string[] = [];
      for (const { id, run } of storeCases) {
        await run({
          createStore: () => {
            const good = createMemoryStore();
            return { ...good, ...breakIt(good) };
          },
        }).catch(() => failed.push(id));
      }
      assert.ok(failed.includes(noticedBy), `failed: ${failed.join(', ') || 'nothing'}`);
    });
  }

  test('gives every case an id of its own', () => {
    assert.equal(new Set(storeCases.map(({ id }) => id)).size, storeCases.length);
  });

  test('says what the store did, what was expected and where that is written', async () => {
    const first = storeCases.find(({ id }) => id === 'append.duplicate-later');
    const good = createMemoryStore();
    await assert.rejects(
      first!.run({ createStore: () => ({ ...good, append: async (_tenant, facts) => facts.map(() => 'new') }) }),
      /the store gave \["new"\], expected \["duplicate"\]\. See Store\.append in store\/store\.ts/,
    );
  });
});
