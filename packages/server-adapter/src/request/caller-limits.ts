import type { Caller } from './principal.js';
import { RetryLater } from './retry-later.js';

/** A bucket of permissions that fills again steadily. */
export interface Allowance {
  /** How much may be used at once after a rest. */
  readonly burst: number;
  /** How much comes back per second. */
  readonly perSecond: number;
}

/** What one person may send to one handler. */
export interface RateLimit {
  /** Requests of any kind. */
  readonly requests: Allowance;
  /** Usage events, however many requests they come in. */
  readonly events: Allowance;
}

/** Enough for two devices that both come back with a full outbox (20 000 events, 200 requests each). */
export const defaultRateLimit: RateLimit = Object.freeze({
  requests: Object.freeze({ burst: 600, perSecond: 10 }),
  events: Object.freeze({ burst: 50_000, perSecond: 50 }),
});

/** Items and versions outside the catalogue that one person may invent before a handler takes no more of them. */
const maxUncatalogued = 200;

/** Events of one minute of their time that a person may have; what comes after is a program's. */
const eventsPerMinute = 300;

/** Minutes remembered of one person; the one that was counted first is forgotten first. */
const maxMinutes = 200;

/** People remembered at once; who has rested longest is forgotten first, with a full bucket again. */
const maxPeople = 20_000;

interface Usage {
  requests: number;
  events: number;
  at: number;
  readonly uncatalogued: Set<string>;
  /** Events stored, by the minute of their effective time. */
  readonly minutes: Map<number, number>;
}

/**
 * Holds back a person who sends far more than people do, so that they take nothing from others.
 *
 * Kept in the memory of one handler: with several processes a person has as many allowances. Services are trusted.
 */
export class CallerLimits {
  readonly #limit: RateLimit | null;
  readonly #people = new Map<string, Usage>();
  // Whom the last question was about, and when: the events of one batch all ask about the same person at the same moment.
  #last: { readonly caller: Caller; readonly at: number; readonly usage: Usage } | null = null;

  constructor(limit: RateLimit | null) {
    this.#limit = limit;
  }

  /** @throws RetryLater `rate-limited` */
  takeRequest(caller: Caller, now: number): void {
    this.#take('requests', 1, caller, now);
  }

  /** @throws RetryLater `rate-limited` */
  takeEvents(count: number, caller: Caller, now: number): void {
    this.#take('events', count, caller, now);
  }

  /** Tells whether a person may send an event about something the catalogue doesn't know. */
  mayName(name: string, caller: Caller, now: number): boolean {
    if (caller.kind === 'service') return true;
    const { uncatalogued } = this.#usageOf(caller, now);
    if (!uncatalogued.has(name) && uncatalogued.size >= maxUncatalogued) return false;
    uncatalogued.add(name);
    return true;
  }

  /**
   * Tells how many events more a person may have in the minute of an instant before they count as a program's. Unlike the
   * allowances this is a question of meaning, so it holds without a rate limit as well.
   */
  roomInMinute(instant: number, caller: Caller, now: number): number {
    if (caller.kind === 'service') return Infinity;
    return eventsPerMinute - (this.#usageOf(caller, now).minutes.get(minuteOf(instant)) ?? 0);
  }

  /** Notes an event that was stored and was not there before. */
  countStored(instant: number, caller: Caller, now: number): void {
    if (caller.kind === 'service') return;
    const { minutes } = this.#usageOf(caller, now);
    const minute = minuteOf(instant);
    minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
    if (minutes.size > maxMinutes) minutes.delete(minutes.keys().next().value ?? minute);
  }

  #take(what: keyof RateLimit, count: number, caller: Caller, now: number): void {
    if (this.#limit === null || caller.kind === 'service') return;
    const usage = this.#usageOf(caller, now);
    if (usage[what] >= count) {
      usage[what] -= count;
      return;
    }
    const seconds = (count - usage[what]) / this.#limit[what].perSecond;
    const message = `You sent more ${what} than one person may. Send the rest after the seconds in Retry-After.`;
    throw new RetryLater('rate-limited', message, seconds);
  }

  #usageOf(caller: Caller, now: number): Usage {
    if (this.#last?.caller === caller && this.#last.at === now) return this.#last.usage;
    const key = JSON.stringify([caller.tenant, caller.actorId]);
    const { requests, events } = this.#limit ?? defaultRateLimit;
    const usage: Usage = this.#people.get(key) ?? {
      requests: requests.burst,
      events: events.burst,
      at: now,
      uncatalogued: new Set(),
      minutes: new Map(),
    };
    const seconds = Math.max(0, now - usage.at) / 1_000;
    usage.requests = Math.min(requests.burst, usage.requests + seconds * requests.perSecond);
    usage.events = Math.min(events.burst, usage.events + seconds * events.perSecond);
    usage.at = now;
    // Taken out and put in again, so that the map stays in the order of last use.
    this.#people.delete(key);
    this.#people.set(key, usage);
    if (this.#people.size > maxPeople) this.#people.delete(this.#people.keys().next().value ?? key);
    this.#last = { caller, at: now, usage };
    return usage;
  }
}

function minuteOf(instant: number): number {
  return Math.floor(instant / 60_000);
}
