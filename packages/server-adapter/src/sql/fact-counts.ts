import { isLate } from '../store/arrival-fold.js';
import type { Fact } from '../store/fact.js';
import { itemAction } from '../store/item-action.js';
import { vainSearch } from '../store/search-text.js';
import type { CountChanges } from './count-changes.js';
import type { CountCodes } from './count-codes.js';

/** Counts what a fact comes to by itself: an arrival, and maybe a search or an action. Minus one takes it back. */
export function countFact(changes: CountChanges, codes: CountCodes, fact: Fact, sign: 1 | -1): void {
  const day = codes.day(fact.day);
  changes.add('arrivalDay', [day], [sign, isLate(fact) ? sign : 0]);
  countSearch(changes, codes, fact, sign);
  const action = itemAction(fact);
  if (action === null) return;
  const key = [
    day,
    codes.name('item', fact.collateralId),
    codes.action(action),
    codes.name('actor', fact.actorId),
    codes.name('version', fact.version),
    codes.name('team', fact.team),
    codes.exclusion(fact.excluded),
  ];
  changes.add('actionDay', key, [sign]);
}

/** Counts a search without a result. Minus one takes it back. */
export function countSearch(changes: CountChanges, codes: CountCodes, fact: Fact, sign: 1 | -1): void {
  const text = vainSearch(fact);
  if (text !== null) changes.add('searchDay', [codes.day(fact.day), text, codes.name('actor', fact.actorId)], [sign]);
}
