/** How often a person may be asked to rate; what they rate on their own is never limited. */
export interface PromptLimits {
  /** Requests in any 24 hours, 0 to 10. 0 asks nobody. */
  readonly perDay: number;
  /** Days without any request after a dismissal, and before the same item is asked about again; 1 to 365. */
  readonly restDays: number;
}

/** Reply to `GET /v1/prompts`: what the caller was asked on all their devices. */
export interface PromptStanding {
  /** No request before this instant, ISO 8601 UTC; null when one may come now. */
  readonly notBefore: string | null;
  /** Ids of the items they were asked about within the rest. */
  readonly recent: readonly string[];
}
