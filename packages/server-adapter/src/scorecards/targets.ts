import type { MeasureId, ScorecardSubject, StoredTarget, Target, TargetCommand } from '@collateral/sdk/contract';
import { canonicalJson } from '../store/canonical-json.js';
import { compareCodePoints } from '../store/code-point-order.js';
import type { Document, StoredDocument } from '../store/store.js';
import { addEntries, makeEntry, pendingEntry, type AuditPlace } from './audit-trail.js';
import type { ChangeAuthor } from './change-author.js';
import { isTargetKey } from './policy-record.js';
import { repeatedChange } from './repeated-change.js';

/** Reads all targets, in the order of their keys: measure, subject, id, first day. */
export async function readTargets(place: AuditPlace): Promise<readonly StoredTarget[]> {
  const { store, tenant } = place;
  const targets: StoredTarget[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.list(tenant, 'targets', { limit: 1_000, ...(cursor !== undefined && { cursor }) });
    targets.push(...page.documents.filter(({ key }) => isTargetKey(key)).map(targetOf));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return targets;
}

/** What became of a target somebody set. */
export interface SetTarget {
  /** Now, or by the same command before. */
  readonly isWritten: boolean;
  /** What is there now. */
  readonly target: StoredTarget | null;
}

/**
 * Sets or changes a target, and records who did it.
 *
 * @returns what is there now, and whether it was written: not when it is at another revision than the sender saw.
 */
export async function setTarget(
  place: AuditPlace,
  { expect, reason, ...target }: TargetCommand,
  author: ChangeAuthor,
): Promise<SetTarget> {
  const { store, tenant } = place;
  const key = targetKey(target);
  const stored = await store.get(tenant, 'targets', key);
  if (stored !== null) await addEntries(place, [pendingEntry(stored.document)]);
  const change = {
    type: 'target',
    about: { type: target.subject, id: target.id },
    before: stored && valuesOf(stored.document),
    after: { ...target },
    reason,
  } as const;
  const entry = makeEntry(`target ${key} ${expect}`, change, author);
  const answerFor = (current: StoredDocument | null): SetTarget => {
    return { isWritten: repeatedChange(current, expect, entry) !== null, target: current && targetOf(current) };
  };
  if ((stored?.revision ?? 0) !== expect) return answerFor(stored);
  const document = { ...target, setAt: author.at, entry };
  const outcome = await store.put(tenant, 'targets', key, document, { expectedRevision: expect });
  if (!outcome.ok) return answerFor(outcome.current);
  await addEntries(place, [entry]);
  return { isWritten: true, target: { ...target, setAt: author.at, revision: outcome.revision } };
}

/** Finds the target of a measure that holds on a day: the subject's own, else that of the organisation; the latest first day wins. */
export function targetOn(
  targets: readonly StoredTarget[],
  measure: MeasureId,
  { type, id }: ScorecardSubject,
  day: string,
): StoredTarget | null {
  const holding = targets
    .filter((one) => one.measure === measure && one.from <= day && (one.until === null || one.until >= day))
    .toSorted((one, other) => compareCodePoints(one.from, other.from));
  const own = holding.findLast((one) => one.subject === type && one.id === id);
  return own ?? holding.findLast(({ subject }) => subject === 'organisation') ?? null;
}

function targetKey({ measure, subject, id, from }: Target): string {
  return canonicalJson([measure, subject, id, from]);
}

function targetOf({ document, revision }: StoredDocument): StoredTarget {
  // Only setTarget fills these documents, from commands that were checked.
  return { ...(valuesOf(document) as unknown as Target), setAt: document['setAt'] as string, revision };
}

function valuesOf({ entry: _entry, setAt: _setAt, ...values }: Document): Document {
  return values;
}
