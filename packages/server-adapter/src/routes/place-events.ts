import { limits, type Batch, type Item, type Rejection, type UsageEvent } from '@collateral/sdk/contract';
import { readErasures } from '../privacy/erasures.js';
import type { Caller } from '../request/principal.js';
import { readItems } from '../store/catalogue.js';
import type { Fact } from '../store/fact.js';
import { calendarDay } from './calendar-day.js';
import { checkEvent, rejectionOf } from './check-event.js';
import { effectiveTime, isTooOld } from './effective-time.js';
import { collateralIdOf, factOfEvent } from './fact-of-event.js';
import { attribute } from './on-behalf-of.js';
import type { Call } from './route.js';

/** A fact and the place of its event in the batch. */
export interface PlacedFact {
  readonly index: number;
  readonly fact: Fact;
}

/** What becomes of a batch before the store sees it. */
export interface PlacedBatch {
  readonly facts: readonly PlacedFact[];
  readonly rejected: readonly Rejection[];
}

interface AttributedEvent {
  readonly index: number;
  readonly event: UsageEvent;
  /** Whose event it is: the sender, or whom a service sends it for. */
  readonly caller: Caller;
}

/** Checks every event of a batch, says whose it is, and places it in time and in the catalogue. */
export async function placeEvents(call: Call, sender: Caller, batch: Batch, bytes: number): Promise<PlacedBatch> {
  const rejected: Rejection[] = [];
  const events = batch.events.flatMap((input, index): readonly AttributedEvent[] => {
    const checked = checkEvent(input, index, bytes);
    if ('rejection' in checked) {
      rejected.push(checked.rejection);
      return [];
    }
    const attributed = attribute(input, sender);
    if ('caller' in attributed) return [{ index, event: checked.event, caller: attributed.caller }];
    rejected.push(rejectionOf(input, index, attributed.code, attributed.message));
    return [];
  });
  const ids = events.flatMap(({ event }) => collateralIdOf(event) ?? []);
  const people = [...new Set(events.map(({ caller }) => caller.actorId))];
  const [items, erasures] = await Promise.all([
    readItems(call.store, sender.tenant, ids),
    readErasures({ ...call, tenant: sender.tenant }, people),
  ]);
  const dayOf = calendarDay(call.policy.timeZone);
  const facts = events.flatMap(({ index, event, caller }): readonly PlacedFact[] => {
    const { receivedAt } = call;
    const effectiveAt = effectiveTime(event.occurredAt, batch.sentAt, receivedAt);
    // A service may bring in history; a browser with a five-week-old event has a wrong clock or a forgotten tab.
    if (sender.kind !== 'service' && isTooOld(effectiveAt, receivedAt)) {
      rejected.push(
        rejectionOf(
          event,
          index,
          'too-old',
          `The event happened more than ${limits.eventAgeDays} days ago. Drop it, or let a service bring it in as history.`,
        ),
      );
      return [];
    }
    const erasedAt = erasures.get(caller.actorId)?.erasedAt;
    if (erasedAt !== undefined && effectiveAt <= Date.parse(erasedAt)) {
      rejected.push(
        rejectionOf(event, index, 'erased', 'The data of this person from that time was erased. Drop the event.'),
      );
      return [];
    }
    const collateralId = collateralIdOf(event);
    const item = collateralId === null ? undefined : items.get(collateralId);
    const unknown = collateralId === null ? null : unknownPart(collateralId, event, item, sender, call);
    if (unknown !== null) {
      rejected.push(rejectionOf(event, index, 'unknown-item', unknown));
      return [];
    }
    const circumstances = { caller, item, receivedAt, effectiveAt, day: dayOf(effectiveAt), context: batch.context };
    return [{ index, fact: factOfEvent(event, circumstances) }];
  });
  return { facts, rejected };
}

/** Says what of an event is not in the catalogue and not welcome either, or null. */
function unknownPart(
  collateralId: string,
  event: UsageEvent,
  item: Item | undefined,
  sender: Caller,
  { policy, limits: callerLimits, receivedAt }: Call,
): string | null {
  const unknownItem = 'The item is not in the catalogue. Add it with PUT /v1/items.';
  // What a person may not see does not exist for them, so they can't rate it either, whatever the policy says.
  if (!sender.canSee(collateralId)) return unknownItem;
  const version = 'version' in event ? event.version : undefined;
  const published = item?.versions ?? [];
  const isListed =
    version === undefined || published.length === 0 || published.some((known) => known.version === version);
  if (item !== undefined && isListed) return null;
  if (policy.unknownItems === 'reject')
    return item === undefined
      ? unknownItem
      : 'The item is in the catalogue, but not with this version. Add the version with PUT /v1/items, or leave it out.';
  const name = JSON.stringify(item === undefined ? [collateralId] : [collateralId, version]);
  if (callerLimits.mayName(name, sender, receivedAt)) return null;
  return 'You sent events about too many items and versions that are not in the catalogue. Add them with PUT /v1/items.';
}
