import type { UsageEventType } from '@collateral/sdk/contract';
import type { Fact } from '../store/fact.js';
import { exclusionNumber, exclusionOf, typeNumber, typeOf } from './fact-row.js';
import { packShare, unpackShare } from './packed-values.js';
import type { ColumnValue } from './postgres-arrays.js';
import type { PostgresRow } from './postgres-client.js';
import type { PostgresCodes } from './postgres-codes.js';
import { packedId, unpackedId } from './postgres-ids.js';

const dayMs = 86_400_000;
const slotMs = 1_800_000;
/** The last day of the year 9999. */
const lastDay = 2_932_896;
const largestInteger = 2_147_483_647;
/** Set when the sender stated the version, so that the detail holds it too. */
const statedVersion = 4;

// Wide ones first: between two of other widths PostgreSQL leaves a gap. What is null takes no place.
const types = {
  effective_at: 'bigint',
  received_at: 'bigint',
  occurred_at: 'bigint',
  slot: 'bigint',
  actor: 'integer',
  item: 'integer',
  version: 'integer',
  team: 'integer',
  context: 'integer',
  day: 'integer',
  active_ms: 'integer',
  inactive_ms: 'integer',
  type: 'smallint',
  flags: 'smallint',
  progress: 'smallint',
  id: 'bytea',
  view_id: 'bytea',
  detail: 'text',
} as const;

/** Columns of the fact table that hold a fact, in the order {@link valuesOfFact} gives them. */
export const factColumns: string = Object.keys(types).join(', ');

/** The types of these columns. */
export const factTypes: readonly string[] = Object.values(types);

/** Gives the day a fact was received on, in UTC since 1970. Facts are kept by it; what is no time counts as the first. */
export function receivedDay({ receivedAt }: Pick<Fact, 'receivedAt'>): number {
  const day = Math.floor(Date.parse(receivedAt) / dayMs);
  return day >= 0 && day <= lastDay ? day : 0;
}

/** Writes types of events as their numbers, in a list for SQL. */
export function typeList(list: readonly UsageEventType[]): string {
  return list.map(typeNumber).join(', ');
}

/**
 * Gives the values of a fact in the order of {@link factColumns}. Its names must have numbers.
 *
 * What follows from `effectiveAt` is left out, and the fields of a view, most of what is ever stored, have columns of their own.
 */
export function valuesOfFact(fact: Fact, codes: PostgresCodes): readonly ColumnValue[] {
  const { effectiveAt, occurredAt, slot, context } = fact;
  const view = viewColumns(fact);
  const time = codes.time(effectiveAt);
  const day = codes.day(fact.day);
  return [
    time,
    codes.time(fact.receivedAt),
    occurredAt === effectiveAt ? null : codes.time(occurredAt),
    slot === Math.floor(time / slotMs) ? null : slot,
    codes.name('actor', fact.actorId),
    orNull(codes.name('item', fact.collateralId)),
    orNull(codes.name('version', fact.version)),
    orNull(codes.name('team', fact.team)),
    orNull(codes.name('context', context === null ? null : JSON.stringify(context))),
    day === Math.floor(time / dayMs) ? null : day,
    view?.activeMs,
    view?.inactiveMs,
    typeNumber(fact.type),
    exclusionNumber(fact.excluded) + (view?.statesVersion === true ? statedVersion : 0),
    view?.progress,
    packedId(fact.id),
    view?.viewId,
    view === null ? JSON.stringify(fact.detail) : null,
  ];
}

/** Reads rows back as the facts they were written from. */
export async function factsOfRows(rows: readonly PostgresRow[], codes: PostgresCodes): Promise<readonly Fact[]> {
  await codes.read(rows);
  return rows.map((row) => factOfRow(row, codes));
}

/** Reads one row back. What its numbers stand for must have been read. */
export function factOfRow(row: PostgresRow, codes: PostgresCodes): Fact {
  const time = Number(row['effective_at']);
  const effectiveAt = codes.timeText(time);
  const flags = Number(row['flags']);
  const version = codes.text(row['version']);
  const context = codes.text(row['context']);
  return {
    id: unpackedId(row['id']),
    actorId: codes.text(row['actor']) ?? '',
    type: typeOf(Number(row['type'])),
    collateralId: codes.text(row['item']),
    version,
    occurredAt: row['occurred_at'] === null ? effectiveAt : codes.timeText(row['occurred_at']),
    receivedAt: codes.timeText(row['received_at']),
    effectiveAt,
    day: codes.dayText(row['day'] ?? Math.floor(time / dayMs)),
    slot: row['slot'] === null ? Math.floor(time / slotMs) : Number(row['slot']),
    team: codes.text(row['team']),
    excluded: exclusionOf(flags),
    // Rows are written from facts only, so each text has the shape of its field.
    context: context === null ? null : (JSON.parse(context) as Fact['context']),
    detail:
      typeof row['detail'] === 'string'
        ? (JSON.parse(row['detail']) as Fact['detail'])
        : viewDetail(row, flags, version),
  };
}

function orNull(code: number): number | null {
  return code === 0 ? null : code;
}

interface ViewColumns {
  readonly viewId: string;
  readonly activeMs: number;
  readonly inactiveMs: number;
  readonly progress: number;
  readonly statesVersion: boolean;
}

/** Gives the columns of a view, or null when the detail holds anything else or does not fit. */
function viewColumns({ type, detail, version }: Fact): ViewColumns | null {
  const { viewId, activeMs, visibleMs, progress } = detail;
  const statesVersion = 'version' in detail;
  if (type !== 'view' || typeof viewId !== 'string') return null;
  if (statesVersion && (version === null || detail['version'] !== version)) return null;
  if (Object.keys(detail).length !== (statesVersion ? 5 : 4)) return null;
  if (!fits(activeMs) || !fits(visibleMs) || typeof progress !== 'number' || !(progress >= 0 && progress <= 1))
    return null;
  const share = packShare(progress);
  if (!Number.isInteger(share) || unpackShare(share) !== progress || Object.is(progress, -0)) return null;
  return { viewId: packedId(viewId), activeMs, inactiveMs: visibleMs - activeMs, progress: share, statesVersion };
}

function viewDetail(row: PostgresRow, flags: number, version: string | null): Fact['detail'] {
  const activeMs = Number(row['active_ms']);
  return {
    viewId: unpackedId(row['view_id']),
    activeMs,
    visibleMs: activeMs + Number(row['inactive_ms']),
    progress: unpackShare(Number(row['progress'])),
    ...((flags & statedVersion) !== 0 && { version }),
  };
}

function fits(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= largestInteger && !Object.is(value, -0);
}
