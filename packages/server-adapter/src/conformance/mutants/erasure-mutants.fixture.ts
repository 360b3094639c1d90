import type { Fact } from '../../store/fact.js';
import type { Store } from '../../store/store.js';
import { changePages, everyFact, type Mutant } from './mutant.fixture.js';

/** Faults in erasing people and forgetting old facts. */
export const erasureMutants: readonly Mutant[] = [
  { fault: 'erases nobody', noticedBy: 'reassign.moves', breakIt: () => ({ reassign: async () => undefined }) },
  {
    fault: 'copies the facts of an erased person instead of moving them',
    noticedBy: 'reassign.moves',
    breakIt: (good) => ({
      async reassign(tenant, actorId, tombstoneId) {
        const facts = await everyFact(good, tenant, { actorId });
        await good.append(
          tenant,
          facts.map((fact) => ({ ...fact, actorId: tombstoneId })),
        );
      },
    }),
  },
  {
    fault: 'erases the name of a person and keeps what they wrote',
    noticedBy: 'reassign.text',
    breakIt: (good: Store): Partial<Store> => {
      const written = new Map<string, Fact>();
      const restored = (fact: Fact): Fact => ({ ...(written.get(fact.id) ?? fact), actorId: fact.actorId });
      return {
        append: async (tenant, facts) => {
          for (const fact of facts) written.set(fact.id, fact);
          return good.append(tenant, facts);
        },
        read: changePages(good, (facts) => facts.map(restored)),
      };
    },
  },
  {
    fault: 'erases a person in every tenant',
    noticedBy: 'reassign.tenant',
    breakIt: (good) => ({
      async reassign(_tenant, actorId, tombstoneId) {
        for (const tenant of ['main', 'other']) await good.reassign(tenant, actorId, tombstoneId);
      },
    }),
  },
  {
    fault: 'erases the wrong way round when the names are the same',
    noticedBy: 'reassign.same',
    breakIt: (good) => ({
      reassign: (tenant, actorId, tombstoneId) =>
        good.reassign(tenant, actorId, actorId === tombstoneId ? 'nobody' : tombstoneId),
    }),
  },
  {
    fault: 'erases people whose names begin alike',
    noticedBy: 'reassign.twins',
    breakIt: (good) => ({
      async reassign(tenant, actorId, tombstoneId) {
        const people = new Set((await everyFact(good, tenant)).map((fact) => fact.actorId));
        for (const person of people) if (person.startsWith(actorId)) await good.reassign(tenant, person, tombstoneId);
      },
    }),
  },
  {
    fault: 'goes on calling the events of an erased person duplicates',
    noticedBy: 'reassign.frees',
    breakIt: (good: Store): Partial<Store> => {
      const erased = new Set<string>();
      return {
        async reassign(tenant, actorId, tombstoneId) {
          erased.add(actorId);
          await good.reassign(tenant, actorId, tombstoneId);
        },
        append: async (tenant, facts) =>
          facts.some(({ actorId }) => erased.has(actorId)) ? facts.map(() => 'duplicate') : good.append(tenant, facts),
      };
    },
  },
  {
    fault: 'hides erased facts only where a person is asked for',
    noticedBy: 'reassign.moves',
    breakIt: (good: Store): Partial<Store> => {
      const erased = new Set<string>();
      return {
        reassign: async (_tenant, actorId) => void erased.add(actorId),
        read: (tenant, filter, cursor) =>
          changePages(good, (facts) => (erased.has(filter.actorId ?? '') ? [] : facts))(tenant, filter, cursor),
      };
    },
  },
  {
    fault: 'forgets one instant too many',
    noticedBy: 'prune.before',
    breakIt: (good) => ({
      prune: (tenant, before) => good.prune(tenant, new Date(Date.parse(before) + 1).toISOString()),
    }),
  },
  {
    fault: 'forgets by calendar day',
    noticedBy: 'prune.before',
    breakIt: (good) => ({ prune: (tenant, before) => good.prune(tenant, `${before.slice(0, 10)}T00:00:00.000Z`) }),
  },
  {
    fault: 'takes facts from before a prune without a word',
    noticedBy: 'prune.too-old',
    breakIt: (good) => ({
      append: async (tenant, facts) =>
        (await good.append(tenant, facts)).map((outcome) => (outcome === 'too-old' ? 'new' : outcome)),
    }),
  },
  {
    fault: 'remembers the last instant of a prune instead of the latest',
    noticedBy: 'prune.too-old',
    breakIt: (good: Store): Partial<Store> => {
      let last = '';
      return {
        async prune(tenant, before) {
          last = before;
          return good.prune(tenant, before);
        },
        append: async (tenant, facts) =>
          (await good.append(tenant, facts)).map((outcome, index) =>
            outcome === 'too-old' && facts[index]!.effectiveAt >= last ? 'new' : outcome,
          ),
      };
    },
  },
  {
    fault: 'calls stored facts too old after a prune',
    noticedBy: 'prune.conflict',
    breakIt: (good: Store): Partial<Store> => {
      let isPruned = false;
      return {
        async prune(tenant, before) {
          isPruned = true;
          return good.prune(tenant, before);
        },
        append: async (tenant, facts) =>
          (await good.append(tenant, facts)).map((outcome) => (isPruned && outcome !== 'new' ? 'too-old' : outcome)),
      };
    },
  },
  {
    fault: 'forgets old facts in every tenant',
    noticedBy: 'prune.tenant',
    breakIt: (good) => ({
      async prune(_tenant, before) {
        await good.prune('other', before);
        return good.prune('main', before);
      },
    }),
  },
];
