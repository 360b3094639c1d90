import { CollateralError } from './errors.js';
import type { PromptLimits } from './prompts.js';
import { commentIdentities, type CommentIdentity } from './comment-identity.js';

/** The rules a host sets once; the handler enforces them. */
export interface Policy {
  /** Fewest people a figure may be about. Floor 3. @defaultValue 5 */
  readonly minimumGroup: number;
  /** When a rating score is shown. @defaultValue n 5, halfWidth 0.85 (in scale points) */
  readonly ratingMinimum: {
    /** Fewest ratings, at least `minimumGroup`. */
    readonly n: number;
    /** Widest half of the 95 % interval, above 0, in scale points. */
    readonly halfWidth: number;
  };
  /** Fewest people who must have written a comment on an item before its comments are shown; at least `minimumGroup`. @defaultValue 10, or `minimumGroup` when that is more */
  readonly minimumComments: number;
  /** Days after its publication in which nobody expects an item to be used. @defaultValue 30 */
  readonly graceDays: number;
  /** From this score on an item counts as good; above 1, at most 5. @defaultValue 3.5 */
  readonly targetRating: number;
  /** Ratings up to this value count as low: reasons are asked for. @defaultValue 2 */
  readonly lowRating: number;
  /** What happens to events about items that are not in the catalogue. @defaultValue `accept` */
  readonly unknownItems: 'accept' | 'reject';
  /** IANA time zone in which days begin. @defaultValue `UTC` */
  readonly timeZone: string;
  /** How people appear to others who suggest something or reply. @defaultValue `pseudonymous` */
  readonly commentIdentity: CommentIdentity;
  /** Whose scorecard managers see: of teams of producers only, or of single producers too. @defaultValue `team` */
  readonly producerScorecards: 'team' | 'individual';
  /** Days within which a suggestion is to be answered. @defaultValue 14 */
  readonly answerDays: number;
  /** How long what people did is kept, before `runRetention` deletes it. @defaultValue eventMonths 13, ratingMonths 25 */
  readonly retention: Retention;
  /** How often people are asked to rate. @defaultValue perDay 1, restDays 30 */
  readonly prompts: PromptLimits;
}

/** How long what people did is kept, in calendar months. Counts and days of first use outlive it. */
export interface Retention {
  /** Views, downloads, searches and answers to prompts: at least as long as `prompts.restDays`. 4 to 120. @defaultValue 13 */
  readonly eventMonths: number;
  /** Ratings with their words, and suggestions that are closed with their votes and replies: `eventMonths` to 120. @defaultValue 25 */
  readonly ratingMonths: number;
}

/** The policy when the host sets none. */
export const defaultPolicy: Policy = Object.freeze({
  minimumGroup: 5,
  ratingMinimum: Object.freeze({ n: 5, halfWidth: 0.85 }),
  minimumComments: 10,
  graceDays: 30,
  targetRating: 3.5,
  lowRating: 2,
  unknownItems: 'accept',
  timeZone: 'UTC',
  commentIdentity: 'pseudonymous',
  producerScorecards: 'team',
  answerDays: 14,
  retention: Object.freeze({ eventMonths: 13, ratingMonths: 25 }),
  prompts: Object.freeze({ perDay: 1, restDays: 30 }),
});

/**
 * Completes a partial policy with the defaults and checks it.
 *
 * @throws CollateralError `invalid-option` when a field is outside its range.
 */
