import type { Fact } from '../store/fact.js';
import type { PostgresRow } from './postgres-client.js';

/** Columns of the fact table that hold a fact. */
export const factColumns =
  'actor_id, id, type, collateral_id, version, occurred_at, received_at, effective_at, day, slot, team, excluded, context, detail';

/** Gives the values of a fact by column. */
export function rowOfFact(fact: Fact): PostgresRow {
  return {
    actor_id: fact.actorId,
    id: fact.id,
    type: fact.type,
    collateral_id: fact.collateralId,
    version: fact.version,
    occurred_at: fact.occurredAt,
    received_at: fact.receivedAt,
    effective_at: fact.effectiveAt,
    day: fact.day,
    slot: fact.slot,
    team: fact.team,
    excluded: fact.excluded,
    context: fact.context === null ? null : JSON.stringify(fact.context),
    detail: JSON.stringify(fact.detail),
  };
}

/** Reads a row back as the fact it was written from. */
export function factOfRow(row: PostgresRow): Fact {
  // Rows are written from facts only, so each column has the type of its field.
  return {
    id: row['id'],
    actorId: row['actor_id'],
    type: row['type'],
    collateralId: row['collateral_id'],
    version: row['version'],
    occurredAt: row['occurred_at'],
    receivedAt: row['received_at'],
    effectiveAt: row['effective_at'],
    day: row['day'],
    slot: Number(row['slot']),
    team: row['team'],
    excluded: row['excluded'],
    context: typeof row['context'] === 'string' ? (JSON.parse(row['context']) as unknown) : null,
    detail: JSON.parse(String(row['detail'])) as unknown,
  } as Fact;
}
