import type { Fact } from '../store/fact.js';
import { packShare, unpackShare } from './packed-values.js';
import type { PostgresRow } from './postgres-client.js';
import { packedId, unpackedId } from './postgres-ids.js';

const dayMs = 86_400_000;
const slotMs = 1_800_000;
/** The last day of the year 9999. */
const lastDay = 2_932_896;
const largestInteger = 2_147_483_647;

const types = {
  actor_id: 'text',
  id: 'bytea',
  type: 'text',
  collateral_id: 'text',
  version: 'text',
  occurred_at: 'text',
  received_at: 'text',
  effective_at: 'text',
  day: 'text',
  slot: 'bigint',
  team: 'text',
  excluded: 'text',
  context: 'text',
  view_id: 'bytea',
  active_ms: 'integer',
  inactive_ms: 'integer',
  progress: 'smallint',
  states_version: 'boolean',
  detail: 'text',
} as const;

/** Columns of the fact table that hold a fact. */
export const factColumns: string = Object.keys(types).join(', ');

/** The same with the type of each. */
export const typedFactColumns: string = Object.entries(types)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');

/** Gives the day a fact was received on, in UTC since 1970. Facts are kept by it; what is no time counts as the first. */
export function receivedDay({ receivedAt }: Pick<Fact, 'receivedAt'>): number {
  const day = Math.floor(Date.parse(receivedAt) / dayMs);
  return day >= 0 && day <= lastDay ? day : 0;
}

/**
 * Gives the values of a fact by column.
 *
 * What follows from `effectiveAt` is left out, and the fields of a view, most of what is ever stored, have columns of their own.
 */
export function rowOfFact(fact: Fact): PostgresRow {
  const { effectiveAt, occurredAt, day, slot, context } = fact;
  const view = viewColumns(fact);
  return {
    actor_id: fact.actorId,
    id: packedId(fact.id),
    type: fact.type,
    collateral_id: fact.collateralId,
    version: fact.version,
    occurred_at: occurredAt === effectiveAt ? null : occurredAt,
    received_at: fact.receivedAt,
    effective_at: effectiveAt,
    day: day === effectiveAt.slice(0, 10) ? null : day,
    slot: slot === slotOf(effectiveAt) ? null : slot,
    team: fact.team,
    excluded: fact.excluded,
    context: context === null ? null : JSON.stringify(context),
    ...(view ?? { detail: JSON.stringify(fact.detail) }),
  };
}

/** Reads a row back as the fact it was written from. */
export function factOfRow(row: PostgresRow): Fact {
  const { effective_at: effectiveAt } = row;
  // Rows are written from facts only, so each column has the type of its field.
  return {
    id: unpackedId(row['id']),
    actorId: row['actor_id'],
    type: row['type'],
    collateralId: row['collateral_id'],
    version: row['version'],
    occurredAt: row['occurred_at'] ?? effectiveAt,
    receivedAt: row['received_at'],
    effectiveAt,
    day: row['day'] ?? String(effectiveAt).slice(0, 10),
    slot: row['slot'] === null ? slotOf(String(effectiveAt)) : Number(row['slot']),
    team: row['team'],
    excluded: row['excluded'],
    context: typeof row['context'] === 'string' ? (JSON.parse(row['context']) as unknown) : null,
    detail: typeof row['detail'] === 'string' ? (JSON.parse(row['detail']) as unknown) : viewDetail(row),
  } as Fact;
}

function slotOf(instant: string): number {
  return Math.floor(Date.parse(instant) / slotMs);
}

/** Gives the columns of a view, or null when the detail holds anything else or does not fit. */
function viewColumns({ type, detail, version }: Fact): PostgresRow | null {
  const { viewId, activeMs, visibleMs, progress } = detail;
  const statesVersion = 'version' in detail;
  if (type !== 'view' || typeof viewId !== 'string' || (statesVersion && detail['version'] !== version)) return null;
  if (Object.keys(detail).length !== (statesVersion ? 5 : 4)) return null;
  if (!fits(activeMs) || !fits(visibleMs) || typeof progress !== 'number' || !(progress >= 0 && progress <= 1))
    return null;
  const share = packShare(progress);
  if (!Number.isInteger(share) || unpackShare(share) !== progress) return null;
  return {
    view_id: packedId(viewId),
    active_ms: activeMs,
    inactive_ms: visibleMs - activeMs,
    progress: share,
    ...(statesVersion && { states_version: true }),
  };
}

function viewDetail(row: PostgresRow): Fact['detail'] {
  const activeMs = Number(row['active_ms']);
  return {
    viewId: unpackedId(row['view_id']),
    activeMs,
    visibleMs: activeMs + Number(row['inactive_ms']),
    progress: unpackShare(Number(row['progress'])),
    ...(row['states_version'] === true && { version: row['version'] }),
  };
}

function fits(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= largestInteger && !Object.is(value, -0);
}
