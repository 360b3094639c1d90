import type { MeasureId } from '@collateral/sdk/contract';
import type { SeededRandom } from '../conformance/seeded-random.js';
import { evenPrior } from '../statistics/dirichlet.js';
import type { Share } from '../statistics/wilson.js';
import { at, isAnns, item, quarter } from './cases.fixture.js';
import type { Estimate } from './estimate.js';
import { liftEstimate } from './lift-estimate.js';
import { medianEstimate } from './median-estimate.js';
import { counted, itemPlace, type Outcome } from './outcome.js';
import { chanceToReach } from './rating-on-target.js';
import { groupedEstimate, shareEstimate } from './share-estimate.js';
import { versionLifts, type PublishedVersion } from './version-lifts.js';

/** What a simulated organisation is like; every change is 0 unless said. */
export interface Simulated {
  /** How many items it has, how many suggestions, promises and people in a quarter. */
  readonly items: number;
  readonly suggestions: number;
  readonly people: number;
  /** Versions that came out, and how many people rated each of them and the one before. */
  readonly versions: number;
  readonly ratings: number;
  /** How much better new versions really are, in points: the same for all, or for a share of 60 % of them. */
  readonly lift: number;
  readonly liftedShare: number;
}

const prior = evenPrior(5, 5);

/** One period of a made-up organisation, made of what measures are counted from (docs/metrics.md, as the generator makes them). */
export class SimulatedOrganisation {
  readonly #random: SeededRandom;
  readonly #given: Simulated;
  // What does not change from one quarter to the next: how good items are, how people are.
  readonly #quality: readonly number[];
  readonly #use: readonly number[];
  readonly #habits: readonly number[];

  constructor(random: SeededRandom, given: Simulated) {
    this.#random = random;
    this.#given = given;
    this.#quality = Array.from({ length: given.items }, () => this.#qualityOf());
    this.#use = Array.from({ length: given.items }, () => (this.#chance() < 0.45 ? 0.05 : 0.4 + 0.6 * this.#chance()));
    this.#habits = Array.from({ length: given.people }, () => this.#chance() ** 2);
  }

  /**
   * Counts every measure of one period.
   *
   * @param length - how long it is, in quarters: more is suggested, published and used in a longer one.
   */
  period(length = 1): ReadonlyMap<MeasureId, Estimate> {
    const { items } = this.#given;
    const suggestions = Math.round(this.#given.suggestions * length);
    const { window } = quarter;
    return new Map<MeasureId, Estimate>([
      ['P1', this.#share(items, (index) => 1 - (1 - (this.#use[index] ?? 0)) ** length)],
      ['P3', this.#ratedOnTarget()],
      ['P4', medianEstimate(this.#waits(suggestions, length), window)],
      ['P5', this.#share(suggestions, () => 0.7)],
      ['P6', this.#share(suggestions, () => 0.5)],
      ['P7', this.#lifts(Math.round(this.#given.versions * length))],
      ['P8', this.#share(items, () => 0.3)],
      ['P9', this.#share(items, () => 0.08)],
      ['P10', this.#share(Math.ceil((items * length) / 8), () => 0.4)],
      ['P12', this.#share(Math.ceil(suggestions / 2), () => 0.75)],
      ['T1', groupedEstimate(this.#groups(20, 0.3), window)],
      ['T2', groupedEstimate(this.#groups(4, 0.9), window)],
      ['T3', groupedEstimate(this.#required(), window)],
    ]);
  }

  #share(of: number, chanceOf: (index: number) => number): Estimate {
    const outcomes = Array.from({ length: of }, (_, index) =>
      counted(itemPlace(`item-${index}`), this.#chance() < chanceOf(index)),
    );
    return shareEstimate(outcomes, quarter.window);
  }

  #ratedOnTarget(): Estimate {
    const outcomes = this.#quality.map((quality, index) => {
      const ratings = this.#ratings(quality, 5 + Math.floor(20 * this.#chance()));
      return counted(itemPlace(`item-${index}`), chanceToReach(ratings, prior, 3.5) >= 0.8);
    });
    return shareEstimate(outcomes, quarter.window);
  }

  /** First responses: log-normal with a median of 4 days, 15 % never; censored at the end of the period. */
  #waits(suggestions: number, quarters: number): readonly Outcome[] {
    return Array.from({ length: suggestions }, (): Outcome => {
      const until = 91 * quarters * this.#chance();
      const wait = this.#chance() < 0.15 ? Infinity : 4 * Math.exp(this.#normal());
      const isAnswered = wait <= until;
      return {
        ...itemPlace('deck'),
        part: isAnswered ? 'hit' : 'open',
        reason: null,
        value: Math.min(wait, until),
        at: null,
      };
    });
  }

  #lifts(versions: number): Estimate {
    const { ratings, lift, liftedShare } = this.#given;
    const published = Array.from({ length: versions }, (): PublishedVersion => {
      const quality = this.#qualityOf();
      const better = quality + (this.#chance() < liftedShare ? lift : 0);
      return {
        ...item('deck'),
        version: 'v2',
        publishedAt: at('05-01'),
        before: this.#ratings(quality, ratings),
        after: this.#ratings(better, ratings),
        hasLateRatings: false,
        isFirst: false,
        prior,
      };
    });
    return liftEstimate(versionLifts(published, { period: quarter, isOwn: isAnns }), quarter.window);
  }

  /** People with habits of their own: some rate all they use, some nothing. */
  #groups(most: number, scale: number): readonly Share[] {
    return this.#habits.flatMap((habit): readonly Share[] => {
      const denominator = Math.floor((most + 1) * this.#chance());
      if (denominator === 0) return [];
      const hits = Array.from({ length: denominator }, () => (this.#chance() < habit * scale ? 1 : 0) as number);
      return [{ numerator: hits.reduce((sum, hit) => sum + hit, 0), denominator }];
    });
  }

  #required(): readonly Share[] {
    const { people } = this.#given;
    return Array.from({ length: 4 }, () => ({
      numerator: Array.from({ length: people }, () => (this.#chance() < 0.8 ? 1 : 0) as number).reduce(
        (a, b) => a + b,
        0,
      ),
      denominator: people,
    }));
  }

  /** Ratings r = round(q + b + e): rater severity b ~ N(0, .4), noise e ~ N(0, .7). */
  #ratings(quality: number, count: number): readonly number[] {
    const counts = [0, 0, 0, 0, 0];
    for (let rater = 0; rater < count; rater += 1) {
      const value = Math.round(quality + 0.4 * this.#normal() + 0.7 * this.#normal());
      const point = Math.min(5, Math.max(1, value)) - 1;
      counts[point] = (counts[point] ?? 0) + 1;
    }
    return counts;
  }

  #qualityOf(): number {
    return Math.min(5, Math.max(1, 3.6 + 0.6 * this.#normal()));
  }

  #chance(): number {
    return (this.#random.below(1_000_000) + 0.5) / 1_000_000;
  }

  #normal(): number {
    return Math.sqrt(-2 * Math.log(this.#chance())) * Math.cos(2 * Math.PI * this.#chance());
  }
}
