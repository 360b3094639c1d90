import type { Fact } from '../../store/fact.js';
import { factContent } from '../../store/fact-content.js';
import type { AppendOutcome, Store } from '../../store/store.js';
import { changePages, everyFact, withFreshId, type Mutant } from './mutant.fixture.js';

const keyOf = (tenant: string, { actorId, id }: Fact): string => JSON.stringify([tenant, actorId, id]);

/** Faults in storing facts. */
export const appendMutants: readonly Mutant[] = [
  {
    fault: 'never deduplicates',
    noticedBy: 'append.duplicate-later',
    breakIt: (good) => ({ append: (tenant, facts) => good.append(tenant, facts.map(withFreshId)) }),
  },
  {
    fault: 'deduplicates whole calls only',
    noticedBy: 'append.duplicate-other-batch',
    breakIt: (good: Store): Partial<Store> => {
      const calls = new Set<string>();
      return {
        async append(tenant, facts) {
          const call = JSON.stringify([tenant, facts]);
          if (calls.has(call)) return facts.map(() => 'duplicate');
          calls.add(call);
          return good.append(tenant, facts.map(withFreshId));
        },
      };
    },
  },
  {
    fault: 'deduplicates between calls but not inside one',
    noticedBy: 'append.duplicate-inside',
    breakIt: (good) => ({
      append(tenant, facts) {
        const seen = new Set<string>();
        const given = facts.map((fact) => (seen.has(fact.id) ? withFreshId(fact) : (seen.add(fact.id), fact)));
        return good.append(tenant, given);
      },
    }),
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
    fault: 'writes a conflicting fact over the first',
    noticedBy: 'append.conflict-keeps-first',
    breakIt: (good: Store): Partial<Store> => {
      const latest = new Map<string, Fact>();
      return {
        async append(tenant, facts) {
          const outcomes = await good.append(tenant, facts);
          return outcomes.map((outcome, index) => {
            const fact = facts[index]!;
            const known = latest.get(keyOf(tenant, fact));
            const isSame = known !== undefined && factContent(known) === factContent(fact);
            latest.set(keyOf(tenant, fact), fact);
            return outcome === 'new' || known === undefined ? outcome : isSame ? 'duplicate' : 'conflict';
          });
        },
        read: changePages(good, (facts, tenant) => facts.map((fact) => latest.get(keyOf(tenant, fact)) ?? fact)),
      };
    },
  },
  {
    fault: 'rejects a whole call because of one conflict',
    noticedBy: 'append.conflict-inside',
    breakIt: (good) => ({
      async append(tenant, facts) {
        const outcomes = await good.append(tenant, facts);
        if (outcomes.includes('conflict')) throw new Error('duplicate key');
        return outcomes;
      },
    }),
  },
  {
    fault: 'ignores the actor when it compares ids',
    noticedBy: 'append.per-actor',
    breakIt: (good) => firstWins(good, ({ id }) => id),
  },
  {
    fault: 'compares ids across tenants',
    noticedBy: 'append.per-tenant',
    breakIt: (good) => firstWins(good, ({ actorId, id }) => `${actorId} ${id}`),
  },
  {
    fault: 'stores the facts of a call one by one',
    noticedBy: 'append.atomic',
    breakIt: (good) => ({
      async append(tenant, facts) {
        const outcomes: AppendOutcome[] = [];
        for (const fact of facts) outcomes.push(...(await good.append(tenant, [fact])));
        return outcomes;
      },
    }),
  },
  {
    fault: 'takes derived fields for content',
    noticedBy: 'append.duplicate-derived',
    breakIt: (good) => comparing(good, (fact) => JSON.stringify(Object.entries(fact).sort())),
  },
  {
    fault: 'compares contents with their keys in the order given',
    noticedBy: 'append.duplicate-key-order',
    breakIt: (good) =>
      comparing(good, ({ type, collateralId, occurredAt, context, detail }) =>
        JSON.stringify([type, collateralId, occurredAt, context, detail]),
      ),
  },
  {
    fault: 'tells the new facts first',
    noticedBy: 'append.duplicate-other-batch',
    breakIt: (good) => ({
      append: async (tenant, facts) =>
        [...(await good.append(tenant, facts))].sort((a, b) => (a === 'new' ? 0 : 1) - (b === 'new' ? 0 : 1)),
    }),
  },
  {
    fault: 'stores only the first hundred facts of a call',
    noticedBy: 'append.full-batch',
    breakIt: (good) => ({
      async append(tenant, facts) {
        const outcomes = await good.append(tenant, facts.slice(0, 100));
        return facts.map((_, index) => outcomes[index] ?? 'new');
      },
    }),
  },
  {
    fault: 'looks for an id in one step and stores in another',
    noticedBy: 'append.concurrent',
    breakIt: (good) => ({
      async append(tenant, facts) {
        const known = new Set((await everyFact(good, tenant)).map(({ actorId, id }) => `${actorId} ${id}`));
        const outcomes = await good.append(tenant, facts);
        // It has looked before; what came in between it stores once more.
        return outcomes.map((outcome, index) => {
          const { actorId, id } = facts[index]!;
          return outcome === 'duplicate' && !known.has(`${actorId} ${id}`) && facts.length > 2 ? 'new' : outcome;
        });
      },
    }),
  },
  {
    fault: 'sorts the facts of a call by id',
    noticedBy: 'append.concurrent-order',
    breakIt: (good) => ({
      append: (tenant, facts) =>
        good.append(
          tenant,
          [...facts].sort((a, b) => (a.id < b.id ? -1 : 1)),
        ),
    }),
  },
  {
    fault: 'sorts the list it was given',
    noticedBy: 'append.frozen',
    breakIt: (good) => ({ append: async (tenant, facts) => good.append(tenant, (facts as Fact[]).reverse()) }),
  },
  {
    fault: 'drops the context',
    noticedBy: 'read.equal',
    breakIt: (good) => storing(good, (fact) => ({ ...fact, context: null })),
  },
  {
    fault: 'trims texts',
    noticedBy: 'append.conflict-small',
    breakIt: (good) =>
      storing(good, (fact) => {
        const comment = fact.detail['comment'];
        return typeof comment === 'string' ? { ...fact, detail: { ...fact.detail, comment: comment.trim() } } : fact;
      }),
  },
  {
    fault: 'loses facts that come late',
    noticedBy: 'time.late',
    breakIt: (good: Store): Partial<Store> => {
      let newest = '';
      return {
        async append(tenant, facts) {
          const kept = facts.filter(({ effectiveAt }) => effectiveAt >= newest);
          for (const { effectiveAt } of kept) newest = effectiveAt > newest ? effectiveAt : newest;
          const outcomes = [...(await good.append(tenant, kept))];
          return facts.map((fact) => (kept.includes(fact) ? (outcomes.shift() ?? 'new') : 'new'));
        },
      };
    },
  },
  {
    fault: 'corrects the clock of the sender',
    noticedBy: 'time.skewed-kept',
    breakIt: (good) =>
      storing(good, (fact) => (fact.occurredAt > fact.receivedAt ? { ...fact, occurredAt: fact.receivedAt } : fact)),
  },
  {
    fault: 'judges which facts count',
    noticedBy: 'time.excluded-kept',
    breakIt: (good) => ({ read: changePages(good, (facts) => facts.filter(({ excluded }) => excluded === null)) }),
  },
  {
    fault: 'works out the day by itself',
    noticedBy: 'time.day-kept',
    breakIt: (good) => storing(good, (fact) => ({ ...fact, day: fact.effectiveAt.slice(0, 10) })),
  },
  {
    fault: 'holds on to the objects it was given',
    noticedBy: 'append.copies',
    breakIt: (good: Store): Partial<Store> => {
      const given = new Map<string, Fact>();
      return {
        async append(tenant, facts) {
          for (const fact of facts) given.set(keyOf(tenant, fact), fact);
          return good.append(tenant, facts);
        },
        read: changePages(good, (facts, tenant) => facts.map((fact) => given.get(keyOf(tenant, fact)) ?? fact)),
      };
    },
  },
];

