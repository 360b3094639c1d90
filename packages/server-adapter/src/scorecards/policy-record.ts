import type { Policy } from '@collateral/sdk/contract';
import { canonicalJson } from '../store/canonical-json.js';
import type { Document } from '../store/store.js';
import { addEntries, makeEntry, pendingEntry, type AuditPlace } from './audit-trail.js';

const documentKey = 'policy';

/** Tells whether a document of the collection `targets` is something else than a target. */
export function isTargetKey(key: string): boolean {
  return key !== documentKey;
}

/** Makes a function that records the host's rules once for each tenant, when it is first heard of. */
export function policyRecorder(
  store: AuditPlace['store'],
  policy: Policy,
): (tenant: string, now: number) => Promise<void> {
  const recorded = new Map<string, Promise<void>>();
  return (tenant, now) => {
    const known = recorded.get(tenant);
    if (known !== undefined) return known;
    const recording = recordPolicy({ store, tenant }, policy, now);
    recorded.set(tenant, recording);
    // Asked again by the next request: the store may be back by then.
    recording.catch(() => recorded.delete(tenant));
    return recording;
  };
}

/** Records the host's rules if they are others than those recorded last: what figures mean depends on them. */
async function recordPolicy(place: AuditPlace, policy: Policy, now: number): Promise<void> {
  const { store, tenant } = place;
  const stored = await store.get(tenant, 'targets', documentKey);
  if (stored !== null) await addEntries(place, [pendingEntry(stored.document)]);
  const before = stored === null ? null : (stored.document['policy'] as Document);
  const after: Document = { ...policy };
  if (before !== null && canonicalJson(before) === canonicalJson(after)) return;
  const changed = Object.keys(after).filter(
    (name) => canonicalJson(before?.[name] ?? null) !== canonicalJson(after[name]),
  );
  const author = { at: new Date(now).toISOString(), actorId: null, role: 'host' } as const;
  const change = {
    type: 'policy',
    about: null,
    before: before && pick(before, changed),
    after: pick(after, changed),
    reason: null,
  } as const;
  const entry = makeEntry(`policy ${stored?.revision ?? 0}`, change, author);
  const document = { policy: after, entry };
  const outcome = await store.put(tenant, 'targets', documentKey, document, {
    expectedRevision: stored?.revision ?? 0,
  });
  // Another process started at the same moment and recorded its own.
  if (outcome.ok) await addEntries(place, [entry]);
}

function pick(rules: Document, names: readonly string[]): Document {
  return Object.fromEntries(names.map((name) => [name, rules[name] ?? null]));
}
