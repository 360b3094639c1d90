import { CollateralError } from '@collateral/sdk/contract';
import type { Fact, FactExclusion } from '../store/fact.js';
import { ratingValue } from '../store/live-rating.js';
import type { ItemAction } from '../store/item-action.js';
import type { CodeKind, CountCodes, CountDialect } from './count-codes.js';
import { exclusionNumber, exclusionOf } from './fact-row.js';
import { packDay, packInstant, unpackDay, unpackInstant } from './packed-values.js';
import { arrayOf } from './postgres-arrays.js';
import type { PostgresRow } from './postgres-client.js';
import { NameSet } from './postgres-name-set.js';
import type { PostgresNames } from './postgres-names.js';
import type { OpenTenant } from './postgres-tenants.js';
import { actionNumber, actionOf } from './sqlite-codes.js';

/** Behind every day and every instant there is: from here on the number of a name follows, of a text that is none. */
export const oddDays = 200_000_000;
export const oddTimes = 8_700_000_000_000_000;

const nameColumns = ['actor', 'item', 'version', 'team', 'context', 'scale'];
const dayColumns = ['day', 'first_day', 'last_day'];
const timeColumns = ['effective_at', 'received_at', 'occurred_at', 'withdrawn_at', 'replied_at'];

/** Writes and reads names, days and instants as the numbers a PostgreSQL schema keeps. */
export class PostgresCodes implements CountCodes {
  readonly #names: PostgresNames;
  /** Before every day of four digits. */
  readonly noDay: number = -8_388_608;
  readonly exclusion: (excluded: FactExclusion | null) => number = exclusionNumber;
  readonly action: CountCodes['action'] = actionNumber;

  constructor(names: PostgresNames) {
    this.#names = names;
  }

  /** Gives every name of these facts a number. Needs the tenant's lock. */
  async intern(facts: Iterable<Fact>): Promise<void> {
    const wanted = new NameSet();
    for (const fact of facts) {
      wanted.add('actor', fact.actorId);
      wanted.add('item', fact.collateralId);
      wanted.add('version', fact.version);
      wanted.add('team', fact.team);
      wanted.add('scale', ratingValue(fact)?.scaleId ?? null);
      if (fact.context !== null) wanted.add('context', JSON.stringify(fact.context));
      if (typeof packDay(fact.day) === 'string') wanted.add('time', fact.day);
      for (const time of [fact.effectiveAt, fact.receivedAt, fact.occurredAt])
        if (typeof packInstant(time) === 'string') wanted.add('time', time);
    }
    await this.#names.intern(wanted.all());
  }

  /** Reads what the numbers in these rows stand for. */
  read(rows: readonly PostgresRow[]): Promise<void> {
    const numbers = oddNumbers(rows);
    for (const row of rows)
      // Text of these names is no number: what people wrote keeps it.
      for (const column of nameColumns) if (typeof row[column] === 'number') numbers.add(row[column]);
    return this.#names.read(numbers);
  }

  /** Reads what the numbers behind days and instants in these rows stand for, and no names. Mostly there are none. */
  readTimes(rows: readonly PostgresRow[]): Promise<void> {
    return this.#names.read(oddNumbers(rows));
  }

  readonly name = (kind: CodeKind | 'context', text: string | null): number => this.#names.number(kind, text);

  readonly day = (day: string): number => {
    const packed = packDay(day);
    return typeof packed === 'number' ? packed : oddDays + this.#names.number('time', day);
  };

  /** Writes an instant. */
  time(instant: string): number {
    const packed = packInstant(instant);
    return typeof packed === 'number' ? packed : oddTimes + this.#names.number('time', instant);
  }

  /** Reads a name. */
  text(value: unknown): string | null {
    return this.#names.text(Number(value ?? 0));
  }

  /** Reads a day. */
  dayText(value: unknown): string {
    const day = Number(value);
    return day < oddDays ? unpackDay(day) : this.#oddText(day - oddDays);
  }

  /** Reads an instant. */
  timeText(value: unknown): string {
    const time = Number(value);
    return time < oddTimes ? unpackInstant(time) : this.#oddText(time - oddTimes);
  }

  // What is read is maybe written again.
  #oddText(number: number): string {
    const text = String(this.#names.text(number));
    this.#names.remember(['time', text], number);
    return text;
  }
}

function oddNumbers(rows: readonly PostgresRow[]): Set<number> {
  const numbers = new Set<number>();
  for (const row of rows) {
    for (const column of dayColumns) numbers.add(Math.max(0, Number(row[column] ?? 0) - oddDays));
    for (const column of timeColumns) numbers.add(Math.max(0, Number(row[column] ?? 0) - oddTimes));
  }
  return numbers;
}

/** How the tables of counts of one tenant are asked. The names a query asks for must have been found. */
export function postgresDialect(schema: string, { number, names }: OpenTenant): CountDialect {
  const codes = new PostgresCodes(names);
  return {
    tenant: number,
    addsUpPeople: true,
    table: (name) => `${schema}.${name}`,
    // A name nobody has stored has no number, and no facts.
    isAmong: (ids) => ['item = ANY(?::integer[])', arrayOf(ids.flatMap((id) => names.known('item', id) ?? []))],
    team: (team) => names.known('team', team) ?? -1,
    actor: (actorId) => names.known('actor', actorId) ?? -1,
    day: dayBound,
    daysBehind: (last, to) =>
      Number(last) < oddDays ? Number(last) + 1 - dayBound('to', to) : Number.POSITIVE_INFINITY,
    exclusions: ['0', '1', '2', '3'],
    text: (_kind, value) => codes.text(value),
    dayText: (value) => codes.dayText(value),
    exclusionOf: (value): FactExclusion | null => exclusionOf(Number(value)),
    actionOf: (value): ItemAction => actionOf(Number(value)),
  };
}

function dayBound(name: string, day: string): number {
  const packed = packDay(day);
  if (typeof packed === 'number') return packed;
  throw new CollateralError(
    'invalid-option',
    `${name} must be a day such as '2026-05-04', got ${JSON.stringify(day)}.`,
  );
}
