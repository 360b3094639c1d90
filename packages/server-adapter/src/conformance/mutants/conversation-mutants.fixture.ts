import type { AggregateQuery } from '../../store/aggregate-query.js';
import type { Fact } from '../../store/fact.js';
import type { FactFilter, Store } from '../../store/store.js';
import { TextFold } from '../../store/text-fold.js';
import type { TextSearch } from '../../store/text-search.js';
import { sampleId } from '../sample-fact.js';
import { answerOf, foldOf, withDetail } from './count-faults.fixture.js';
import { everyFact, type Mutant } from './mutant.fixture.js';

/** Stores whose rows of suggestions, votes, low ratings and searches go wrong in one way each, and stores that search badly. */
export const conversationMutants: readonly Mutant[] = [
  {
    fault: 'counts authors among those who voted',
    noticedBy: 'aggregate.suggestions-voters',
    breakIt: (good: Store): Partial<Store> => ({
      async aggregate(tenant, query) {
        const votes = { type: 'supporters', suggestionIds: [sampleId(1)] } as const;
        const voters = (await good.aggregate?.(tenant, votes))?.length ?? 0;
        const rows = (await good.aggregate?.(tenant, query)) ?? [];
        return rows.map((row) => (row.type === 'suggestions' ? { ...row, voters } : row));
      },
    }),
  },
  {
    fault: 'lets the vote that came last win',
    noticedBy: 'aggregate.supporters-latest',
    breakIt: foldOf((facts) =>
      facts.map((fact, number) => (fact.type === 'vote' ? { ...fact, effectiveAt: later(number) } : fact)),
    ),
  },
  {
    fault: 'gives a suggestion to whoever sent its id last',
    noticedBy: 'aggregate.suggestions-take-over',
    breakIt: foldOf((facts) => facts.map((fact, number) => ({ ...fact, receivedAt: later(1_000 - number) }))),
  },
  {
    fault: 'gives a suggestion to whoever the log has first',
    noticedBy: 'aggregate.suggestions-first-late',
    breakIt: foldOf((facts) => facts.map((fact, number) => ({ ...fact, receivedAt: later(number) }))),
  },
  {
    fault: 'lets anybody take a suggestion back',
    noticedBy: 'aggregate.suggestions-withdrawn',
    breakIt: foldOf((facts) =>
      facts.map((fact) => (fact.type === 'suggestion-withdrawal' ? { ...fact, actorId: 'ana' } : fact)),
    ),
  },
  {
    fault: 'counts a reply again that somebody else sends under its id',
    noticedBy: 'aggregate.suggestions-reply-ids',
    breakIt: foldOf((facts) =>
      facts.map((fact) => (fact.type === 'reply' ? { ...fact, id: `${fact.actorId} ${fact.id}` } : fact)),
    ),
  },
  {
    fault: 'forgets votes and replies that come before their suggestion',
    noticedBy: 'aggregate.suggestions-early',
    breakIt: answerOf((rows) => rows.filter((row) => row.type !== 'suggestions' || row.made !== null)),
  },
  {
    fault: 'cuts long ids',
    noticedBy: 'aggregate.suggestions-long-ids',
    breakIt: foldOf((facts) =>
      facts.map((fact) => withDetail(fact, { suggestionId: String(fact.detail['suggestionId']).slice(0, 2_700) })),
    ),
  },
  {
    fault: 'tells of low ratings that were changed or taken back',
    noticedBy: 'aggregate.low-ratings-live',
    breakIt: foldOf((facts) => facts.map((fact, number) => ({ ...fact, version: `${fact.version ?? ''} ${number}` }))),
  },
  {
    fault: 'takes a comment for a reason',
    noticedBy: 'aggregate.low-ratings-reasons',
    breakIt: answerOf(
      (rows, query) =>
        rows.filter(
          (row) =>
            row.type !== 'low-ratings' || !isAboutReasons(query) || row.comment !== null || row.reasons.length > 0,
        ),
      (query) => (query.type === 'low-ratings' ? { ...query, withReasons: false } : query),
    ),
  },
  {
    fault: 'counts searches that found something',
    noticedBy: 'aggregate.searches-vain',
    breakIt: foldOf((facts) => facts.map((fact) => withDetail(fact, { results: 0 }))),
  },
  {
    fault: 'remembers searches of erased people',
    noticedBy: 'aggregate.searches-erased',
    breakIt: foldOf((facts) =>
      facts.map((fact) => ('query' in fact.detail ? fact : withDetail(fact, { query: 'roi calculator' }))),
    ),
  },
  {
    fault: 'does not filter by suggestion',
    noticedBy: 'filter.suggestions',
    breakIt: readWith(({ suggestionIds: _ignored, ...filter }) => filter),
  },
  {
    fault: 'ranks by age alone',
    noticedBy: 'search.words',
    breakIt: searchWith((facts, query) => query.text.split(' ').flatMap((text) => search(facts, { ...query, text }))),
  },
  {
    fault: 'finds whole words only',
    noticedBy: 'search.prefix',
    breakIt: searchWith((facts, query) => search(facts, { ...query, text: `${query.text} \u{10fff}zzz` })),
  },
  {
    fault: 'looks at every item',
    noticedBy: 'search.items',
    breakIt: searchWith((facts, { collateralIds: _ignored, ...query }) => search(facts, query)),
  },
  {
    fault: 'finds what was taken back',
    noticedBy: 'search.withdrawn',
    breakIt: searchWith((facts, query) =>
      search(
        facts.filter(({ type }) => type !== 'suggestion-withdrawal'),
        query,
      ),
    ),
  },
  {
    fault: 'finds the words of whoever sent an id last',
    noticedBy: 'search.take-over',
    breakIt: searchWith((facts, query) =>
      search(
        facts.map((fact, number) => ({ ...fact, receivedAt: later(1_000 - number) })),
        query,
      ),
    ),
  },
  {
    fault: 'finds words of erased people',
    noticedBy: 'search.forgotten',
    breakIt: (good: Store): Partial<Store> => {
      const sent: Fact[] = [];
      return {
        append: async (tenant, facts) => {
          sent.push(...facts);
          return good.append(tenant, facts);
        },
        search: async (_tenant, query) => search(sent, query),
      };
    },
  },
];

function isAboutReasons(query: AggregateQuery): boolean {
  return query.type === 'low-ratings' && query.withReasons === true;
}

function search(facts: readonly Fact[], query: TextSearch): ReturnType<TextFold['search']> {
  const fold = new TextFold();
  for (const fact of facts) fold.add(fact);
  return fold.search(query);
}

function searchWith(
  change: (facts: readonly Fact[], query: TextSearch) => ReturnType<typeof search>,
): Mutant['breakIt'] {
  return (good) => ({ search: async (tenant, query) => change(await everyFact(good, tenant), query) });
}

function readWith(change: (filter: FactFilter) => FactFilter): Mutant['breakIt'] {
  return (good) => ({ read: (tenant, filter, cursor) => good.read(tenant, change(filter), cursor) });
}

function later(number: number): string {
  return new Date(Date.UTC(2027, 0) + number).toISOString();
}
