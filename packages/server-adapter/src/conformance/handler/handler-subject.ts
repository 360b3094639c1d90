/** Somebody the cases act as, in the words of `Principal`. */
export interface KitPerson {
  /** Made up by the case, so nobody has used it before. */
  readonly actorId: string;
  /** Made up by the case, so that it meets no other data. */
  readonly tenant: string;
  /** A `service` is a back end. */
  readonly kind: 'person' | 'service';
  /** May be empty. */
  readonly roles: readonly ('viewer' | 'producer' | 'manager' | 'admin' | 'auditor')[];
  /** Id of their one team. */
  readonly team: string;
  /** Producers they belong to; may be empty. */
  readonly producerIds: readonly string[];
  /** Items `canSee` must answer false for. */
  readonly hiddenItems: readonly string[];
}

/** A handler as its callers see it. May be a running server: every case uses ids nobody has used before. */
export interface HandlerSubject {
  /** Sends a request: the handler itself, or `fetch`. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Address before `/v1/`, for example `https://intranet.example/collateral`. */
  readonly endpoint: string;
  /** Gives the headers that sign a request in as somebody. A cookie needs an `Origin` beside it. */
  readonly signIn: (person: KitPerson) => Readonly<Record<string, string>>;
}
