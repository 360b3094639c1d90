import type { ItemAction } from '../store/item-action.js';
import type { CountCodes } from './count-codes.js';
import { exclusionNumber } from './fact-row.js';
import type { Names } from './names.js';
import { packDay } from './packed-values.js';

// Numbers are in files: never change one.
const actions: readonly ItemAction[] = Object.freeze(['download', 'share', 'present', 'complete']);

/** Writes names, days and reasons as a SQLite file keeps them. Needs a write transaction: a new name gets a number. */
export function sqliteCodes(names: Names): CountCodes {
  return {
    name: (kind, text) => names.number(kind, text),
    day: packDay,
    // Before every day of four digits, and three bytes long.
    noDay: -8_388_608,
    exclusion: exclusionNumber,
    action: actionNumber,
  };
}

/** Gives the number an action is stored under, in every database. */
export function actionNumber(action: ItemAction): number {
  return actions.indexOf(action);
}

/** Reads the action of a row. */
export function actionOf(number: number): ItemAction {
  const action = actions[number];
  if (action === undefined) throw new RangeError(`no action has the number ${number}`);
  return action;
}
