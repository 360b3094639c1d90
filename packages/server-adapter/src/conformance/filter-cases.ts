import { expectEqual } from './expect.js';
import { readIds } from './read-all.js';
import { sampleFact, sampleId, sampleTime } from './sample-fact.js';
import { storeCase, type StoreCase } from './store-case.js';
import type { Fact } from '../store/fact.js';
import type { FactFilter } from '../store/store.js';

const rule = 'FactFilter';

/** What the filters of a read promise. */
export const filterCases: readonly StoreCase[] = [
  filterCase('filter.types', 'reads the types asked for', { types: ['view', 'rating-withdrawal'] }, [2, 5]),
  filterCase('filter.items', 'reads the items asked for', { collateralIds: ['deck-43', 'deck-42'] }, [1, 2, 4, 5, 6]),
  filterCase('filter.actor', 'reads one person', { actorId: 'ben' }, [2, 3, 7, 9]),
  filterCase(
    'filter.from',
    'reads from an instant on, that instant included',
    { from: sampleTime(3) },
    [3, 4, 5, 6, 7, 8, 9, 10],
  ),
  filterCase('filter.to', 'reads up to an instant, that instant left out', { to: sampleTime(3) }, [1, 2]),
  filterCase(
    'filter.suggestions',
    'reads what is about the suggestions asked for: the suggestion of that id, and what names it',
    { suggestionIds: [sampleId(6), 'low:outdated:v1:deck-42'] },
    [6, 7, 9, 10],
  ),
  filterCase(
    'filter.suggestions-and-type',
    'lets through one type of what is about a suggestion',
    { types: ['vote'], suggestionIds: [sampleId(6)], actorId: 'ben' },
    [7],
  ),
  filterCase('filter.no-suggestions', 'lets nothing through an empty list of suggestions', { suggestionIds: [] }, []),
  filterCase(
    'filter.suggestions-unknown',
    'lets nothing through for a suggestion nobody made or named, also when another fact has its id',
    { suggestionIds: [sampleId(1), sampleId(9), '__proto__', ''] },
    [],
  ),
  filterCase(
    'filter.all',
    'lets through what meets every condition',
    {
      types: ['rating'],
      collateralIds: ['deck-43', 'deck-42'],
      actorId: 'ana',
      from: sampleTime(1),
      to: sampleTime(5),
    },
    [1, 4],
  ),
  filterCase(
    'filter.types-and-items',
    'lets through one type of one item',
    { types: ['rating'], collateralIds: ['deck-42'] },
    [1],
  ),
  filterCase('filter.types-and-actor', 'lets through one type of one person', { types: ['view'], actorId: 'ben' }, [2]),
  filterCase(
    'filter.items-and-actor',
    'lets through one item of one person',
    { collateralIds: ['deck-42'], actorId: 'ben' },
    [2],
  ),
  filterCase('filter.empty-lists', 'lets nothing through an empty list', { collateralIds: [] }, []),
  filterCase('filter.no-types', 'lets nothing through an empty list of types', { types: [] }, []),
  filterCase(
    'filter.unknown',
    'lets nothing through for an item nobody used',
    { collateralIds: ['deck-4', '__proto__', ''] },
    [],
  ),
  filterCase(
    'filter.repeated',
    'gives a fact once when its item is asked for twice',
    { collateralIds: ['deck-43', 'deck-43'] },
    [4],
  ),
];

function filterCase(id: string, name: string, filter: FactFilter, expected: readonly number[]): StoreCase {
  return storeCase(id, name, async (store) => {
    await store.append('main', [
      sampleFact(1),
      sampleFact(2, { type: 'view', actorId: 'ben' }),
      sampleFact(3, { collateralId: null, type: 'usage', actorId: 'ben' }),
      sampleFact(4, { collateralId: 'deck-43' }),
      sampleFact(5, { type: 'rating-withdrawal' }),
      sampleFact(6, { type: 'suggestion', detail: { body: 'Add prices' } }),
      aboutSuggestion(7, 'vote', { suggestionId: sampleId(6), on: true }, 'ben'),
      aboutSuggestion(8, 'vote', { suggestionId: sampleId(60), on: true }),
      aboutSuggestion(9, 'reply', { suggestionId: 'low:outdated:v1:deck-42', body: 'True' }, 'ben'),
      aboutSuggestion(10, 'suggestion-withdrawal', { suggestionId: sampleId(6) }),
    ]);
    expectEqual(
      `ids for ${JSON.stringify(filter)}`,
      await readIds(store, 'main', filter),
      expected.map(sampleId),
      rule,
    );
  });
}

function aboutSuggestion(number: number, type: Fact['type'], detail: Fact['detail'], actorId = 'ana'): Fact {
  return sampleFact(number, { type, detail, actorId, collateralId: null, version: null });
}
