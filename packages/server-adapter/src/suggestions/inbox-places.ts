import { readCatalogue } from '../insights/source.js';
import { readAssigned } from './assigned-places.js';
import { moverRole } from './mover-role.js';
import type { Viewer } from './viewer.js';

/** Where something may wait for somebody; null stands for requests. */
export interface InboxPlaces {
  /** Everything there is theirs to decide. */
  readonly own: readonly (string | null)[];
  /** Only what was given to them is. */
  readonly assigned: readonly (string | null)[];
}

/** Finds the places of an inbox: items somebody may move suggestions about, requests, and where something was given to them. */
export async function readInboxPlaces({ source, figures, caller }: Viewer): Promise<InboxPlaces> {
  const items = await readCatalogue(figures);
  const own = new Set<string | null>(moverRole(caller, null) === null ? [] : [null]);
  for (const [id, item] of items) if (moverRole(caller, item) !== null && caller.canSee(id)) own.add(id);
  const given = [...(await readAssigned(source, caller.producerIds))].filter((id) => caller.canSee(id));
  const isProducer = caller.roles.has('producer') && caller.producerIds.size > 0;
  const assigned = isProducer ? [null, ...given] : [];
  return { own: [...own], assigned: assigned.filter((place) => !own.has(place)) };
}
