import { CollateralError, type ErrorCode } from '../contract/errors.js';
import { isHostId } from '../contract/ids.js';
import { limits } from '../contract/limits.js';
import { collateralScale, isScaleValue } from '../contract/scale.js';

/** What the SDK records, `search` being a usage event about no item. */
export type RecordedKind = 'rating' | 'rating-withdrawal' | 'view' | 'completion' | 'usage' | 'search';

type Rule = readonly [accepts: (value: unknown) => boolean, expected: string, code?: ErrorCode];

const share: Rule = [(value) => typeof value === 'number' && value >= 0 && value <= 1, 'a number from 0 to 1'];
const item = ['collateralId', 'version?', 'context?'];

const fieldsByKind: Readonly<Record<RecordedKind, readonly string[]>> = {
  rating: [...item, 'value', 'scaleId', 'comment?', 'reasons?'],
  'rating-withdrawal': item,
  view: [...item, 'viewId', 'activeMs', 'visibleMs', 'progress'],
  completion: [...item, 'progress', 'success?'],
  usage: [...item, 'action'],
  search: ['context?', 'action', 'query', 'results'],
};

// Fields without a rule are made by the SDK itself.
const rules: Readonly<Record<string, Rule>> = {
  collateralId: [(value) => isHostId(value), '1 to 200 characters without controls', 'invalid-collateral-id'],
  version: [(value) => isHostId(value, limits.versionLength), '1 to 100 characters without controls'],
  context: [isContext, 'an object of the texts url, surface, locale'],
  value: [(value) => isScaleValue(collateralScale, value), 'a whole number from 1 to 5', 'invalid-value'],
  scaleId: [(value) => value === collateralScale.id, collateralScale.id, 'unknown-scale'],
  comment: [(value) => isText(value, limits.textLength), 'a text of at most 4000 characters'],
  reasons: [isReasons, 'a list of ids from scale.reasons'],
  progress: share,
  success: [(value) => typeof value === 'boolean', 'true or false'],
  action: [(value) => /^(download|share|present|search)$/.test(String(value)), 'download, share, present or search'],
  query: [(value) => isText(value, limits.shortTextLength), 'a text of at most 2000 characters'],
  results: [(value) => Number.isSafeInteger(value) && Number(value) >= 0, 'a whole number'],
};

/**
 * Checks what a host gives before anything is stored and returns only the fields the event has.
 *
 * @throws CollateralError `invalid-collateral-id`, `invalid-value`, `unknown-scale`, `invalid-event`.
 */
export function checkEvent(kind: RecordedKind, input: object): Record<string, unknown> {
  const given = input as Readonly<Record<string, unknown>>;
  const checked: Record<string, unknown> = {};
  for (const field of fieldsByKind[kind]) {
    const name = field.replace('?', '');
    const value = given[name];
    if (value === undefined && name !== field) continue;
    const rule = rules[name];
    if (rule && !rule[0](value)) {
      throw new CollateralError(rule[2] ?? 'invalid-event', `${name} must be ${rule[1]}, got ${show(value)}.`);
    }
    checked[name] = value;
  }
  return checked;
}

/** Pictures a value in a message: short, and never itself the cause of an error. */
export function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

// NUL and lone surrogates are refused by databases and would sink the batch.
function isText(value: unknown, maxLength: number): boolean {
  return typeof value === 'string' && value.length <= maxLength && !/\0|\p{Surrogate}/u.test(value);
}

function isContext(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { url = '', surface = '', locale = '' } = value as Readonly<Record<string, unknown>>;
  return isText(url, limits.shortTextLength) && isText(surface, limits.shortTextLength) && isText(locale, 35);
}

function isReasons(value: unknown): boolean {
  return Array.isArray(value) && value.every((id) => collateralScale.reasons.some((reason) => reason.id === id));
}
