import {
  CollateralError,
  receiptMediaType,
  type Batch,
  type Item,
  type Receipt,
  type Rejection,
  type UsageEvent,
} from '@collateral/sdk/contract';
import { actorTag } from '../privacy/actor-tag.js';
import { jsonReply } from '../request/json-reply.js';
import type { Caller } from '../request/principal.js';
import { readItems } from '../store/catalogue.js';
import type { Fact } from '../store/fact.js';
import type { AppendOutcome } from '../store/store.js';
import { calendarDay } from './calendar-day.js';
import { checkEvent, rejectionOf } from './check-event.js';
import { effectiveTime, isTooOld } from './effective-time.js';
import { collateralIdOf, factOfEvent } from './fact-of-event.js';
import { readBatch } from './read-batch.js';
import type { Call, Route } from './route.js';

/** Takes a batch of usage events and answers for each of them. */
export const takeEvents: Route = {
  method: 'POST',
  path: '/v1/events',
  async answer(call) {
    const { batch, caller } = await readBatch(call);
    await refuseOtherActor(batch, caller);
    const rejected: Rejection[] = [];
    const facts = await placeEvents(call, caller, batch, rejected);
    const outcomes =
      facts.length === 0
        ? []
        : await call.store.append(
            caller.tenant,
            facts.map(({ fact }) => fact),
          );
    return jsonReply(receiptOf(batch, facts, outcomes, rejected), receiptMediaType);
  },
};

interface PlacedFact {
  readonly index: number;
  readonly fact: Fact;
}

// A check, not an identity: rows recorded under one person must not become another's after a change of sign-in.
async function refuseOtherActor({ forActor }: Batch, { tenant, actorId }: Caller): Promise<void> {
  if (forActor === undefined || forActor === (await actorTag(tenant, actorId))) return;
  throw new CollateralError(
    'actor-changed',
    'The rows were recorded under another person than the one signed in now. Keep them until that person is back.',
  );
}

async function placeEvents(
  call: Call,
  caller: Caller,
  batch: Batch,
  rejected: Rejection[],
): Promise<readonly PlacedFact[]> {
  const events: { readonly index: number; readonly event: UsageEvent }[] = [];
  batch.events.forEach((input, index) => {
    const checked = checkEvent(input, index);
    if ('rejection' in checked) rejected.push(checked.rejection);
    else events.push(checked);
  });
  const items = await readItems(
    call.store,
    caller.tenant,
    events.flatMap(({ event }) => collateralIdOf(event) ?? []),
  );
  const dayOf = calendarDay(call.policy.timeZone);
  return events.flatMap(({ index, event }) => {
    const { receivedAt } = call;
    const effectiveAt = effectiveTime(event.occurredAt, batch.sentAt, receivedAt);
    if (isTooOld(effectiveAt, receivedAt)) {
      rejected.push(rejectionOf(event, index, 'too-old', 'The event happened more than 35 days ago.'));
      return [];
    }
    const collateralId = collateralIdOf(event);
    if (collateralId !== null && !isKnown(collateralId, call, caller, items)) {
      rejected.push(
        rejectionOf(event, index, 'unknown-item', 'The item is not in the catalogue. Add it with PUT /v1/items.'),
      );
      return [];
    }
    const item = collateralId === null ? undefined : items.get(collateralId);
    const circumstances = { caller, item, receivedAt, effectiveAt, day: dayOf(effectiveAt), context: batch.context };
    return [{ index, fact: factOfEvent(event, circumstances) }];
  });
}

// What a person may not see does not exist for them, so they can't rate it either, whatever the policy says.
function isKnown(collateralId: string, { policy }: Call, caller: Caller, items: ReadonlyMap<string, Item>): boolean {
  return caller.canSee(collateralId) && (policy.unknownItems === 'accept' || items.has(collateralId));
}

function receiptOf(
  batch: Batch,
  facts: readonly PlacedFact[],
  outcomes: readonly AppendOutcome[],
  rejected: Rejection[],
): Receipt {
  if (outcomes.length !== facts.length) {
    throw new CollateralError(
      'server-failed',
      `store.append answered ${outcomes.length} outcomes for ${facts.length} facts. Run the conformance kit.`,
    );
  }
  let accepted = 0;
  let duplicates = 0;
  facts.forEach(({ index, fact }, position) => {
    const outcome = outcomes[position];
    if (outcome === 'new') accepted += 1;
    else if (outcome === 'duplicate') duplicates += 1;
    else if (outcome === 'conflict')
      rejected.push(
        rejectionOf(fact, index, 'id-conflict', 'Another event with this id and other content was already stored.'),
      );
    else rejected.push(rejectionOf(fact, index, 'too-old', 'The event is older than the store keeps events.'));
  });
  rejected.sort((a, b) => a.index - b.index);
  return { batchId: batch.batchId, accepted, duplicates, rejected };
}
