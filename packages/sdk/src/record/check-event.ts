import type { ErrorCode } from '../contract/errors.js';
import { isHostId } from '../contract/ids.js';
import { limits } from '../contract/limits.js';
import { isVisibleText } from '../contract/visible-text.js';
import { refuse } from '../refuse.js';
import { reasonIds, scaleId } from './scale-ids.js';

/** What the SDK records; `search` is a usage event about no item. */
export type RecordedKind =
  | 'rating'
  | 'rating-withdrawal'
  | 'view'
  | 'completion'
  | 'usage'
  | 'search'
  | 'suggestion'
  | 'suggestion-withdrawal'
  | 'vote'
  | 'reply'
  | 'prompt-response'
  | 'notice-response';

const item = 'collateralId version? context?';

const fieldsByKind: Readonly<Record<RecordedKind, string>> = {
  rating: `${item} value scaleId comment? reasons? tellOwner?`,
  'rating-withdrawal': item,
  view: `${item} viewId activeMs visibleMs progress`,
  completion: `${item} progress success?`,
  usage: `${item} action`,
  search: 'context? action query results',
  suggestion: 'collateralId? version? context? body place?',
  'suggestion-withdrawal': 'context? suggestionId',
  vote: 'context? suggestionId on',
  reply: 'context? suggestionId body',
  'prompt-response': `${item} promptId answer`,
  'notice-response': 'context? noticeId suggestionId? answer',
};

type Rule = readonly [accepts: (value: unknown) => boolean, expected: string, code?: ErrorCode];

const flag: Rule = [(value) => typeof value === 'boolean', 'true or false'];

// Fields without a rule are made by the SDK itself.
const rules: Readonly<Record<string, Rule>> = {
  collateralId: [(value) => isHostId(value), '1 to 200 characters without controls', 'invalid-collateral-id'],
  version: [(value) => isHostId(value, limits.versionLength), '1 to 100 characters without controls'],
  context: [isContext, 'an object of url, surface, locale'],
  value: [(value) => isCount(value) && value >= 1 && value <= 5, 'a whole number from 1 to 5', 'invalid-value'],
  scaleId: [(value) => value === scaleId, scaleId, 'unknown-scale'],
  comment: textUpTo(limits.textLength),
  reasons: [
    (value) => Array.isArray(value) && value.every((id) => reasonIds.includes(id as string)),
    `a list of ${reasonIds.join()}`,
  ],
  progress: [(value) => typeof value === 'number' && value >= 0 && value <= 1, 'a number from 0 to 1'],
  success: flag,
  action: [(value) => /^(download|share|present|search)$/.test(String(value)), 'download, share, present or search'],
  query: textUpTo(limits.shortTextLength),
  results: [isCount, 'a whole number'],
  tellOwner: flag,
  // Spaces and invisible characters alone say nothing.
  body: [
    (value) => isText(value, limits.textLength) && isVisibleText(value as string),
    'a text of 1 to 4000 characters that can be seen',
  ],
  place: [isPlace, 'an object of slide, page, second, quote'],
  suggestionId: [isLikeSuggestionId, 'the id of a suggestion'],
  on: flag,
  noticeId: [(value) => isHostId(value, limits.suggestionIdLength), 'the id of a notice'],
};

/**
 * Checks what a host gives before anything is stored and returns only the fields the event has.
 *
 * @throws CollateralError `invalid-collateral-id`, `invalid-value`, `unknown-scale`, `invalid-event`.
 */
export function checkEvent(kind: RecordedKind, input: object): Record<string, unknown> {
  const checked: Record<string, unknown> = {};
  for (const field of fieldsByKind[kind].split(' ')) {
    const [name = '', optional] = field.split('?');
    const value = (Object(input) as Readonly<Record<string, unknown>>)[name];
    if (value === undefined && optional !== undefined) continue;
    checkField(name, value);
    checked[name] = value;
  }
  return checked;
}

/** Checks one field of an event. */
export function checkField(name: string, value: unknown): void {
  const [accepts, expected, code = 'invalid-event'] = rules[name] ?? [];
  if (accepts?.(value) === false) refuse(code, name, `${expected}`, value);
}

function textUpTo(longest: number): Rule {
  return [(value) => isText(value, longest), `a text of at most ${longest} characters`];
}

// NUL and lone surrogates are refused by databases and would sink the batch.
function isText(value: unknown, maxLength = 0): boolean {
  return typeof value === 'string' && value.length <= maxLength && !/\0|\p{Surrogate}/u.test(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

// The form only: to take one of low ratings apart is the server's, and weighs more than it finds here.
function isLikeSuggestionId(value: unknown): boolean {
  return isHostId(value, limits.suggestionIdLength) && /^([\da-f-]{36}|low:[a-z-]+:[^:]*:[^:]+)$/.test(value);
}

function isPlace(value: unknown): boolean {
  const { slide = 0, page = 0, second = 0, quote = '' } = Object(value) as Readonly<Record<string, unknown>>;
  const isSecond = Number.isFinite(second) && (second as number) >= 0;
  return isObject(value) && isCount(slide) && isCount(page) && isSecond && isText(quote, limits.shortTextLength);
}

function isContext(value: unknown): boolean {
  const longest: Readonly<Record<string, number>> = { url: 2_000, surface: 2_000, locale: 35 };
  return (
    isObject(value) && Object.entries(value).every(([name, text]) => text === undefined || isText(text, longest[name]))
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
