import type { UsageEventType } from '@collateral/sdk/contract';
import type { Caller } from '../request/principal.js';
import type { AppendOutcome } from '../store/store.js';
import type { PlacedFact } from './place-events.js';
import type { Call } from './route.js';

/** What somebody wrote is read by people and counted once; it is never taken for a program's. */
const written: ReadonlySet<UsageEventType> = new Set([
  'suggestion',
  'suggestion-withdrawal',
  'vote',
  'reply',
  'notice-response',
]);

/** Marks what a person did beyond 300 events in one minute of their time as a program's: it is kept and does not count. */
export function markCrowdedMinutes(placed: readonly PlacedFact[], call: Call, caller: Caller): readonly PlacedFact[] {
  const room = new Map<number, number>();
  return placed.map((one) => {
    const { fact, instant } = one;
    if (fact.excluded !== null || written.has(fact.type)) return one;
    const minute = Math.floor(instant / 60_000);
    const left = room.get(minute) ?? call.limits.roomInMinute(instant, caller, call.receivedAt);
    room.set(minute, left - 1);
    return left > 0 ? one : { ...one, fact: { ...fact, excluded: 'automation' } };
  });
}

/** Notes what is new. What was sent again fills no minute. */
export function countMinutes(
  placed: readonly PlacedFact[],
  outcomes: readonly AppendOutcome[],
  call: Call,
  caller: Caller,
): void {
  placed.forEach(({ fact, instant }, position) => {
    if (outcomes[position] === 'new' && !written.has(fact.type))
      call.limits.countStored(instant, caller, call.receivedAt);
  });
}
