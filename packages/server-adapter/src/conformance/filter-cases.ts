import { expectEqual } from './expect.js';
import { readIds } from './read-all.js';
import { sampleFact, sampleId, sampleTime } from './sample-fact.js';
import { storeCase, type StoreCase } from './store-case.js';
import type { FactFilter } from '../store/store.js';

const rule = 'FactFilter';

/** What the filters of a read promise. */
export const filterCases: readonly StoreCase[] = [
  filterCase('filter.types', 'reads the types asked for', { types: ['view', 'rating-withdrawal'] }, [2, 5]),
  filterCase('filter.items', 'reads the items asked for', { collateralIds: ['deck-43', 'deck-42'] }, [1, 2, 4, 5]),
  filterCase('filter.actor', 'reads one person', { actorId: 'ben' }, [2, 3]),
  filterCase('filter.from', 'reads from an instant on, that instant included', { from: sampleTime(3) }, [3, 4, 5]),
  filterCase('filter.to', 'reads up to an instant, that instant left out', { to: sampleTime(3) }, [1, 2]),
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
    ]);
    expectEqual(
      `ids for ${JSON.stringify(filter)}`,
      await readIds(store, 'main', filter),
      expected.map(sampleId),
      rule,
    );
  });
}
