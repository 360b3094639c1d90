import type { FactExclusion } from '../store/fact.js';
import type { ItemAction } from '../store/item-action.js';

/** A value in a table of counts: a number in SQLite, mostly, and text in PostgreSQL. */
export type Code = number | string;

/** Which column a code stands in. Null is a code as well, because keys have no nulls. */
export type CodeKind = 'item' | 'actor' | 'version' | 'team' | 'scale';

/** How a database writes what counts are kept apart by. */
export interface CountCodes {
  /** Writes a name that rows are made with. */
  readonly name: (kind: CodeKind, text: string | null) => Code;
  /** Writes a day so that codes have the order of days. */
  readonly day: (day: string) => Code;
  /** Stands for no day, before all others. */
  readonly noDay: Code;
  readonly exclusion: (excluded: FactExclusion | null) => Code;
  readonly action: (action: ItemAction) => Code;
}

/** How a database is asked for counts. Question marks stand for parameters. */
export interface CountDialect {
  readonly tenant: Code;
  /**
   * Whether to add up each person first and count people then, where they have many rows of a group. PostgreSQL sorts for
   * `count(DISTINCT …)`, which takes three times as long; SQLite takes three times as long without it.
   */
  readonly addsUpPeople: boolean;
  readonly table: (name: string) => string;
  /** A condition on the column `item` with one parameter, and that parameter. */
  readonly isAmong: (collateralIds: readonly string[]) => readonly [condition: string, parameter: string];
  /** Writes a team asked for; one nobody has stored has a code no row has. */
  readonly team: (team: string | null) => Code;
  /** Writes a person asked for; one who has stored nothing has a code no row has. */
  readonly actor: (actorId: string) => Code;
  /** Writes the end of a window. */
  readonly day: (name: 'from' | 'to', day: string) => Code;
  /** Gives how many days a day in a row is behind the day before a window ends. */
  readonly daysBehind: (last: unknown, to: string) => number;
  /** Every code of a reason of exclusion, as a list in SQL; the first stands for none. */
  readonly exclusions: readonly string[];
  readonly text: (kind: CodeKind, value: unknown) => string | null;
  readonly dayText: (value: unknown) => string;
  readonly exclusionOf: (value: unknown) => FactExclusion | null;
  readonly actionOf: (value: unknown) => ItemAction;
}

/** One row of an answer as the database gives it. */
export type AnswerRow = Readonly<Record<string, unknown>>;

/** SQL with its parameters. */
export interface CountQuestion {
  readonly sql: string;
  readonly parameters: readonly Code[];
}

/** Asks a database, one question after the other, and ends with what it found out. Whoever runs it decides how to wait. */
export type CountSteps<Found> = Generator<CountQuestion, Found, readonly AnswerRow[]>;
