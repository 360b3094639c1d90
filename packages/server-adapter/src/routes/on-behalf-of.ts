import { isHostId } from '@collateral/sdk/contract';
import type { Caller } from '../request/principal.js';

/** The caller an event counts for, or the reason why it can't be said. */
export type Attribution =
  { readonly caller: Caller } | { readonly code: 'forbidden' | 'invalid-event'; readonly message: string };

/**
 * Says whose event it is: the sender's own, or, where a service names somebody in `onBehalfOf`, that person's.
 *
 * A person who names somebody is refused and not silently counted as themselves, because a back end that signs in as a person
 * by mistake would give one person everybody's ratings.
 */
export function attribute(input: unknown, caller: Caller): Attribution {
  const named = isObject(input) && Object.hasOwn(input, 'onBehalfOf') ? input['onBehalfOf'] : undefined;
  if (named === undefined) return { caller };
  if (caller.kind !== 'service')
    return {
      code: 'forbidden',
      message: 'Only a service may send events on behalf of somebody. Leave onBehalfOf out.',
    };
  if (!isObject(named)) return wrong('onBehalfOf', 'an object with an actorId');
  const { actorId, team, producerIds = [] } = named;
  if (!isHostId(actorId)) return wrong('onBehalfOf.actorId', 'an id of 1 to 200 characters');
  if (team !== undefined && !isHostId(team)) return wrong('onBehalfOf.team', 'an id of 1 to 200 characters or absent');
  if (!isListOfIds(producerIds)) return wrong('onBehalfOf.producerIds', 'a list of at most 100 ids');
  const person = { kind: 'person', actorId, team: team ?? null, producerIds: new Set(producerIds) } as const;
  return { caller: { ...caller, ...person } };
}

function isListOfIds(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= 100 && value.every((id) => isHostId(id));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(field: string, expected: string): Attribution {
  return { code: 'invalid-event', message: `${field} must be ${expected}. See docs/wire-protocol.md.` };
}
