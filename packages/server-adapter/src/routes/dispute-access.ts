import type { Item } from '@collateral/sdk/contract';
import type { StoredDispute } from '../insights/disputed-ratings.js';
import type { Caller } from '../request/principal.js';
import { moverRole } from '../suggestions/mover-role.js';

/** Tells whether somebody may object to ratings of an item. A back end has no opinion of its own. */
export function mayOpenDispute(caller: Caller, item: Item): boolean {
  return caller.canSee(item.id) && caller.kind === 'person' && moverRole(caller, item) !== null;
}

/** Tells whether somebody may read why a rating of an item is disputed. */
export function maySeeDispute(caller: Caller, item: Item | undefined): boolean {
  if (item === undefined || !caller.canSee(item.id)) return false;
  return caller.roles.has('auditor') || moverRole(caller, item) !== null;
}

/** Tells whether somebody may settle a dispute: whoever manages the item, and neither its producer nor who opened it. */
export function maySettleDispute(caller: Caller, item: Item | undefined, { openedBy }: StoredDispute): boolean {
  const role = item === undefined ? null : moverRole(caller, item);
  const isOwn = caller.producerIds.has(item?.producer?.id ?? '');
  return (role === 'manager' || role === 'admin') && !isOwn && openedBy !== caller.actorId;
}
