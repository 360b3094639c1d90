import { canonicalJson } from '../store/canonical-json.js';

/** One version of one item; null for the ratings of an item without versions. */
export interface RatedVersion {
  readonly collateralId: string;
  readonly version: string | null;
}

/** Name under which the ratings of a version are kept and released. */
export function versionName({ collateralId, version }: RatedVersion): string {
  return canonicalJson(['version', collateralId, version]);
}

/** Reads the item and version of a name; null for the name of anything else. */
export function versionOfName(name: string): RatedVersion | null {
  const [type, collateralId, version] = JSON.parse(name) as readonly [string, string, string | null];
  return type === 'version' ? { collateralId, version } : null;
}
