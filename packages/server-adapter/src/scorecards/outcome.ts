import type { EvidenceEntry } from '@collateral/sdk/contract';

/**
 * One item or suggestion behind a number. A measure is a list of these and its number is counted from the list, so that the list
 * somebody opens behind a number always adds up to it.
 */
export type Outcome = Omit<EvidenceEntry, 'title'>;

/** What an outcome is about. */
export type OutcomePlace = Pick<Outcome, 'collateralId' | 'version' | 'suggestionId'>;

/** Makes the outcome of a share: in the numerator or not. */
export function counted(place: OutcomePlace, isHit: boolean, at: string | null = null): Outcome {
  return { ...placeOf(place), part: isHit ? 'hit' : 'miss', reason: null, value: null, at };
}

/** Makes the outcome of something that has to be left out, and why. */
export function leftOut(place: OutcomePlace, reason: string, at: string | null = null): Outcome {
  return { ...placeOf(place), part: 'excluded', reason, value: null, at };
}

/**
 * Makes the outcome of something that is done before its time to be judged has come. It is left out like what is still open: a period
 * that is running would else count what went well at once, and what did not only later.
 */
export function notYetDue(place: OutcomePlace, at: string | null): Outcome {
  return leftOut(place, 'not-yet-due', at);
}

/** Makes the outcome of something that can't be judged yet. */
export function stillOpen(place: OutcomePlace, at: string | null): Outcome {
  return { ...placeOf(place), part: 'open', reason: null, value: null, at };
}

/** The place of an item as a whole. */
export function itemPlace(collateralId: string, version: string | null = null): OutcomePlace {
  return { collateralId, version, suggestionId: null };
}

function placeOf({ collateralId, version, suggestionId }: OutcomePlace): OutcomePlace {
  return { collateralId, version, suggestionId };
}