export function completePolicy(partial: Partial<Policy> = {}): Policy {
  const { minimumGroup = defaultPolicy.minimumGroup } = partial;
  const minimumComments = Math.max(defaultPolicy.minimumComments, minimumGroup);
  const policy: Policy = { ...defaultPolicy, minimumComments, ...partial };
  for (const name of Object.keys(partial)) {
    if (!Object.hasOwn(defaultPolicy, name)) refuse(name, name, `one of ${Object.keys(defaultPolicy).join(', ')}`);
  }
  if (!Number.isInteger(policy.minimumGroup) || policy.minimumGroup < 3) {
    refuse('minimumGroup', policy.minimumGroup, 'a whole number of at least 3');
  }
  if (!Number.isInteger(policy.ratingMinimum.n) || policy.ratingMinimum.n < policy.minimumGroup) {
    refuse(
      'ratingMinimum.n',
      policy.ratingMinimum.n,
      `a whole number of at least minimumGroup (${policy.minimumGroup})`,
    );
  }
  if (!(policy.ratingMinimum.halfWidth > 0)) {
    refuse('ratingMinimum.halfWidth', policy.ratingMinimum.halfWidth, 'a number above 0, in scale points');
  }
  if (!Number.isInteger(policy.minimumComments) || policy.minimumComments < policy.minimumGroup) {
    refuse(
      'minimumComments',
      policy.minimumComments,
      `a whole number of at least minimumGroup (${policy.minimumGroup})`,
    );
  }
  if (!Number.isInteger(policy.graceDays) || policy.graceDays < 0 || policy.graceDays > 365) {
    refuse('graceDays', policy.graceDays, 'a whole number from 0 to 365');
  }
  if (!(policy.targetRating > 1 && policy.targetRating <= 5)) {
    refuse('targetRating', policy.targetRating, 'a number above 1 and at most 5');
  }
  if (!Number.isInteger(policy.lowRating) || policy.lowRating < 1 || policy.lowRating > 5) {
    refuse('lowRating', policy.lowRating, 'a whole number from 1 to 5');
  }
  if (!['accept', 'reject'].includes(policy.unknownItems)) {
    refuse('unknownItems', policy.unknownItems, "'accept' or 'reject'");
  }
  if (!commentIdentities.includes(policy.commentIdentity)) {
    refuse('commentIdentity', policy.commentIdentity, `one of ${commentIdentities.join(', ')}`);
  }
  if (!['team', 'individual'].includes(policy.producerScorecards)) {
    refuse('producerScorecards', policy.producerScorecards, "'team' or 'individual'");
  }
  if (!Number.isInteger(policy.answerDays) || policy.answerDays < 1 || policy.answerDays > 365) {
    refuse('answerDays', policy.answerDays, 'a whole number from 1 to 365');
  }
  const { perDay, restDays } = policy.prompts;
  if (!Number.isInteger(perDay) || perDay < 0 || perDay > 10) {
    refuse('prompts.perDay', perDay, 'a whole number from 0 to 10');
  }
  if (!Number.isInteger(restDays) || restDays < 1 || restDays > 365) {
    refuse('prompts.restDays', restDays, 'a whole number from 1 to 365');
  }
  const { eventMonths, ratingMonths } = policy.retention;
  // Figures of the last 90 days are in part counted from the events themselves, and those may come 35 days late.
  const fewestMonths = Math.max(4, Math.ceil(restDays / 28));
  if (!Number.isInteger(eventMonths) || eventMonths < fewestMonths || eventMonths > 120) {
    refuse(
      'retention.eventMonths',
      eventMonths,
      `a whole number of months from ${fewestMonths} to 120${fewestMonths > 4 ? ` (prompts.restDays is ${restDays})` : ''}`,
    );
  }
  if (!Number.isInteger(ratingMonths) || ratingMonths < eventMonths || ratingMonths > 120) {
    refuse('retention.ratingMonths', ratingMonths, `a whole number of months from eventMonths (${eventMonths}) to 120`);
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone: policy.timeZone });
  } catch {
    // Intl is the only authority on zone names, and it answers by throwing.
    refuse('timeZone', policy.timeZone, "an IANA time zone such as 'Europe/Berlin'");
  }
  return Object.freeze(policy);
}

function refuse(name: string, value: unknown, expected: string): never {
  throw new CollateralError('invalid-option', `policy.${name} must be ${expected}, got ${JSON.stringify(value)}.`);
}
