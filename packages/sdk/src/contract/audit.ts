import type { InsightsChoice } from './compared-metric.js';
import type { ScorecardSubjectType } from './scorecard.js';

/** What the audit trail records. */
export const auditTypes = ['ownership', 'target', 'policy', 'dispute'] as const;

/** What was changed: who owns an item, a target, the rules of the host, or a dispute about a rating. */
export type AuditType = (typeof auditTypes)[number];

/** One change. Entries are added, never changed or removed. */
export interface AuditEntry {
  /** Unique; what it is made of is nobody's business. */
  readonly id: string;
  /** What was changed. */
  readonly type: AuditType;
  /** When, ISO 8601 UTC. */
  readonly at: string;
  /** Who; `host` when the rules were changed in the host's own set-up. */
  readonly by: {
    /** Null where the host tells none. */
    readonly name: string | null;
    /** Why they may. */
    readonly role: 'producer' | 'manager' | 'admin' | 'service' | 'host';
    /** True when it is the caller. */
    readonly mine: boolean;
  };
  /** The item, target, or rating it is about; null for the rules. */
  readonly about: AuditSubject | null;
  /** What it was before; null when there was nothing. */
  readonly before: Readonly<Record<string, unknown>> | null;
  /** What it is since; null when there is nothing. */
  readonly after: Readonly<Record<string, unknown>> | null;
  /** Why, as far as somebody had to say it. */
  readonly reason: string | null;
  /** What the teams named in `before` and `after` are called, as far as it is known. */
  readonly teams: readonly InsightsChoice[];
}

/** What a change is about. */
export interface AuditSubject {
  /** Whose; of an item `item`. */
  readonly type: ScorecardSubjectType | 'item';
  /** The host's own id; null for the organisation. */
  readonly id: string | null;
  /** Title of the item, or what the producer or team is called today; null when nobody knows, or the caller may not see the item. */
  readonly name: string | null;
}

/** Which part of the audit trail is asked for. */
export interface AuditQuery {
  /** Only changes of these things; absent means all. */
  readonly type?: AuditType;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
  /** Entries per page, 1 to 200. @defaultValue 50 */
  readonly limit?: number;
}

/** Reply to `GET /v1/audit`. */
export interface AuditTrail {
  /** Newest first. */
  readonly entries: readonly AuditEntry[];
  /** Absent on the last page. With a `type`, a page may have fewer entries than asked for and yet not be the last. */
  readonly nextCursor?: string;
}
