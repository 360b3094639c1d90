import type { Fact } from '../store/fact.js';
import { sampleView } from './aggregate-history.js';
import { sampleTime } from './sample-fact.js';
import { storeCase, type StoreCase, type StoreCheck } from './store-case.js';

/** Makes real use some days on. */
export function used(number: number, days: number, changes: Partial<Fact> = {}): Fact {
  return on(days, sampleView(number, `view-${number}`, 12_000, changes));
}

/** Moves a fact some days on. */
export function on(days: number, fact: Fact): Fact {
  const minutes = (Date.parse(fact.effectiveAt) - Date.parse(sampleTime(0))) / 60_000;
  const time = sampleTime(minutes + days * 24 * 60);
  return { ...fact, occurredAt: time, receivedAt: time, effectiveAt: time, day: time.slice(0, 10) };
}

/** Makes a case of what questions about real use and its rating mean. */
export function engagementCase(id: string, name: string, check: StoreCheck): StoreCase {
  return storeCase(`aggregate.engagement-${id}`, name, check, ['aggregate']);
}
