// The part of the client in memory that sets targets and reads who changed what. It holds no tests of its own.
import type { ReadOptions } from '@collateral/sdk';
import type { AuditQuery, AuditTrail, StoredTarget, TargetCommand, Targets } from '@collateral/sdk/contract';
import { InMemoryConversation } from './in-memory-conversation.fixture.js';

export abstract class InMemoryGoverning extends InMemoryConversation {
  /** What `targets` answers; an Error is thrown. */
  targetsSet: readonly StoredTarget[] | Error = [];
  /** What was to be set, in order. */
  readonly targetCommands: TargetCommand[] = [];
  /** What `setTarget` does; an Error is thrown. */
  answerTarget: (command: TargetCommand) => StoredTarget | Error = ({ reason: _, expect, ...target }) => ({
    ...target,
    revision: expect + 1,
    setAt: '2026-07-02T14:00:00.000Z',
  });
  /** What was asked of the trail, in order. */
  readonly auditQueries: AuditQuery[] = [];
  /** What `audit` answers; an Error is thrown. */
  answerAudit: (query: AuditQuery) => AuditTrail | Error = () => ({ entries: [] });
  /** Answers wait for this. */
  governingGate: Promise<void> = Promise.resolve();

  async targets({ signal }: ReadOptions = {}): Promise<Targets> {
    await this.governingGate;
    signal?.throwIfAborted();
    if (this.targetsSet instanceof Error) throw this.targetsSet;
    return { targets: this.targetsSet };
  }

  async setTarget(command: TargetCommand): Promise<StoredTarget> {
    this.targetCommands.push(command);
    await this.governingGate;
    const answer = this.answerTarget(command);
    if (answer instanceof Error) throw answer;
    if (!(this.targetsSet instanceof Error)) {
      const { measure, subject, id, from } = answer;
      const isSame = (one: StoredTarget): boolean =>
        one.measure === measure && one.subject === subject && one.id === id && one.from === from;
      this.targetsSet = [...this.targetsSet.filter((one) => !isSame(one)), answer];
    }
    return answer;
  }

  async audit(query: AuditQuery = {}, { signal }: ReadOptions = {}): Promise<AuditTrail> {
    this.auditQueries.push(query);
    await this.governingGate;
    signal?.throwIfAborted();
    const answer = this.answerAudit(query);
    if (answer instanceof Error) throw answer;
    return answer;
  }
}
