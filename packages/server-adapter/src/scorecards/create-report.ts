import { CollateralError, completePolicy, type Policy, type ScorecardQuery } from '@collateral/sdk/contract';
import { FreshCache } from '../insights/fresh-cache.js';
import type { Store } from '../store/store.js';
import { attributableTo, withoutLiftsOfOthers } from './attributable.js';
import { scorecardOf } from './scorecard-of.js';
import { scorecardQuestion } from './scorecard-question.js';
import { organisation, readSubjects } from './subjects.js';
import { writeReport, type Report } from './write-report.js';

/** Which scorecard a report is about, and by which rules. */
export interface ReportOptions extends ScorecardQuery {
  /** Which of the host's organisations. @defaultValue `main` */
  readonly tenant?: string;
  /** The same rules the handler has; without them figures would be others. @defaultValue `defaultPolicy` of the contract */
  readonly policy?: Partial<Policy>;
  /** The report goes to the producer it is about and to nobody else; then it is written whatever `producerScorecards` says. @defaultValue false */
  readonly toSubject?: boolean;
  /** The clock, in milliseconds since 1970. @defaultValue `Date.now` */
  readonly now?: () => number;
}

/**
 * Writes a scorecard as a mail: HTML and plain text with the numbers of `GET /v1/scorecards`. Who may read it is for the host to see to.
 *
 * @throws CollateralError `invalid-query` for a period that is none, `not-found` for a producer or team there is not, `forbidden`
 * for a single producer where the policy has none.
 * @example
 * ```ts
 * const { title, html, text } = await createReport(store, { subject: 'team', id: 'west', period: '2026-Q2', policy });
 * ```
 */
export async function createReport(store: Store, options: ReportOptions = {}): Promise<Report> {
  const {
    tenant = 'main',
    subject: type = 'organisation',
    id,
    toSubject = false,
    now = Date.now,
    period,
    compare,
  } = options;
  const policy = completePolicy(options.policy);
  if (type === 'producer' && policy.producerScorecards !== 'individual' && !toSubject)
    throw new CollateralError(
      'forbidden',
      "The policy's producerScorecards is team, so there is no report about a single producer. Set toSubject when it goes to themselves.",
    );
  const figures = { store, tenant, policy, cache: new FreshCache(now) };
  const query = { ...(period !== undefined && { period }), ...(compare !== undefined && { compare }) };
  const question = await scorecardQuestion({ figures, now: now() }, query);
  const subject =
    type === 'organisation' ? organisation : (await readSubjects(figures, type)).find((one) => one.id === id);
  if (subject === undefined)
    throw new CollateralError(
      'not-found',
      `There is no ${type} ${JSON.stringify(id ?? null)}. Give the id of one of the catalogue.`,
    );
  const card = await scorecardOf(question, subject);
  // Whoever gets the mail of a team gets what everybody may know of its producers.
  const mayAttribute = attributableTo(() => type === 'producer' || policy.producerScorecards === 'individual');
  return writeReport({ ...card, versions: await withoutLiftsOfOthers(figures, card.versions, mayAttribute) });
}
