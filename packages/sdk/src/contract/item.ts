/** A published revision of an item. */
export interface ItemVersion {
  readonly version: string;
  /** ISO 8601 UTC instant. */
  readonly publishedAt: string;
}

/** The person or team that owns an item. */
export interface Producer {
  readonly id: string;
  readonly name: string;
}

/** One piece of collateral in the host's catalogue. */
export interface Item {
  /** The host's own id. */
  readonly id: string;
  readonly title: string;
  /** What it is: `deck`, `datasheet`, `battlecard`, `training-module` … The host's own word. */
  readonly kind: string;
  readonly url?: string;
  readonly producer?: Producer;
  /** Team that owns it. */
  readonly team?: string;
  /** Ids of the groups it is meant for. */
  readonly audience?: readonly string[];
  /** Published revisions; the one with the latest `publishedAt` that is not in the future is current. */
  readonly versions?: readonly ItemVersion[];
  /** Day the content has to be looked at again, `YYYY-MM-DD`. */
  readonly reviewBy?: string;
  readonly retiredAt?: string;
  /** Ids of the groups it is required for. */
  readonly requiredFor?: readonly string[];
  readonly tags?: readonly string[];
}

/** The version of an item that was published at an instant, or null when it has none. */
export function versionAt(item: Item, at: string): string | null {
  const time = Date.parse(at);
  let current: ItemVersion | null = null;
  for (const version of item.versions ?? []) {
    const published = Date.parse(version.publishedAt);
    if (published <= time && (current === null || published >= Date.parse(current.publishedAt))) current = version;
  }
  return current?.version ?? null;
}
