import { parseLowRatingId, type ErrorCode, type Item, type UsageEvent } from '@collateral/sdk/contract';
import type { Caller } from '../request/principal.js';
import { collateralIdOf } from './fact-of-event.js';
import type { Call } from './route.js';

/** Why one event is not taken. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
}

const unknownItem: Refusal = {
  code: 'unknown-item',
  message: 'The item is not in the catalogue. Add it with PUT /v1/items.',
};

const unknownVersion: Refusal = {
  code: 'unknown-item',
  message:
    'The item is in the catalogue, but not with this version. Add the version with PUT /v1/items, or leave it out.',
};

const tooManyNames: Refusal = {
  code: 'unknown-item',
  message:
    'You sent events about too many items and versions that are not in the catalogue. Add them with PUT /v1/items.',
};

/** Refuses an event about what somebody may not see: it does not exist for them, whatever the policy says. */
export function refuseSubject(subject: string | null, sender: Caller): Refusal | null {
  return subject === null || sender.canSee(subject) ? null : unknownItem;
}

/** Refuses an event about an item or a version the catalogue doesn't know, as far as the policy asks for it. */
export function refuseItem(
  event: UsageEvent,
  item: Item | undefined,
  sender: Caller,
  { policy, limits, receivedAt }: Call,
): Refusal | null {
  // What is said about low ratings names the item and the version in the id of the suggestion.
  const low = event.type === 'vote' || event.type === 'reply' ? parseLowRatingId(event.suggestionId) : null;
  const collateralId = collateralIdOf(event) ?? low?.collateralId ?? null;
  if (collateralId === null) return null;
  const version = 'version' in event ? event.version : (low?.version ?? undefined);
  const published = item?.versions ?? [];
  const isListed =
    version === undefined || published.length === 0 || published.some((known) => known.version === version);
  if (item !== undefined && isListed) return null;
  if (policy.unknownItems === 'reject') return item === undefined ? unknownItem : unknownVersion;
  // No id holds a control character, so a name with a version is never taken for one without.
  const name = item === undefined ? collateralId : `${collateralId}\0${version}`;
  return limits.mayName(name, sender, receivedAt) ? null : tooManyNames;
}
