import { readReleases, release } from '../privacy/releases.js';
import type { InsightsSource } from './source.js';

/**
 * Keeps numbers of months that are over as they were told first: what people do later moves them no more. Kept in the store, so that
 * every process tells the same.
 *
 * @param numbers - by a name that says what of, and of which month.
 * @returns the numbers as they are told.
 */
export async function toldOnce(
  source: Pick<InsightsSource, 'store' | 'tenant'>,
  numbers: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  const known = await readReleases(source, numbers.keys());
  const told = await Promise.all(
    [...numbers].map(async ([name, number]) => {
      const table = known.get(name)?.table ?? (await release(source, name, { told: [number] }, 0));
      return [name, table['told']?.[0] ?? number] as const;
    }),
  );
  return new Map(told);
}
