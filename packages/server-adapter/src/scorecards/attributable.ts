import type { Metric, VersionMarker } from '@collateral/sdk/contract';
import type { InsightsSource } from '../insights/source.js';
import type { OwnerSpan } from './owner-spans.js';
import { readOwnedItems } from './read-items.js';

/**
 * Tells whether somebody may be told what became of a single item: the catalogue says whose it is, so a list of items is a scorecard
 * of each of their producers.
 *
 * Must: ask for everybody who ever had the item, as the numbers follow the owner at the time.
 */
export type MayAttribute = (owners: readonly OwnerSpan[]) => boolean;

/** Makes a rule from whose own scorecard somebody may see. What nobody owns is on nobody's. */
export function attributableTo(maySee: (producerId: string) => boolean): MayAttribute {
  return (owners) => owners.every(({ producer }) => producer === null || maySee(producer.id));
}

/** Leaves out of version markers how the versions of others were rated: a producer's lift is made of these. That they came out stays. */
export async function withoutLiftsOfOthers(
  source: InsightsSource,
  versions: readonly VersionMarker[],
  mayAttribute: MayAttribute,
): Promise<readonly VersionMarker[]> {
  const owners = new Map((await readOwnedItems(source)).map((one) => [one.item.id, one.owners]));
  return versions.map((marker) =>
    mayAttribute(owners.get(marker.collateralId) ?? []) ? marker : { ...marker, lift: hiddenLift, mayRegress: false },
  );
}

const hiddenLift: Metric = Object.freeze({
  value: null,
  n: null,
  interval: null,
  window: null,
  excluded: [],
  method: 'version-lift',
  state: 'hidden',
});
