import { CollateralError } from '@collateral/sdk/contract';
import type { Caller } from './principal.js';

/** Who may call a route. What of it they then see is the route's business. */
export type Audience = 'anybody' | 'signed-in' | 'management' | 'auditing' | 'administrator';

const managementRoles = ['producer', 'manager', 'admin', 'auditor'] as const;

const refusals: Readonly<Record<Audience, string>> = Object.freeze({
  anybody: '',
  'signed-in': 'Only signed-in people and services may do this.',
  management: 'Only producers, managers, admins, auditors and services may see figures. Ask an admin for the role.',
  auditing: 'Only admins, auditors and services may read the audit trail.',
  administrator: 'Only admins and services may do this.',
});

/** Tells whether a caller belongs to an audience. */
export function belongsTo(audience: Audience, { kind, roles }: Caller): boolean {
  if (audience === 'anybody' || audience === 'signed-in' || kind === 'service') return true;
  if (audience === 'auditing') return roles.has('admin') || roles.has('auditor');
  return audience === 'administrator' ? roles.has('admin') : managementRoles.some((role) => roles.has(role));
}

/** @throws CollateralError `forbidden` naming who may. */
export function requireAudience(audience: Audience, caller: Caller): void {
  if (belongsTo(audience, caller)) return;
  throw new CollateralError('forbidden', refusals[audience]);
}
