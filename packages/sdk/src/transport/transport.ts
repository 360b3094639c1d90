/** One request to the handler. */
export interface TransportRequest {
  /** Below the endpoint, for example `/v1/events`. */
  readonly path: string;
  /** JSON body of a POST; undefined means GET. */
  readonly body: string | undefined;
  /** Of what has a body. @defaultValue 'POST' */
  readonly method?: 'PUT';
  /** Ends the request; it counts as unanswered. */
  readonly signal?: AbortSignal;
}

/** What came back, read to its end. */
export interface Reply {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Lower case, without parameters. */
  readonly mediaType: string;
  /** The parsed body; null when it was not JSON. */
  readonly body: unknown;
  /** `Retry-After` as milliseconds since 1970; 0 when absent. */
  readonly retryAtMs: number;
}

/** Carries requests to the handler. Never rejects, never tries again by itself except once with a new token. */
export interface Transport {
  send(request: TransportRequest): Promise<Reply>;
  /** Opens a reply that goes on: the body is the caller's to read. Rejects when there is no answer. */
  open(path: string, signal: AbortSignal): Promise<Response>;
  /** Sends while the page closes: the request has left when this returns. */
  sendClosing(path: string, body: string): Promise<Reply>;
  /** The token of the last request; a closing page has no time to ask for one. */
  lastToken(): string | undefined;
  /** Ends all requests in flight; they count as unanswered. */
  close(): void;
}