function storing(good: Store, change: (fact: Fact) => Fact): Partial<Store> {
  return { append: (tenant, facts) => good.append(tenant, facts.map(change)) };
}

/** Only the first fact of each name is stored, all others are called duplicates. */
function firstWins(good: Store, nameOf: (fact: Fact) => string): Partial<Store> {
  const known = new Set<string>();
  return {
    async append(tenant, facts) {
      const fresh = facts.filter((fact) => !known.has(nameOf(fact)));
      for (const fact of fresh) known.add(nameOf(fact));
      const outcomes = [...(await good.append(tenant, fresh))];
      return facts.map((fact) => (fresh.includes(fact) ? (outcomes.shift() ?? 'new') : 'duplicate'));
    },
  };
}

/** Tells duplicates from conflicts by another text than it should. */
function comparing(good: Store, textOf: (fact: Fact) => string): Partial<Store> {
  const texts = new Map<string, string>();
  return {
    async append(tenant, facts) {
      const outcomes = await good.append(tenant, facts);
      return outcomes.map((outcome, index) => {
        const fact = facts[index]!;
        if (outcome === 'new') texts.set(keyOf(tenant, fact), textOf(fact));
        if (outcome !== 'duplicate') return outcome;
        return texts.get(keyOf(tenant, fact)) === textOf(fact) ? 'duplicate' : 'conflict';
      });
    },
  };
}
