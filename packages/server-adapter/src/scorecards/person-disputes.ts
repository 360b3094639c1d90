import type { Dispute } from '@collateral/sdk/contract';
import type { StoredDispute } from '../insights/disputed-ratings.js';
import { pendingEntry, type AuditPlace } from './audit-trail.js';
import { everyDispute } from './disputes.js';

/** A dispute somebody has a part in, as it is given to them when they ask what is stored about them. */
export interface PersonDispute extends Pick<
  Dispute,
  'collateralId' | 'version' | 'value' | 'reason' | 'status' | 'openedAt' | 'settledAt' | 'settlement'
> {
  /** Whose rating it is about, who opened it, or who settled it. */
  readonly part: 'rater' | 'opener' | 'settler';
}

/** Finds the disputes one person has a part in. Of the others in it nothing is told but what they wrote. */
export async function readPersonDisputes(place: AuditPlace, actorId: string): Promise<readonly PersonDispute[]> {
  const found: PersonDispute[] = [];
  for await (const document of everyDispute(place)) {
    // Only the commands about disputes fill this collection.
    const dispute = document as unknown as StoredDispute;
    // The entry of the last change: settling is the last one of a round.
    const isSettler = dispute.settledAt !== null && pendingEntry(document).document['actorId'] === actorId;
    if (dispute.raterId === actorId) found.push(partIn(dispute, 'rater'));
    if (dispute.openedBy === actorId) found.push(partIn(dispute, 'opener'));
    if (isSettler) found.push(partIn(dispute, 'settler'));
    for (const round of dispute.earlier ?? []) {
      const before = { ...dispute, ...round };
      if (dispute.raterId === actorId) found.push(partIn(before, 'rater'));
      if (round.openedBy === actorId) found.push(partIn(before, 'opener'));
      if (round.settledBy === actorId) found.push(partIn(before, 'settler'));
    }
  }
  return found;
}

function partIn(dispute: StoredDispute, part: PersonDispute['part']): PersonDispute {
  const { collateralId, version, value, reason, status, openedAt, settledAt, settlement } = dispute;
  return { part, collateralId, version, value, reason, status, openedAt, settledAt, settlement };
}
