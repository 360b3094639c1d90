import type { SuggestionMade, SuggestionRow } from '../store/conversation-row.js';
import { sampleId, sampleTime } from './sample-fact.js';

/** Gives the row of a sample suggestion nobody said anything about. */
export function sampleRow(number: number, changes: Partial<SuggestionMade> = {}): SuggestionRow {
  const time = sampleTime(number);
  const made = {
    actorId: 'ana',
    collateralId: 'deck-42',
    version: 'v1',
    team: 'sales',
    effectiveAt: time,
    receivedAt: time,
    excluded: null,
    ...changes,
  };
  return {
    type: 'suggestions',
    suggestionId: sampleId(number),
    made,
    withdrawnAt: null,
    voters: 0,
    replies: 0,
    changedAt: time,
  };
}
