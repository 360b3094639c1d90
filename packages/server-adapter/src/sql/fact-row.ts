import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { Fact } from '../store/fact.js';

/** Columns of the fact table that hold a fact, in the order {@link parametersOf} gives them. */
export const factColumns =
  'actor_id, id, type, collateral_id, version, occurred_at, received_at, effective_at, day, slot, team, excluded, context, detail';

/** One row of the fact table. */
export type FactRow = Readonly<Record<string, SQLOutputValue>>;

/** Gives the values of a fact in the order of {@link factColumns}. */
export function parametersOf(fact: Fact): SQLInputValue[] {
  return [
    fact.actorId,
    fact.id,
    fact.type,
    fact.collateralId,
    fact.version,
    fact.occurredAt,
    fact.receivedAt,
    fact.effectiveAt,
    fact.day,
    fact.slot,
    fact.team,
    fact.excluded,
    fact.context === null ? null : JSON.stringify(fact.context),
    JSON.stringify(fact.detail),
  ];
}

/** Reads a row back as the fact it was written from. */
export function factOfRow(row: FactRow): Fact {
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
    slot: row['slot'],
    team: row['team'],
    excluded: row['excluded'],
    context: typeof row['context'] === 'string' ? (JSON.parse(row['context']) as unknown) : null,
    detail: JSON.parse(String(row['detail'])) as unknown,
  } as Fact;
}
