import { canonicalJson } from '../store/canonical-json.js';
import type { StoredDocument } from '../store/store.js';
import { pendingEntry, type PendingEntry } from './audit-trail.js';

/**
 * Gives what is there when a change was done before, else null: the same person changed the same revision to the same, for the same reason. That is a command
 * sent again after its reply was lost, and what it asks for holds.
 *
 * @param stored - what is there now.
 * @param expect - the revision the sender saw.
 */
export function repeatedChange(
  stored: StoredDocument | null,
  expect: number,
  entry: PendingEntry,
): StoredDocument | null {
  if (stored?.revision !== expect + 1) return null;
  return essenceOf(pendingEntry(stored.document)) === essenceOf(entry) ? stored : null;
}

// What was before follows from the revision; when it was done is of the first time.
function essenceOf({ document: { type, about, after, reason, actorId } }: PendingEntry): string {
  return canonicalJson([type, about, after, reason, actorId]);
}
