import { CollateralError } from '@collateral/sdk/contract';
import type { InsightsScope } from '../insights/insights-scope.js';
import type { Caller } from '../request/principal.js';

/**
 * Says whose figures a caller may see: admins, auditors and services all; managers what they manage; producers their own items.
 *
 * A manager of teams sees how much every item is used, as that is no figure about people, and of teams only their own.
 *
 * @throws CollateralError `forbidden` for somebody who would see nothing at all.
 */
export function scopeOf(caller: Caller): InsightsScope {
  const { roles, kind, manages, producerIds, canSee } = caller;
  const isManager = roles.has('manager');
  if (kind === 'service' || roles.has('admin') || roles.has('auditor') || (isManager && manages === 'all'))
    return { producers: null, teams: null, canSee };
  const managed = isManager && manages !== 'all' ? manages : { teams: new Set<string>(), producers: new Set<string>() };
  if (managed.teams.size > 0) return { producers: null, teams: managed.teams, canSee };
  const producers = new Set([...managed.producers, ...(roles.has('producer') ? producerIds : [])]);
  if (producers.size === 0)
    throw new CollateralError(
      'forbidden',
      'There is nothing this person manages or produces. Let authenticate return manages or producerIds for them.',
    );
  return { producers, teams: new Set(), canSee };
}

/** @throws CollateralError `forbidden` when the team is not theirs to ask about. */
export function requireTeam({ teams }: InsightsScope, team: string | undefined): void {
  if (team === undefined || teams === null || teams.has(team)) return;
  throw new CollateralError('forbidden', 'You may not ask about this team. Leave team out, or name one you manage.');
}
