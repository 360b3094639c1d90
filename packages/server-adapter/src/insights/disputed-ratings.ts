import type { DisputeStatus, EarlierDispute } from '@collateral/sdk/contract';
import type { RatingTable } from '../privacy/releases.js';
import type { Fact } from '../store/fact.js';
import { readOwnRatings } from './live-ratings.js';
import { total } from './distribution.js';
import type { RatingTally } from './rating-metric.js';
import { counted, everyDocument, type InsightsSource } from './source.js';

/** A dispute as it is kept. */
export interface StoredDispute {
  readonly ratingId: string;
  readonly collateralId: string;
  readonly version: string | null;
  readonly value: number;
  readonly month: string;
  /** Event and giver of the rating; told to nobody. */
  readonly factId: string;
  readonly raterId: string;
  readonly reason: string | null;
  readonly status: DisputeStatus;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly settledAt: string | null;
  readonly settlement: string | null;
  /** Absent while it is the first time. */
  readonly earlier?: readonly StoredRound[];
}

/** A round that is over, with who took part in it: told to nobody else. */
export interface StoredRound extends EarlierDispute {
  readonly openedBy: string;
  /** Null for a service. */
  readonly settledBy: string | null;
}

/**
 * Says how a rating is to be treated: what was rejected and is disputed anew counts until somebody decides otherwise, so that nobody
 * can keep a rating out by objecting again and again.
 */
export function standingOf({ status, earlier }: Pick<StoredDispute, 'status' | 'earlier'>): DisputeStatus {
  return status === 'open' ? (earlier?.at(-1)?.status ?? 'open') : status;
}

/** Disputes by the id of their rating. */
export type DisputesByRating = ReadonlyMap<string, StoredDispute>;

/** Reads all disputes there ever were. They are few. */
export function readDisputes(source: InsightsSource): Promise<DisputesByRating> {
  return counted(source, 'disputes', async () => {
    const disputes = new Map<string, StoredDispute>();
    // Only the commands about disputes fill this collection.
    for await (const [ratingId, document] of everyDocument(source, 'disputes'))
      disputes.set(ratingId, document as unknown as StoredDispute);
    return disputes;
  });
}

/** Finds the live ratings that do not count because they are disputed. A rating its giver changed since is another one. */
export async function readDisputedRatings(source: InsightsSource): Promise<readonly StoredDispute[]> {
  const disputes = [...(await readDisputes(source)).values()].filter((one) => standingOf(one) !== 'rejected');
  if (disputes.length === 0) return disputes;
  return counted(source, 'disputed ratings', async () => {
    const live = await Promise.all(disputes.map((one) => readDisputedFact(source, one)));
    return disputes.filter((_, index) => live[index] !== null);
  });
}

/** Reads the rating a dispute is about; null when it is no longer live. */
export async function readDisputedFact(
  { store, tenant }: Pick<InsightsSource, 'store' | 'tenant'>,
  { raterId, collateralId, version, factId }: StoredDispute,
): Promise<Fact | null> {
  const ratings = await readOwnRatings(store, tenant, raterId, [collateralId]);
  const fact = ratings.ofVersion(collateralId, version).get(raterId);
  return fact?.id === factId ? fact : null;
}

/** Takes a disputed rating out of a tally, and says so. */
export function withoutDisputed(tally: RatingTally, { value }: StoredDispute): RatingTally {
  const known = tally.distribution[value - 1] ?? 0;
  if (known < 1) return tally;
  const disputed = tally.excluded.find(({ reason }) => reason === 'disputed')?.count ?? 0;
  const others = tally.excluded.filter(({ reason }) => reason !== 'disputed');
  return {
    distribution: tally.distribution.with(value - 1, known - 1),
    n: tally.n - 1,
    excluded: [...others, { reason: 'disputed', count: disputed + 1 }],
  };
}

/**
 * Takes a disputed rating out of what is shown. Nothing else moves with it: the release stays as it is, so that neither opening nor
 * settling a dispute tells of ratings that still wait.
 *
 * @returns null when what is left is about too few people.
 */
export function tableWithoutDisputed(
  table: RatingTable,
  { value, month }: StoredDispute,
  minimum: number,
): RatingTable | null {
  const own = table[month];
  const known = own?.[value - 1] ?? 0;
  // It came after the release and does not count in it yet.
  if (own === undefined || known < 1) return table;
  const left = { ...table, [month]: own.with(value - 1, known - 1) };
  const people = Object.values(left).reduce((sum, distribution) => sum + total(distribution), 0);
  return people < minimum ? null : left;
}
