/** Who changes something, and when. */
export interface ChangeAuthor {
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Null for the host itself. */
  readonly actorId: string | null;
  readonly role: 'producer' | 'manager' | 'admin' | 'service' | 'host';
}

/** What of a caller a change remembers. */
interface Changer {
  readonly actorId: string;
  readonly kind: 'person' | 'service';
  readonly roles: ReadonlySet<string>;
}

/** Says who changes something: in the role that lets them. */
export function authorOfChange({ actorId, kind, roles }: Changer, now: number): ChangeAuthor {
  const role =
    kind === 'service' ? 'service' : roles.has('admin') ? 'admin' : roles.has('manager') ? 'manager' : 'producer';
  return { at: new Date(now).toISOString(), actorId, role };
}
