import type { Fact } from '../store/fact.js';

/** Makes the UUIDv7 of a sample: the same number gives the same id. */
export function sampleId(number: number): string {
  return `01890000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** Makes an instant some minutes after the start of the samples. */
export function sampleTime(minutes: number): string {
  return new Date(Date.UTC(2026, 4, 4, 8) + minutes * 60_000).toISOString();
}

/** Makes a rating as the handler would hand it to a store. */
export function sampleFact(number: number, changes: Partial<Fact> = {}): Fact {
  const time = sampleTime(number);
  return {
    id: sampleId(number),
    actorId: 'ana',
    type: 'rating',
    collateralId: 'deck-42',
    version: 'v1',
    occurredAt: time,
    receivedAt: time,
    effectiveAt: time,
    day: time.slice(0, 10),
    slot: Math.floor(Date.parse(time) / 1_800_000),
    team: 'sales',
    excluded: null,
    context: { surface: 'search' },
    detail: { value: 4, scaleId: 'collateral-5@1' },
    ...changes,
  };
}
