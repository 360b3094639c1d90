import type { UsageEventType } from '@collateral/sdk/contract';
import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { Fact, FactExclusion } from '../store/fact.js';
import type { Names } from './names.js';
import {
  packDay,
  packId,
  packInstant,
  packInstantNear,
  packShare,
  unpackDay,
  unpackId,
  unpackInstant,
  unpackInstantNear,
  unpackShare,
} from './packed-values.js';

const slotMs = 1_800_000;
const dayMs = 86_400_000;

/** Columns of the fact table that hold a fact, in the order {@link parametersOf} gives them. */
export const factColumns =
  'actor, id, type, item, version, effective_at, occurred_at, received_at, day, slot, team, flags, context, view_id, active_ms, inactive_ms, progress, detail';

/** One row of the fact table. */
export type FactRow = Readonly<Record<string, SQLOutputValue>>;

// Numbers are in files: never change one.
const typeNumbers: Readonly<Record<UsageEventType, number>> = Object.freeze({
  view: 0,
  usage: 1,
  completion: 2,
  rating: 3,
  'rating-withdrawal': 4,
  suggestion: 5,
  'suggestion-withdrawal': 6,
  vote: 7,
  reply: 8,
  'prompt-response': 9,
  'notice-response': 10,
});
const types = Object.keys(typeNumbers) as UsageEventType[];
const exclusions: readonly (FactExclusion | null)[] = [null, 'own-use', 'service', 'automation'];

/** Set when the sender stated the version, so that the detail holds it too. */
const statedVersion = 4;

/** Gives the number a type of event is stored under. */
export function typeNumber(type: UsageEventType): number {
  return typeNumbers[type];
}

/** Reads what {@link typeNumber} gave. */
export function typeOf(number: number): UsageEventType {
  return types[number] ?? 'usage';
}

/** Gives the number a reason of exclusion is stored under. */
export function exclusionNumber(excluded: FactExclusion | null): number {
  return exclusions.indexOf(excluded);
}

/** Reads what {@link exclusionNumber} gave. */
export function exclusionOf(number: number): FactExclusion | null {
  return exclusions[number & 3] ?? null;
}

/**
 * Gives the values of a fact in the order of {@link factColumns}.
 *
 * Days, slots and times are written as their distance from what follows from `effectiveAt`, which is mostly 0. The fields of a
 * view, most of what is ever stored, have columns of their own.
 */
export function parametersOf(fact: Fact, names: Names): SQLInputValue[] {
  const { effectiveAt, detail } = fact;
  const time = packInstant(effectiveAt);
  const at = typeof time === 'number' ? time : 0;
  const day = packDay(fact.day);
  const view = fact.type === 'view' ? viewFields(fact) : null;
  return [
    names.number('actor', fact.actorId),
    packId(fact.id),
    typeNumbers[fact.type],
    names.number('item', fact.collateralId),
    names.number('version', fact.version),
    time,
    packInstantNear(fact.occurredAt, effectiveAt, time),
    packInstantNear(fact.receivedAt, effectiveAt, time),
    typeof day === 'number' ? day - Math.floor(at / dayMs) : day,
    fact.slot - Math.floor(at / slotMs),
    names.number('team', fact.team),
    exclusionNumber(fact.excluded) + (view?.isVersionStated === true ? statedVersion : 0),
    names.number('context', fact.context === null ? null : JSON.stringify(fact.context)),
    ...(view === null ? [null, null, null, null, JSON.stringify(detail)] : [...view.values, null]),
  ];
}

/** Reads a row back as the fact it was written from. */
export function factOfRow(row: FactRow, names: Names): Fact {
  const time = row['effective_at'];
  const at = typeof time === 'number' ? time : 0;
  const day = row['day'];
  const context = names.text(Number(row['context']));
  const version = names.text(Number(row['version']));
  const flags = Number(row['flags']);
  return {
    id: unpackId(row['id']),
    actorId: names.text(Number(row['actor'])) ?? '',
    type: typeOf(Number(row['type'])),
    collateralId: names.text(Number(row['item'])),
    version,
    occurredAt: unpackInstantNear(row['occurred_at'], time),
    receivedAt: unpackInstantNear(row['received_at'], time),
    effectiveAt: unpackInstant(time),
    day: unpackDay(typeof day === 'number' ? day + Math.floor(at / dayMs) : day),
    slot: Number(row['slot']) + Math.floor(at / slotMs),
    team: names.text(Number(row['team'])),
    excluded: exclusionOf(flags),
    // Rows are written from facts only, so each text has the shape of its field.
    context: context === null ? null : (JSON.parse(context) as Fact['context']),
    detail: row['view_id'] === null ? (JSON.parse(String(row['detail'])) as Fact['detail']) : viewDetail(row, version),
  };
}

interface ViewFields {
  readonly values: readonly SQLInputValue[];
  readonly isVersionStated: boolean;
}

/** Gives the fields of a view, or null when the detail holds anything else. */
function viewFields({ detail, version }: Fact): ViewFields | null {
  const { viewId, activeMs, visibleMs, progress } = detail;
  const isVersionStated = 'version' in detail;
  if (typeof viewId !== 'string' || (isVersionStated && (version === null || detail['version'] !== version)))
    return null;
  if (!isNumber(activeMs) || !isNumber(visibleMs) || !isNumber(progress) || progress < 0 || progress > 1) return null;
  // A difference of fractions may lose their last digit.
  if (activeMs + (visibleMs - activeMs) !== visibleMs) return null;
  if (Object.keys(detail).length !== (isVersionStated ? 5 : 4)) return null;
  return { isVersionStated, values: [packId(viewId), activeMs, visibleMs - activeMs, packShare(progress)] };
}

function viewDetail(row: FactRow, version: string | null): Fact['detail'] {
  return {
    viewId: unpackId(row['view_id']),
    activeMs: row['active_ms'],
    visibleMs: Number(row['active_ms']) + Number(row['inactive_ms']),
    progress: unpackShare(row['progress']),
    ...((Number(row['flags']) & statedVersion) !== 0 && { version }),
  };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
