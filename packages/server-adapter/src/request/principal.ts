import { CollateralError, isHostId } from '@collateral/sdk/contract';

const roles = ['viewer', 'producer', 'manager', 'admin', 'auditor'] as const;

/** What a person may do in Collateral. */
export type Role = (typeof roles)[number];

/** Who sends a request, as the host's sign-in knows them. The handler believes this and nothing in the request body. */
export interface Principal {
  /** Which of the host's organisations it is. @defaultValue `main` */
  readonly tenant?: string;
  /** The host's id of the person, or a pseudonym of it. */
  readonly actorId: string;
  /** A `service` is a back end: it may send events and fill the catalogue, but its own use never counts. */
  readonly kind: 'person' | 'service';
  /** Id of their team, 1 to 200 characters, kept with what they do from now on; absent means no team. */
  readonly team?: string;
  /**
   * May be empty. `admin` may fill the catalogue and see or erase anybody's data; `producer` sees the figures of their own items,
   * `manager` those of what they manage, `auditor` and `admin` all.
   */
  readonly roles: readonly Role[];
  /** Ids of the producers the person is or belongs to; their ratings of those producers' items don't count. */
  readonly producerIds?: readonly string[];
  /** What a manager answers for; `all` means every team and producer; absent means nothing. */
  readonly manages?:
    | {
        /** Ids of teams; absent means none. */
        readonly teams?: readonly string[];
        /** Ids of producers; absent means none. */
        readonly producers?: readonly string[];
      }
    | 'all';
  /** Tells whether the person may see an item. What they may not see does not exist for them. Absent means everything. */
  canSee?(collateralId: string): boolean;
}

/** What a manager answers for. */
type Manages = { readonly teams: ReadonlySet<string>; readonly producers: ReadonlySet<string> } | 'all';

/** A checked principal with its defaults filled in. */
export interface Caller {
  readonly tenant: string;
  readonly actorId: string;
  readonly kind: 'person' | 'service';
  readonly team: string | null;
  readonly roles: ReadonlySet<Role>;
  readonly producerIds: ReadonlySet<string>;
  readonly manages: Manages;
  readonly canSee: (collateralId: string) => boolean;
}

/**
 * Checks what the host's `authenticate` returned.
 *
 * @throws CollateralError `invalid-option` naming the field: a wrong principal is a fault of the host, never of the person.
 */
export function parsePrincipal(input: unknown): Caller {
  if (typeof input !== 'object' || input === null) refuse('the principal', 'an object or null', input);
  const {
    tenant = 'main',
    actorId,
    kind,
    team,
    roles: given,
    producerIds = [],
  } = input as Partial<Record<string, unknown>>;
  if (!isHostId(tenant)) refuse('tenant', 'an id of 1 to 200 characters', tenant);
  if (!isHostId(actorId)) refuse('actorId', 'an id of 1 to 200 characters', actorId);
  if (kind !== 'person' && kind !== 'service') refuse('kind', "'person' or 'service'", kind);
  if (team !== undefined && !isHostId(team)) refuse('team', 'an id of 1 to 200 characters or absent', team);
  if (!Array.isArray(given) || !given.every(isRole)) refuse('roles', `a list of ${roles.join(', ')}`, given);
  if (!isListOfIds(producerIds)) refuse('producerIds', 'a list of ids', producerIds);
  return {
    tenant,
    actorId,
    kind,
    team: team ?? null,
    roles: new Set(given),
    producerIds: new Set(producerIds),
    manages: readManages(input),
    canSee: readCanSee(input),
  };
}

function readManages(principal: object): Manages {
  const { manages = {} } = principal as { readonly manages?: unknown };
  if (manages === 'all') return manages;
  if (typeof manages !== 'object' || manages === null) refuse('manages', "'all' or an object", manages);
  const { teams = [], producers = [] } = manages as Partial<Record<string, unknown>>;
  if (!isListOfIds(teams)) refuse('manages.teams', 'a list of ids', teams);
  if (!isListOfIds(producers)) refuse('manages.producers', 'a list of ids', producers);
  return { teams: new Set(teams), producers: new Set(producers) };
}

function isListOfIds(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((id) => isHostId(id));
}

function readCanSee(principal: object): (collateralId: string) => boolean {
  const { canSee } = principal as { readonly canSee?: unknown };
  if (canSee === undefined) return () => true;
  if (typeof canSee !== 'function') refuse('canSee', 'a function or absent', canSee);
  return (collateralId) => {
    const answer: unknown = canSee.call(principal, collateralId);
    // A promise is truthy: an async canSee would show everything to everybody.
    if (typeof answer !== 'boolean') refuse('canSee', 'a function that returns true or false at once', answer);
    return answer;
  };
}

function isRole(value: unknown): value is Role {
  return (roles as readonly unknown[]).includes(value);
}

// Tells the type only: an id or a team in a message would end up in the host's error log.
function refuse(field: string, expected: string, got: unknown): never {
  const kind = got === null ? 'null' : Array.isArray(got) ? 'a list' : `a value of type ${typeof got}`;
  throw new CollateralError(
    'invalid-option',
    `authenticate returned a wrong ${field}: it must be ${expected}, got ${kind}.`,
  );
}
