import type { Fact } from '../../store/fact.js';
import type { FactFilter, Store } from '../../store/store.js';
import { changePages, everyFact, type Mutant } from './mutant.fixture.js';

/** Faults in reading facts. */
export const readMutants: readonly Mutant[] = [
  { fault: 'orders facts by id', noticedBy: 'read.order', breakIt: (good) => sortedBy(good, ({ id }) => id) },
  {
    fault: 'orders facts by time',
    noticedBy: 'time.late',
    breakIt: (good) => sortedBy(good, ({ effectiveAt }) => effectiveAt),
  },
  {
    fault: 'uses the time of the last fact as cursor',
    noticedBy: 'read.late',
    breakIt: (good) => ({
      async *read(tenant, filter, cursor = '') {
        const facts = (await everyFact(good, tenant, filter)).filter(({ effectiveAt }) => effectiveAt > cursor);
        const times = facts.map(({ effectiveAt }) => effectiveAt).sort();
        if (facts.length > 0) yield { facts, cursor: times.at(-1) ?? cursor };
      },
    }),
  },
  {
    fault: 'counts facts for a cursor',
    noticedBy: 'cursor.prune',
    breakIt: (good) => ({
      async *read(tenant, filter, cursor = '0') {
        const facts = await everyFact(good, tenant, filter);
        if (facts.length > Number(cursor)) yield { facts: facts.slice(Number(cursor)), cursor: String(facts.length) };
      },
    }),
  },
  {
    fault: 'skips one fact behind a cursor',
    noticedBy: 'read.resume',
    breakIt: (good) => ({
      read: (tenant, filter, cursor) =>
        good.read(tenant, filter, cursor === undefined ? cursor : String(Number(cursor) + 1)),
    }),
  },
  {
    fault: 'gives the last fact again behind a cursor',
    noticedBy: 'read.resume',
    breakIt: (good) => ({
      read: (tenant, filter, cursor) =>
        good.read(tenant, filter, cursor === undefined ? cursor : String(Number(cursor) - 1)),
    }),
  },
  {
    fault: 'gives the first page only',
    noticedBy: 'read.every-page',
    breakIt: (good) => ({
      async *read(tenant, filter, cursor) {
        for await (const page of good.read(tenant, filter, cursor)) {
          yield page;
          return;
        }
      },
    }),
  },
  {
    fault: 'ends in an empty page',
    noticedBy: 'cursor.quiet',
    breakIt: (good) => ({
      async *read(tenant, filter, cursor) {
        yield* good.read(tenant, filter, cursor);
        yield { facts: [], cursor: cursor ?? '0' };
      },
    }),
  },
  {
    fault: 'moves the cursor to the end of the log whatever was read',
    noticedBy: 'cursor.every-page',
    breakIt: (good) => ({
      async *read(tenant, filter, cursor) {
        for await (const page of good.read(tenant, filter, cursor)) yield { facts: page.facts, cursor: '999999' };
      },
    }),
  },
  {
    fault: 'includes the last instant of a span',
    noticedBy: 'filter.to',
    breakIt: (good) =>
      changingFilter(good, ({ to, ...rest }) => (to === undefined ? rest : { ...rest, to: moved(to, 1) })),
  },
  {
    fault: 'leaves out the first instant of a span',
    noticedBy: 'filter.from',
    breakIt: (good) =>
      changingFilter(good, ({ from, ...rest }) => (from === undefined ? rest : { ...rest, from: moved(from, 1) })),
  },
  {
    fault: 'cuts spans at whole seconds',
    noticedBy: 'time.millisecond',
    breakIt: (good) =>
      changingFilter(good, ({ from, ...rest }) =>
        from === undefined ? rest : { ...rest, from: `${from.slice(0, 19)}.000Z` },
      ),
  },
  {
    fault: 'takes the clock of the sender for the time of a fact',
    noticedBy: 'time.skewed-span',
    breakIt: (good) => ({
      read(tenant, { from, to, ...rest }, cursor) {
        const isInside = ({ occurredAt }: Fact): boolean => (from ?? '') <= occurredAt && occurredAt < (to ?? '9');
        return changePages(good, (facts) => facts.filter(isInside))(tenant, rest, cursor);
      },
    }),
  },
  {
    fault: 'forgets the types when items are asked for',
    noticedBy: 'filter.types-and-items',
    breakIt: (good) =>
      changingFilter(good, ({ types, ...rest }) =>
        types === undefined || rest.collateralIds !== undefined ? rest : { ...rest, types },
      ),
  },
  {
    fault: 'takes an empty list for no condition',
    noticedBy: 'filter.empty-lists',
    breakIt: (good) =>
      changingFilter(good, ({ collateralIds, ...rest }) =>
        collateralIds === undefined || collateralIds.length === 0 ? rest : { ...rest, collateralIds },
      ),
  },
  {
    fault: 'looks for items without regard to case',
    noticedBy: 'names.case.item',
    breakIt: (good) => ({
      read(tenant, { collateralIds, ...rest }, cursor) {
        const wanted = collateralIds?.map((id) => id.toLowerCase());
        const isWanted = ({ collateralId }: Fact): boolean =>
          wanted === undefined || (collateralId !== null && wanted.includes(collateralId.toLowerCase()));
        return changePages(good, (facts) => facts.filter(isWanted))(tenant, rest, cursor);
      },
    }),
  },
  {
    fault: 'gives every reader the same objects',
    noticedBy: 'read.copies',
    breakIt: (good: Store): Partial<Store> => {
      const shared = new Map<string, Fact>();
      return {
        read: changePages(good, (facts, tenant) =>
          facts.map((fact) => {
            const name = JSON.stringify([tenant, fact.actorId, fact.id]);
            const known = shared.get(name) ?? fact;
            shared.set(name, known);
            return known;
          }),
        ),
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
    fault: 'takes tenants without regard to case',
    noticedBy: 'names.case.tenant',
    breakIt: (good) => ({
      append: (tenant, facts) => good.append(tenant.toLowerCase(), facts),
      read: (tenant, filter, cursor) => good.read(tenant.toLowerCase(), filter, cursor),
    }),
  },
  {
    fault: 'takes people without regard to accents',
    noticedBy: 'names.accent.actor',
    breakIt: (good: Store): Partial<Store> => {
      const plain = (name: string): string => name.normalize('NFD').replaceAll(/\p{Mark}/gu, '');
      return {
        append: (tenant, facts) =>
          good.append(
            tenant,
            facts.map((fact) => ({ ...fact, actorId: plain(fact.actorId) })),
          ),
      };
    },
  },
];

function sortedBy(good: Store, textOf: (fact: Fact) => string): Partial<Store> {
  return { read: changePages(good, (facts) => [...facts].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1))) };
}

function changingFilter(good: Store, change: (filter: FactFilter) => FactFilter): Partial<Store> {
  return { read: (tenant, filter, cursor) => good.read(tenant, change(filter), cursor) };
}

function moved(time: string, milliseconds: number): string {
  return new Date(Date.parse(time) + milliseconds).toISOString();
}
