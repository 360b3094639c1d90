import type { AuditQuery, AuditTrail } from '../contract/audit.js';
import type { StoredTarget, TargetCommand, Targets } from '../contract/target.js';
import type { ReadOptions } from './suggestions-client.js';

/** What somebody is to reach, and who changed what. */
export interface GoverningClient {
  /**
   * Asks for all targets the caller may see: those of the organisation and of whose scorecards they may see, past and coming ones too.
   *
   * @throws CollateralError `forbidden`, `not-signed-in`, `network-failed`, `unexpected-reply`, `server-failed`; an abort rejects
   * with the signal's reason.
   */
  targets(options?: ReadOptions): Promise<Targets>;
  /**
   * Sets or changes a target; it is kept in the audit trail with its reason. It goes straight to the server and is tried once more
   * when there is no answer; the same command is done once.
   *
   * @example
   * ```ts
   * await client.setTarget({
   *   measure: 'P5', subject: 'team', id: 'west', value: 0.8, owner: 'Dana Reed',
   *   from: '2026-07-01', until: null, reason: 'Agreed in June', expect: 0,
   * });
   * ```
   * @throws CollateralError `revision-conflict` with a `TargetConflict` as `cause`; `invalid-option`, `invalid-batch`, `forbidden`,
   * `not-signed-in`, `rate-limited`, `network-failed`, `unexpected-reply`, `server-failed`, `client-closed`.
   */
  setTarget(command: TargetCommand): Promise<StoredTarget>;
  /**
   * Asks who changed which owner, target, rule or dispute, newest first. Only admins and auditors may.
   *
   * @example
   * ```ts
   * const { entries, nextCursor } = await client.audit({ type: 'target' });
   * ```
   * @throws CollateralError `invalid-query`, `forbidden`, `not-signed-in`, `network-failed`, `unexpected-reply`, `server-failed`; an
   * abort rejects with the signal's reason.
   */
  audit(query?: AuditQuery, options?: ReadOptions): Promise<AuditTrail>;
}
