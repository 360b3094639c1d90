import {
  CollateralError,
  isCollateralError,
  receiptMediaType,
  type Batch,
  type Receipt,
  type Rejection,
  type UsageEventType,
} from '@collateral/sdk/contract';
import { actorTag } from '../privacy/actor-tag.js';
import { readErasures } from '../privacy/erasures.js';
import { jsonReply } from '../request/json-reply.js';
import type { Caller } from '../request/principal.js';
import type { AppendOutcome } from '../store/store.js';
import { forgetLowStandings } from '../suggestions/low-standings.js';
import { rejectionOf } from './check-event.js';
import { countMinutes, markCrowdedMinutes } from './crowded-minutes.js';
import { placeEvents, type PlacedFact } from './place-events.js';
import { readBatch } from './read-batch.js';
import type { Call, Route } from './route.js';

/** Takes a batch of usage events and answers for each of them. */
export const takeEvents: Route = {
  method: 'POST',
  path: '/v1/events',
  audience: 'signed-in',
  async answer(call) {
    const { batch, caller, bytes } = await readBatch(call);
    await refuseOtherActor(batch, caller, call.secret);
    const placed = await placeEvents(call, caller, batch, bytes);
    const { rejected } = placed;
    const facts = markCrowdedMinutes(placed.facts, call, caller);
    const outcomes = await store(call, caller, facts);
    countMinutes(facts, outcomes, call, caller);
    await eraseLate(call, caller, facts);
    if (facts.some(({ fact }) => ratingTypes.has(fact.type)))
      forgetLowStandings({ cache: call.figures, tenant: caller.tenant });
    if (facts.some(({ fact }) => conversationTypes.has(fact.type))) call.changes.nudge();
    return jsonReply(receiptOf(batch, facts, outcomes, rejected), receiptMediaType);
  },
};

/** Events that may change what is suggested about an item. */
const conversationTypes: ReadonlySet<UsageEventType> = new Set([
  'suggestion',
  'suggestion-withdrawal',
  'vote',
  'reply',
  'rating',
  'rating-withdrawal',
]);
/** Events that may change who stands behind a low rating. */
const ratingTypes: ReadonlySet<UsageEventType> = new Set(['rating', 'rating-withdrawal']);

async function store(call: Call, { tenant }: Caller, placed: readonly PlacedFact[]): Promise<readonly AppendOutcome[]> {
  if (placed.length === 0) return [];
  const facts = placed.map(({ fact }) => fact);
  try {
    return await call.admission.storing(facts.length, () => call.store.append(tenant, facts));
  } catch (cause) {
    if (isCollateralError(cause)) throw cause;
    // A full disk, a lost connection, a timeout: the client keeps its events and comes back.
    throw new CollateralError('store-unavailable', 'store.append failed; nothing was stored.', { cause });
  }
}

// A check, not an identity: rows recorded under one person must not become another's after a change of sign-in.
async function refuseOtherActor(
  { forActor }: Batch,
  { tenant, actorId }: Caller,
  secret: string | null,
): Promise<void> {
  if (forActor === undefined || forActor === (await actorTag(tenant, actorId, secret))) return;
  throw new CollateralError(
    'actor-changed',
    'The rows were recorded under another person than the one signed in now. Keep them until that person is back.',
  );
}

// Somebody may have been erased between the check and the storing; then what was stored goes the same way.
async function eraseLate(call: Call, { tenant }: Caller, placed: readonly PlacedFact[]): Promise<void> {
  const people = [...new Set(placed.map(({ fact }) => fact.actorId))];
  const erasures = await readErasures({ ...call, tenant }, people);
  for (const [actorId, { erasedAt, tombstoneId }] of erasures) {
    if (placed.some(({ fact }) => fact.actorId === actorId && fact.effectiveAt <= erasedAt))
      await call.store.reassign(tenant, actorId, tombstoneId);
  }
}

function receiptOf(
  batch: Batch,
  facts: readonly PlacedFact[],
  outcomes: readonly AppendOutcome[],
  refused: readonly Rejection[],
): Receipt {
  if (outcomes.length !== facts.length) {
    throw new CollateralError(
      'server-failed',
      `store.append answered ${outcomes.length} outcomes for ${facts.length} facts. Run the conformance kit.`,
    );
  }
  const rejected = [...refused];
  let accepted = 0;
  let duplicates = 0;
  facts.forEach(({ index, fact }, position) => {
    const outcome = outcomes[position];
    if (outcome === 'new') accepted += 1;
    else if (outcome === 'duplicate') duplicates += 1;
    else if (outcome === 'conflict')
      rejected.push(
        rejectionOf(
          fact,
          index,
          'id-conflict',
          'Another event with this id and other content was already stored. Give every event an id of its own.',
        ),
      );
    else rejected.push(rejectionOf(fact, index, 'too-old', 'The event is older than the store keeps events. Drop it.'));
  });
  rejected.sort((a, b) => a.index - b.index);
  return { batchId: batch.batchId, accepted, duplicates, rejected };
}
