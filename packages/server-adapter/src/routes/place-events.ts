import { limits, type Batch, type Rejection, type UsageEvent } from '@collateral/sdk/contract';
import { readErasures, type Erasure } from '../privacy/erasures.js';
import type { Caller } from '../request/principal.js';
import { readItems } from '../store/catalogue.js';
import type { Fact } from '../store/fact.js';
import { calendarDay } from '../insights/calendar-day.js';
import { checkEvent, rejectionOf } from './check-event.js';
import { effectiveTimes, isTooOld } from './effective-time.js';
import { collateralIdOf, factOfEvent } from './fact-of-event.js';
import { attribute } from './on-behalf-of.js';
import { refuseItem, refuseSubject, type Refusal } from './refuse-item.js';
import type { Call } from './route.js';
import { readSubjects } from './suggestion-subjects.js';

/** A fact and the place of its event in the batch. */
export interface PlacedFact {
  readonly index: number;
  readonly fact: Fact;
  /** `effectiveAt` of the fact, in milliseconds since 1970. */
  readonly instant: number;
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
  const events = attributeEvents(sender, batch, bytes, rejected);
  const people = [...new Set(events.map(({ caller }) => caller.actorId))];
  const subjects = await readSubjects(
    call.store,
    sender.tenant,
    events.map(({ event }) => event),
  );
  const itemOf = (event: UsageEvent): string | null => collateralIdOf(event) ?? subjects.get(event) ?? null;
  const [items, erasures] = await Promise.all([
    readItems(
      call.store,
      sender.tenant,
      events.flatMap(({ event }) => itemOf(event) ?? []),
    ),
    readErasures({ ...call, tenant: sender.tenant }, people),
  ]);
  const timeOf = effectiveTimes(batch.sentAt, call.receivedAt);
  const dayOf = calendarDay(call.policy.timeZone);
  const receivedAt = new Date(call.receivedAt).toISOString();
  const facts: PlacedFact[] = [];
  for (const { index, event, caller } of events) {
    const effectiveAt = timeOf(event.occurredAt);
    const subject = itemOf(event);
    const item = items.get(subject ?? '');
    const isRequest = subjects.get(event) === null;
    const refusal =
      refuseTime(effectiveAt, sender, call.receivedAt, erasures.get(caller.actorId)) ??
      refuseSubject(subject, sender) ??
      refuseItem(event, item, sender, call);
    if (refusal === null) {
      const day = dayOf(effectiveAt);
      const circumstances = { caller, item, isRequest, receivedAt, effectiveAt, day, context: batch.context };
      facts.push({ index, fact: factOfEvent(event, circumstances), instant: effectiveAt });
    } else rejected.push(rejectionOf(event, index, refusal.code, refusal.message));
  }
  return { facts, rejected };
}

function attributeEvents(
  sender: Caller,
  batch: Batch,
  bytes: number,
  rejected: Rejection[],
): readonly AttributedEvent[] {
  const events: AttributedEvent[] = [];
  batch.events.forEach((input, index) => {
    const checked = checkEvent(input, index, bytes);
    if ('rejection' in checked) {
      rejected.push(checked.rejection);
      return;
    }
    const attributed = attribute(input, sender);
    if ('caller' in attributed) events.push({ index, event: checked.event, caller: attributed.caller });
    else rejected.push(rejectionOf(input, index, attributed.code, attributed.message));
  });
  return events;
}

function refuseTime(
  effectiveAt: number,
  sender: Caller,
  receivedAt: number,
  erasure: Erasure | undefined,
): Refusal | null {
  // A service may bring in history; a browser with a five-week-old event has a wrong clock or a forgotten tab.
  if (sender.kind !== 'service' && isTooOld(effectiveAt, receivedAt)) {
    const message = `The event happened more than ${limits.eventAgeDays} days ago. Drop it, or let a service bring it in as history.`;
    return { code: 'too-old', message };
  }
  if (erasure !== undefined && effectiveAt <= Date.parse(erasure.erasedAt))
    return { code: 'erased', message: 'The data of this person from that time was erased. Drop the event.' };
  return null;
}
