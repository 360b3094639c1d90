import { auditTypes, type AuditQuery, type AuditTrail } from '../contract/audit.js';
import { isCollateralError, type ErrorCode } from '../contract/errors.js';
import { limits } from '../contract/limits.js';
import { measureIds } from '../contract/scorecard-measures.js';
import { scorecardSubjects } from '../contract/scorecard.js';
import type { StoredTarget, TargetCommand, TargetConflict, TargetReply, Targets } from '../contract/target.js';
import { refuse } from '../refuse.js';
import type { Reply, Transport } from '../transport/transport.js';
import { read, searchOf } from './read.js';
import { hasShape, type Shape } from './shape.js';
import type { ReadOptions } from './suggestions-client.js';

const target: Shape = {
  measure: 'string',
  subject: 'string',
  id: 'string?',
  value: 'number',
  owner: 'string',
  from: 'string',
  until: 'string?',
  revision: 'number',
  setAt: 'string',
};
const targetsShape: Shape = { targets: [target] };
const trailShape: Shape = {
  entries: [
    {
      id: 'string',
      type: 'string',
      at: 'string',
      by: { name: 'string?', role: 'string', mine: 'boolean' },
      'about?': { type: 'string', id: 'string?', name: 'string?' },
      'before?': {},
      'after?': {},
      reason: 'string?',
      teams: [{ id: 'string', name: 'string' }],
    },
  ],
  'nextCursor?': 'string',
};

/** Asks for all targets the caller may see. */
export async function readTargets(transport: Transport, { signal }: ReadOptions = {}): Promise<Targets> {
  // Checked against its shape, as all below.
  return (await read(transport, { path: '/v1/targets', signal, shape: targetsShape, codes: [] })) as Targets;
}

/** Asks for a page of the audit trail. */
export async function readAudit(
  transport: Transport,
  query: AuditQuery = {},
  { signal }: ReadOptions = {},
): Promise<AuditTrail> {
  const { type, limit } = query;
  if (type !== undefined && !auditTypes.includes(type)) refuse('invalid-query', 'type', auditTypes.join(', '), type);
  if (limit !== undefined && !(Number.isInteger(limit) && limit > 0 && limit <= 200))
    refuse('invalid-query', 'limit', 'a whole number from 1 to 200', limit);
  const path = `/v1/audit${searchOf({ ...query })}`;
  return (await read(transport, { path, signal, shape: trailShape, codes: ['invalid-query'] })) as AuditTrail;
}

const setCodes: readonly ErrorCode[] = ['revision-conflict', 'invalid-batch', 'rate-limited'];

/**
 * Sets or changes a target. When there was no answer nobody knows whether it was done, so it is sent once more: the server does the
 * same command once.
 */
export async function sendTarget(transport: Transport, command: TargetCommand): Promise<StoredTarget> {
  check(command);
  const shape: Shape = { target };
  const body = JSON.stringify(command);
  const question = { path: '/v1/targets', method: 'PUT', body, shape, codes: setCodes, causeOf: conflictOf } as const;
  const reply = await read(transport, question).catch((error: unknown) => {
    if (isCollateralError(error) && error.code === 'network-failed') return read(transport, question);
    throw error;
  });
  return (reply as TargetReply).target;
}

function conflictOf({ body }: Reply, code: ErrorCode): TargetConflict | undefined {
  const { target: now } = Object(body) as Partial<TargetConflict>;
  if (code !== 'revision-conflict' || now === undefined) return undefined;
  return now === null || hasShape(now, target) ? { target: now } : undefined;
}

function check(command: TargetCommand): void {
  const { measure, subject, id, value, owner, from, until, expect, reason } = command;
  const isOf = (values: readonly string[], one: unknown): boolean => values.some((each) => each === one);
  const rules: readonly (readonly [name: string, value: unknown, isRight: boolean, expected: string])[] = [
    ['measure', measure, isOf(measureIds, measure), measureIds.join(', ')],
    ['subject', subject, isOf(scorecardSubjects, subject), scorecardSubjects.join(', ')],
    ['id', id, subject === 'organisation' ? id === null : isText(id, 200), 'an id; null for the organisation'],
    ['value', value, Number.isFinite(value), 'a number in the unit of the measure'],
    ['owner', owner, isText(owner, limits.shortTextLength), `a text of 1 to ${limits.shortTextLength} characters`],
    ['from', from, isDay(from), 'a day such as 2026-06-01'],
    ['until', until, until === null || (isDay(until) && until >= from), 'null or a day, not before `from`'],
    ['expect', expect, Number.isSafeInteger(expect) && expect >= 0, 'the revision seen, a whole number'],
    ['reason', reason, isText(reason, limits.reasonLength), `a text of 1 to ${limits.reasonLength} characters`],
  ];
  for (const [name, got, isRight, expected] of rules) if (!isRight) refuse('invalid-option', name, expected, got);
}

function isText(value: unknown, length: number): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.trim().length <= length;
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
}
