import type { MetricWindow, UsageEventType } from '@collateral/sdk/contract';
import { addDays } from '../insights/day-math.js';
import type { InsightsSource } from '../insights/source.js';
import type { Fact } from '../store/fact.js';
import { getOrMake } from '../store/get-or-make.js';
import { isEngaged } from './is-engaged.js';
import type { EngagedPair, LowRating } from './team-use.js';

/** What the people of each team did. People without a team are under null. */
export interface TeamUse {
  readonly pairs: ReadonlyMap<string | null, readonly EngagedPair[]>;
  readonly lowRatings: ReadonlyMap<string | null, readonly LowRating[]>;
}

const types: readonly UsageEventType[] = ['view', 'usage', 'completion', 'rating'];
// A pair is judged 30 days after it began.
const daysBefore = 31;

interface Use {
  readonly at: string;
  readonly team: string | null;
}

interface Pair {
  readonly actorId: string;
  readonly collateralId: string;
  /** The first of each day. */
  readonly engaged: Map<string, Use>;
  readonly ratedAt: string[];
}

/**
 * Remembers who really used what, and what low ratings they gave, as far as the log was read; the next question reads on from there.
 *
 * No store counts this yet, so the first question after a start reads months of the log; all later ones read what came since.
 */
export class EngagementBook {
  readonly #source: Pick<InsightsSource, 'store' | 'tenant' | 'policy'>;
  /** First instant that is read. */
  readonly from: string;
  readonly #pairs = new Map<string, Map<string, Pair>>();
  readonly #lowRatings = new Map<string, Fact>();
  #cursor: string | undefined;
  #reading: Promise<void> = Promise.resolve();

  constructor(source: Pick<InsightsSource, 'store' | 'tenant' | 'policy'>, from: string) {
    this.#source = source;
    this.from = from;
  }

  /** Gives what was done in a time span and the month before it. */
  async read(window: MetricWindow): Promise<TeamUse> {
    // One after the other: two readers behind one cursor would take facts in twice.
    const reading = this.#reading.then(() => this.#readOn());
    this.#reading = reading.catch(() => undefined);
    await reading;
    return { pairs: this.#pairsIn(window), lowRatings: this.#lowRatingsIn(window) };
  }

  async #readOn(): Promise<void> {
    const { store, tenant } = this.#source;
    for await (const { facts, cursor } of store.read(tenant, { types, from: this.from }, this.#cursor)) {
      for (const fact of facts) this.#add(fact);
      this.#cursor = cursor;
    }
  }

  #add(fact: Fact): void {
    const { actorId, collateralId, type, effectiveAt, day, team } = fact;
    if (fact.excluded !== null || collateralId === null) return;
    if (type !== 'rating' && !isEngaged(fact)) return;
    const pair = getOrMake(
      getOrMake(this.#pairs, actorId, () => new Map<string, Pair>()),
      collateralId,
      (): Pair => ({ actorId, collateralId, engaged: new Map(), ratedAt: [] }),
    );
    if (type === 'rating') {
      pair.ratedAt.push(effectiveAt);
      const { value } = fact.detail;
      if (typeof value === 'number' && value <= this.#source.policy.lowRating)
        this.#lowRatings.set(`${actorId} ${fact.id}`, fact);
      return;
    }
    const known = pair.engaged.get(day);
    if (known === undefined || effectiveAt < known.at) pair.engaged.set(day, { at: effectiveAt, team });
  }

  #pairsIn(window: MetricWindow): TeamUse['pairs'] {
    const from = startBefore(window);
    const teams = new Map<string | null, EngagedPair[]>();
    for (const items of this.#pairs.values())
      for (const { actorId, collateralId, engaged, ratedAt } of items.values()) {
        let first: Use | null = null;
        for (const use of engaged.values())
          if (use.at >= from && use.at < window.to && (first === null || use.at < first.at)) first = use;
        if (first !== null)
          getOrMake(teams, first.team, (): EngagedPair[] => []).push({
            actorId,
            collateralId,
            engagedAt: first.at,
            ratedAt,
          });
      }
    return teams;
  }

  #lowRatingsIn({ from, to }: MetricWindow): TeamUse['lowRatings'] {
    // Of several low ratings of one version the last is what the person had to say.
    const latest = new Map<string, Fact>();
    for (const fact of this.#lowRatings.values()) {
      if (fact.effectiveAt < from || fact.effectiveAt >= to) continue;
      const place = JSON.stringify([fact.actorId, fact.collateralId, fact.version]);
      if (fact.effectiveAt >= (latest.get(place)?.effectiveAt ?? '')) latest.set(place, fact);
    }
    const teams = new Map<string | null, LowRating[]>();
    for (const { actorId, team, effectiveAt, detail } of latest.values()) {
      const { reasons, comment } = detail;
      const saysWhy = (Array.isArray(reasons) && reasons.length > 0) || (typeof comment === 'string' && comment !== '');
      getOrMake(teams, team, (): LowRating[] => []).push({ actorId, ratedAt: effectiveAt, saysWhy });
    }
    return teams;
  }
}

/** The first instant that matters for a time span. */
export function startBefore({ from }: MetricWindow): string {
  return `${addDays(from.slice(0, 10), -daysBefore)}T00:00:00.000Z`;
}
