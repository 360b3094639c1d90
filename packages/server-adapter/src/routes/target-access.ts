import type { Policy, ScorecardSubject } from '@collateral/sdk/contract';
import type { Caller } from '../request/principal.js';

/**
 * Says why somebody may not set the targets of a subject; null when they may. Whoever manages sets targets for those they manage;
 * nobody sets their own.
 */
export function whyNotSetTargets(
  { kind, roles, manages, producerIds }: Caller,
  { producerScorecards }: Pick<Policy, 'producerScorecards'>,
  { type, id }: Pick<ScorecardSubject, 'type' | 'id'>,
): string | null {
  if (kind === 'person' && type === 'producer' && producerIds.has(id ?? ''))
    return 'Nobody sets their own targets. Ask another manager or an admin.';
  const isManaged =
    manages === 'all' ||
    (type === 'team' && manages.teams.has(id ?? '')) ||
    (type === 'producer' && manages.producers.has(id ?? ''));
  if (kind !== 'service' && !roles.has('admin') && !(roles.has('manager') && isManaged))
    return 'Only admins, services and whoever manages the team or producer may set its targets.';
  if (type === 'producer' && producerScorecards !== 'individual')
    return "The policy's producerScorecards is team, so there are no targets for single producers. Set one for their team.";
  return null;
}
