import { AggregateFold } from '../../store/aggregate-fold.js';
import type { Fact } from '../../store/fact.js';
import type { PruneOptions, Store } from '../../store/store.js';
import { everyFact, type Mutant } from './mutant.fixture.js';

/** Faults in forgetting some facts, in steps, and in what outlives them. */
export const pruneMutants: readonly Mutant[] = [
  {
    fault: 'forgets facts of every type',
    noticedBy: 'prune.types',
    breakIt: pruneWith(({ types: _types, ...options }) => options),
  },
  {
    fault: 'forgets what is about other suggestions',
    noticedBy: 'prune.suggestion',
    breakIt: pruneWith(({ suggestionIds: _suggestionIds, ...options }) => options),
  },
  {
    fault: 'remembers one instant for all types',
    noticedBy: 'prune.type-marks',
    breakIt: (good: Store): Partial<Store> => {
      let mark = '';
      return {
        async prune(tenant, before, options) {
          mark = before > mark ? before : mark;
          return good.prune(tenant, before, options);
        },
        append: async (tenant, facts) =>
          (await good.append(tenant, facts)).map((outcome, index) =>
            outcome === 'new' && facts[index]!.effectiveAt < mark ? 'too-old' : outcome,
          ),
      };
    },
  },
  {
    fault: 'calls facts it still has too old for their type',
    noticedBy: 'prune.kept',
    breakIt: (good: Store): Partial<Store> => {
      let isPruned = false;
      return {
        async prune(tenant, before, options) {
          isPruned = true;
          return good.prune(tenant, before, options);
        },
        append: async (tenant, facts) =>
          (await good.append(tenant, facts)).map((outcome) =>
            isPruned && outcome === 'duplicate' ? 'too-old' : outcome,
          ),
      };
    },
  },
  {
    fault: 'stops after the first step',
    noticedBy: 'prune.steps',
    breakIt: (good) => ({
      prune: async (...given) => ({ removed: (await good.prune(...given)).removed }),
    }),
  },
  {
    fault: 'takes old facts again until the last step',
    noticedBy: 'prune.steps-mark',
    breakIt: (good: Store): Partial<Store> => {
      let isUnfinished = false;
      return {
        async prune(...given) {
          const outcome = await good.prune(...given);
          isUnfinished = outcome.nextCursor !== undefined;
          return outcome;
        },
        append: async (tenant, facts) =>
          (await good.append(tenant, facts)).map((outcome) =>
            isUnfinished && outcome === 'too-old' ? 'new' : outcome,
          ),
      };
    },
  },
  {
    fault: 'takes any limit',
    noticedBy: 'prune.limit',
    breakIt: pruneWith(({ limit, ...options }) => ({
      ...options,
      ...(limit !== undefined && limit >= 1 && { limit: Math.ceil(limit) }),
    })),
  },
  {
    fault: 'forgets the first use with its view',
    noticedBy: 'aggregate.after-use-pruned',
    breakIt: countingPruned((facts) => facts.filter(({ type }) => type !== 'view')),
  },
  {
    fault: 'counts a pruned rating besides the one that took its place',
    noticedBy: 'aggregate.prune-rated-again',
    breakIt: countingPruned((facts) => facts.map((fact) => ({ ...fact, actorId: `${fact.actorId} before` }))),
  },
  {
    fault: 'leaves what counts of pruned facts with the erased person',
    noticedBy: 'aggregate.prune-erased',
    breakIt: countingPruned((facts) => facts),
  },
  {
    fault: 'adds what is sent again to what was pruned',
    noticedBy: 'aggregate.prune-sent-again',
    breakIt: (good: Store): Partial<Store> => {
      const again: Fact[] = [];
      return {
        async append(tenant, facts) {
          const outcomes = await good.append(tenant, facts);
          again.push(...facts.filter((_, index) => outcomes[index] === 'too-old'));
          return outcomes;
        },
        aggregate: async (tenant, query) => {
          const rows = (await good.aggregate?.(tenant, query)) ?? [];
          return rows.map((row) => (row.type === 'arrivals' ? { ...row, facts: row.facts + again.length } : row));
        },
      };
    },
  },
  {
    fault: 'forgets at a restart which types it has pruned',
    noticedBy: 'reopen.prune-types',
    breakIt: (good: Store): Partial<Store> => {
      const here = new Set<unknown>();
      return {
        async prune(tenant, before, options = {}) {
          for (const type of options.types ?? []) here.add(type);
          return good.prune(tenant, before, options);
        },
        append: async (tenant, facts) =>
          (await good.append(tenant, facts)).map((outcome, index) =>
            outcome === 'too-old' && !here.has(facts[index]!.type) ? 'new' : outcome,
          ),
      };
    },
  },
];

function pruneWith(change: (options: PruneOptions) => PruneOptions): Mutant['breakIt'] {
  return (good) => ({ prune: (tenant, before, options = {}) => good.prune(tenant, before, change(options)) });
}

/** Counts facts that were pruned as the mutant changes them. */
function countingPruned(change: (pruned: readonly Fact[]) => readonly Fact[]): Mutant['breakIt'] {
  return (good: Store): Partial<Store> => {
    const pruned: Fact[] = [];
    return {
      async prune(tenant, before, options) {
        const all = await everyFact(good, tenant);
        const outcome = await good.prune(tenant, before, options);
        const left = new Set((await everyFact(good, tenant)).map(({ id }) => id));
        pruned.push(...all.filter(({ id }) => !left.has(id)));
        return outcome;
      },
      async aggregate(tenant, query) {
        const fold = new AggregateFold();
        for (const fact of [...(await everyFact(good, tenant)), ...change(pruned)]) fold.add(fact);
        return fold.answer(query);
      },
    };
  };
}
