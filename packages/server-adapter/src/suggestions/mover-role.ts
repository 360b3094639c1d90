import type { Item } from '@collateral/sdk/contract';
import type { Caller } from '../request/principal.js';
import type { MoverRole } from '../store/stored-move.js';

/** Who may move what is said about an item; `item` is null for requests and undefined for what the catalogue does not know. */
export function moverRole(caller: Caller, item: Item | null | undefined): MoverRole | null {
  const { roles, kind, manages, producerIds } = caller;
  if (kind === 'service') return 'service';
  if (roles.has('admin')) return 'admin';
  const owner = item?.producer?.id;
  if (roles.has('manager')) {
    if (manages === 'all') return 'manager';
    // A request has no producer yet: whoever manages producers may take it up for them.
    if (item === null ? manages.producers.size > 0 : owner !== undefined && manages.producers.has(owner))
      return 'manager';
  }
  return roles.has('producer') && owner !== undefined && producerIds.has(owner) ? 'producer' : null;
}
