import { CollateralError, type Item } from '@collateral/sdk/contract';
import { itemOf, writeItem } from '../store/catalogue.js';
import { readMany } from '../store/read-many.js';
import type { AuditPlace } from './audit-trail.js';
import type { ChangeAuthor } from './change-author.js';
import { isOvertaken, noteOwner, readOwners } from './ownership.js';

/** How many items were new, and how many were written over what was there. */
export interface WrittenItems {
  readonly created: number;
  readonly updated: number;
}

const mostTries = 50;

/**
 * Writes items into the catalogue, and notes who owns them from now on.
 *
 * - The owner is noted before the item is written: an upload that breaks off in between can be sent again.
 * - The item is written only over what was read before the note. Whoever finds that others wrote meanwhile looks at the history again:
 *   when an owner was noted after theirs, that upload is the later one and writes the item, else they write. So of several uploads of
 *   one item at once the last to note is the last to write, and catalogue and history agree.
 *
 * @throws CollateralError `store-unavailable` when others keep writing the same items.
 */
export async function writeItems(
  place: AuditPlace,
  items: readonly Item[],
  author: ChangeAuthor,
): Promise<WrittenItems> {
  // The same id twice in one upload means the last one.
  let left = new Map(items.map((item) => [item.id, item]));
  const counts = { created: 0, updated: items.length - left.size };
  for (let tries = 0; tries < mostTries && left.size > 0; tries += 1) {
    // One after the other: a history read before the item may lack what whoever wrote that item has noted.
    const known = await readMany(place.store, place.tenant, 'items', left.keys());
    const histories = await readOwners(place, left.keys());
    const refused = new Map<string, Item>();
    for (const [id, item] of left) {
      const stored = known.get(id);
      const old = stored && itemOf(stored.document);
      const change = { item, old, history: histories.get(id) ?? null };
      if (tries > 0 && isOvertaken(change)) {
        counts.updated += 1;
        continue;
      }
      await noteOwner(place, change, author);
      const outcome = await writeItem(place, item, stored?.revision ?? 0);
      if (outcome === null) refused.set(id, item);
      else counts[outcome] += 1;
    }
    left = refused;
  }
  const [id] = left.keys();
  if (id === undefined) return counts;
  throw new CollateralError(
    'store-unavailable',
    `${JSON.stringify(id)} could not be written in ${mostTries} tries, because others kept writing. Send the upload again.`,
  );
}
