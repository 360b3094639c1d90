import { isLate } from '../store/arrival-fold.js';
import type { Fact } from '../store/fact.js';
import { itemAction, type ItemAction } from '../store/item-action.js';
import { countShapes } from './count-shapes.js';
import { CountTable } from './count-table.js';
import { exclusionNumber } from './fact-row.js';
import type { Names } from './names.js';
import { packDay } from './packed-values.js';
import type { SqliteConnection } from './sqlite-connection.js';

// Numbers are in files: never change one.
const actions: readonly ItemAction[] = Object.freeze(['download', 'share', 'present', 'complete']);

/** What facts come to one by one: arrivals and actions. */
export class FactCounts {
  readonly #names: Names;
  readonly #arrivals = new CountTable(countShapes.arrivalDay);
  readonly #actions = new CountTable(countShapes.actionDay);

  constructor(names: Names) {
    this.#names = names;
  }

  /** Counts a fact (1) or takes it back (-1). */
  count(fact: Fact, sign: 1 | -1): void {
    const day = packDay(fact.day);
    this.#arrivals.add([day], [sign, isLate(fact) ? sign : 0]);
    const action = itemAction(fact);
    if (action === null) return;
    this.#actions.add(
      [
        day,
        this.#names.number('item', fact.collateralId),
        actions.indexOf(action),
        this.#names.number('actor', fact.actorId),
        this.#names.number('version', fact.version),
        this.#names.number('team', fact.team),
        exclusionNumber(fact.excluded),
      ],
      [sign],
    );
  }

  /** Writes what was counted. */
  write(connection: SqliteConnection, tenant: number): void {
    this.#arrivals.write(connection, tenant);
    this.#actions.write(connection, tenant);
  }
}

/** Reads the action of a row. */
export function actionOf(number: number): ItemAction {
  const action = actions[number];
  if (action === undefined) throw new RangeError(`no action has the number ${number}`);
  return action;
}
