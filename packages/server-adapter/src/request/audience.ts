import { CollateralError } from '@collateral/sdk/contract';
import type { Caller } from './principal.js';

/** Who may call a route. What of it they then see is the route's business. */
export type Audience = 'anybody' | 'signed-in' | 'administrator';

/** Tells whether a caller belongs to an audience. */
export function belongsTo(audience: Audience, caller: Caller): boolean {
  return audience !== 'administrator' || caller.kind === 'service' || caller.roles.has('admin');
}

/** @throws CollateralError `forbidden` naming who may. */
export function requireAudience(audience: Audience, caller: Caller): void {
  if (belongsTo(audience, caller)) return;
  throw new CollateralError('forbidden', 'Only admins and services may do this.');
}
