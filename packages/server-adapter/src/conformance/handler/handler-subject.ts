/** Somebody the cases act as, in the words of `Principal`. */
export interface KitPerson {
  readonly actorId: string;
  readonly tenant: string;
  readonly kind: 'person' | 'service';
  readonly roles: readonly ('viewer' | 'producer' | 'manager' | 'admin' | 'auditor')[];
  readonly team: string;
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
