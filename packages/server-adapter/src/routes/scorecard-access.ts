import type { Policy, ScorecardSubject } from '@collateral/sdk/contract';
import type { Caller } from '../request/principal.js';

/**
 * Tells whether somebody may see the scorecard of a subject (docs/fairness.md): that of the organisation everybody with figures; a
 * team's its people's managers, producers of the same team and whoever sees everything; a single producer's that producer always,
 * and their managers and whoever sees everything only where the policy has individual scorecards.
 */
export function isVisibleSubject(
  { kind, roles, manages, producerIds, team }: Caller,
  { producerScorecards }: Pick<Policy, 'producerScorecards'>,
  { type, id }: Pick<ScorecardSubject, 'type' | 'id'>,
): boolean {
  if (type === 'organisation') return true;
  const isManager = roles.has('manager');
  const seesAll = kind === 'service' || roles.has('admin') || roles.has('auditor') || (isManager && manages === 'all');
  const managed = isManager && manages !== 'all' ? manages : null;
  if (id === null) return false;
  if (type === 'team') return seesAll || managed?.teams.has(id) === true || team === id;
  if (roles.has('producer') && producerIds.has(id)) return true;
  return producerScorecards === 'individual' && (seesAll || managed?.producers.has(id) === true);
}
