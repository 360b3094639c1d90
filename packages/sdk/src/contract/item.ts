/** A published revision of an item. */
export interface ItemVersion {
  /** The host's own label, 1 to 100 characters, unique in its item. */
  readonly version: string;
  /** ISO 8601 UTC instant. */
  readonly publishedAt: string;
}

/** The person or team that owns an item. */
export interface Producer {
  /** The host's own id; it is compared with `Principal.producerIds` to find ratings of one's own work. */
  readonly id: string;
  /** For people to read, 1 to 2000 characters. */
  readonly name: string;
}

/** One piece of collateral in the host's catalogue. */
export interface Item {
  /** The host's own id. */
  readonly id: string;
  /** For people to read, 1 to 2000 characters. */
  readonly title: string;
  /** What it is: `deck`, `datasheet`, `battlecard`, `training-module` … The host's own word. */
  readonly kind: string;
  /** Where the host shows it; absent when it has no page. */
  readonly url?: string;
  /** Absent means nobody's ratings are left out as ratings of their own work. */
  readonly producer?: Producer;
  /** Team that owns it. */
  readonly team?: string;
  /** Ids of the groups it is meant for. */
  readonly audience?: readonly string[];
  /** Published revisions; the one with the latest `publishedAt` that is not in the future is current. */
  readonly versions?: readonly ItemVersion[];
  /** Day the content has to be looked at again, `YYYY-MM-DD`. */
  readonly reviewBy?: string;
  /** ISO 8601 UTC instant from which it is no longer offered; absent means it is in use. */
  readonly retiredAt?: string;
  /** Ids of the groups it is required for. */
  readonly requiredFor?: readonly string[];
  /** At most 100 words of the host, each of 1 to 2000 characters. */
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
