import { calendarDay } from './calendar-day.js';
import { readDisputes, standingOf, type StoredDispute } from './disputed-ratings.js';
import { counted, type InsightsSource } from './source.js';
import { isLater } from '../store/fact-order.js';
import type { Fact } from '../store/fact.js';

/** A rating that does not count because it is disputed, with the months in which it was live. */
export interface DisputeThen extends Pick<StoredDispute, 'collateralId' | 'version' | 'value'> {
  /** Month of the rating, `YYYY-MM`. */
  readonly ratedIn: string;
  /** Month in which its giver rated anew or took it back; null while they did not. */
  readonly changedIn: string | null;
}

/** Reads the disputed ratings that do not count, also those whose givers changed their minds since: months before that had them. */
export function readDisputesThen(source: InsightsSource): Promise<readonly DisputeThen[]> {
  return counted(source, 'disputed ratings then', async () => {
    const disputes = [...(await readDisputes(source)).values()].filter((one) => standingOf(one) !== 'rejected');
    const dayOf = calendarDay(source.policy.timeZone);
    return Promise.all(
      disputes.map(async (one): Promise<DisputeThen> => {
        const { collateralId, version, value, month: ratedIn } = one;
        const next = await readNext(source, one);
        const changedIn = next && dayOf(Date.parse(next.effectiveAt)).slice(0, 7);
        return { collateralId, version, value, ratedIn, changedIn };
      }),
    );
  });
}

/** Reads what the giver of a rating said of the same version next; null when nothing, and when that is deleted by now. */
async function readNext(
  { store, tenant }: InsightsSource,
  { raterId, collateralId, version, factId }: StoredDispute,
): Promise<Fact | null> {
  const filter = {
    types: ['rating', 'rating-withdrawal'],
    collateralIds: [collateralId],
    actorId: raterId,
  } as const;
  const said: Fact[] = [];
  for await (const { facts } of store.read(tenant, filter))
    said.push(...facts.filter((fact) => fact.version === version));
  const sorted = said.toSorted((one, other) => (isLater(one, other) ? 1 : -1));
  const index = sorted.findIndex(({ id }) => id === factId);
  return index < 0 ? null : (sorted[index + 1] ?? null);
}
