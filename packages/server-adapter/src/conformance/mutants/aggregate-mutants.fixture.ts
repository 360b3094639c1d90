import { AggregateFold } from '../../store/aggregate-fold.js';
import type { Fact } from '../../store/fact.js';
import type { Store } from '../../store/store.js';
import { answerOf, askOf, foldOf, withDetail, withoutPart } from './count-faults.fixture.js';
import { everyFact, type Mutant } from './mutant.fixture.js';

/** Faults in counting. */
export const aggregateMutants: readonly Mutant[] = [
  {
    fault: 'counts each checkpoint as a view',
    noticedBy: 'aggregate.usage-checkpoints',
    breakIt: foldOf((facts) => facts.map((fact) => withDetail(fact, { viewId: fact.id }))),
  },
  {
    fault: 'takes the last checkpoint that came, not the greatest',
    noticedBy: 'aggregate.usage-checkpoints',
    breakIt: foldOf((facts) =>
      facts.filter(
        (fact) =>
          fact.type !== 'view' || facts.findLast((other) => other.detail['viewId'] === fact.detail['viewId']) === fact,
      ),
    ),
  },
  {
    fault: 'places a view where its first checkpoint to arrive is',
    noticedBy: 'aggregate.usage-earliest',
    breakIt: foldOf((facts) =>
      facts.map((fact) => {
        const { day, slot, version, team } = facts.find(({ detail }) => detail['viewId'] === fact.detail['viewId'])!;
        return { ...fact, day, slot, version, team };
      }),
    ),
  },
  {
    fault: 'folds views of several people that have one viewId',
    noticedBy: 'aggregate.usage-same-view-id',
    breakIt: foldOf((facts) => facts.map((fact) => (fact.type === 'view' ? { ...fact, actorId: 'ana' } : fact))),
  },
  {
    fault: 'counts every view of a half-hour slot',
    noticedBy: 'aggregate.usage-slots',
    breakIt: foldOf((facts) => facts.map((fact, number) => ({ ...fact, slot: number }))),
  },
  {
    fault: 'counts views that are not qualified',
    noticedBy: 'aggregate.usage-qualified',
    breakIt: foldOf((facts) =>
      facts.map((fact) => withDetail(fact, { activeMs: Number(fact.detail['activeMs']) + 5_000 })),
    ),
  },
  {
    fault: 'adds viewers up over days',
    noticedBy: 'aggregate.usage-viewers-of-days',
    breakIt: answerOf((rows) => rows.map((row) => (row.type === 'usage' ? { ...row, viewers: row.views } : row))),
  },
  {
    fault: 'includes the day behind the last',
    noticedBy: 'aggregate.usage-viewers-of-days',
    breakIt: askOf((query) =>
      query.type === 'usage' && query.to !== undefined ? { ...query, to: `${query.to}~` } : query,
    ),
  },
  {
    fault: 'counts excluded views like all others',
    noticedBy: 'aggregate.usage-excluded',
    breakIt: foldOf((facts) => facts.map((fact) => ({ ...fact, excluded: null }))),
  },
  {
    fault: 'has no row for facts without a team or version',
    noticedBy: 'aggregate.usage-groups',
    breakIt: answerOf((rows) =>
      rows.filter(
        (row) => !('group' in row && 'version' in row.group) || (row.group.version !== null && row.group.team !== null),
      ),
    ),
  },
  {
    fault: 'takes an empty list of items for all items',
    noticedBy: 'aggregate.usage-items',
    breakIt: askOf((query) =>
      'collateralIds' in query && query.collateralIds.length === 0 ? withoutPart(query, 'collateralIds') : query,
    ),
  },
  {
    fault: 'lets the rating that came last win',
    noticedBy: 'aggregate.ratings-latest',
    breakIt: foldOf((facts) =>
      facts.map((fact, number) => ({ ...fact, effectiveAt: new Date(Date.UTC(2027, 0) + number).toISOString() })),
    ),
  },
  {
    fault: 'counts a rating that was taken back',
    noticedBy: 'aggregate.ratings-withdrawal',
    breakIt: foldOf((facts) => facts.filter(({ type }) => type !== 'rating-withdrawal')),
  },
  {
    fault: 'mixes scales',
    noticedBy: 'aggregate.ratings-scales',
    breakIt: foldOf((facts) => facts.map((fact) => withDetail(fact, { scaleId: 'collateral-5@1' }))),
  },
  {
    fault: 'forgets to count again after an erasure',
    noticedBy: 'aggregate.reassign',
    breakIt: rememberingReassign,
  },
  {
    fault: 'counts only what is left after a prune',
    noticedBy: 'aggregate.prune',
    breakIt: foldOf((facts) => facts),
  },
  {
    fault: 'counts what was sent, duplicates and refused facts included',
    noticedBy: 'aggregate.duplicates',
    breakIt: (good: Store): Partial<Store> => {
      const sent: Fact[] = [];
      return {
        async append(tenant, facts) {
          sent.push(...facts);
          return good.append(tenant, facts);
        },
        async aggregate(_tenant, query) {
          const fold = new AggregateFold();
          for (const fact of sent) fold.add(fact);
          return fold.answer(query);
        },
      };
    },
  },
];

/** Goes on answering from the facts that were there before the first erasure. */
function rememberingReassign(good: Store): Partial<Store> {
  let before: readonly Fact[] | undefined;
  return {
    async reassign(tenant, ...given) {
      before ??= await everyFact(good, tenant);
      await good.reassign(tenant, ...given);
    },
    async aggregate(tenant, query) {
      const fold = new AggregateFold();
      for (const fact of before ?? (await everyFact(good, tenant))) fold.add(fact);
      return fold.answer(query);
    },
  };
}
