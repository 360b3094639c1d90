// What one person does at a time: opens an item and perhaps downloads, finishes, rates it; or searches.
import { versionAt } from '@collateral/sdk/contract';
import { makeComment } from './comments.js';
import { chanceToRate, noiseDeviation } from './truth.js';
import { searches } from './vocabulary.js';

const checkpointMs = 15_000;
const mostCheckpoints = 6;
const qualifiedMs = 3_000;

/** @typedef {import('@collateral/sdk/contract').UsageEvent} UsageEvent */

/**
 * @typedef {object} Visit
 * @property {import('./catalogue.js').MadeItem} item
 * @property {number} quality of the version of that moment
 * @property {import('./people.js').Habits} habits
 * @property {number} at
 * @property {boolean} isWholeView all checkpoints of a view, or only the last, which says as much
 */

/**
 * @param {import('./random.js').Random} random
 * @param {Visit} visit
 * @returns {UsageEvent[]} in the order in which they happened
 */
export function visit(random, { item, quality, habits, at, isWholeView }) {
  const activeMs = Math.round(Math.min(5_400_000, random.logNormal(12_000, 1.5)));
  const visibleMs = Math.round(activeMs * random.between(1, 1.4));
  // How fast people get through differs more than how long they stay.
  const progress = Math.round(Math.min(1, activeMs / random.logNormal(90_000, 0.8)) * 100) / 100;
  const end = at + visibleMs;
  const clock = (/** @type {number} */ time) => ({
    id: random.id(time + habits.clockSkewMs),
    occurredAt: new Date(time + habits.clockSkewMs).toISOString(),
    collateralId: item.id,
  });
  const events = checkpoints(random, { clock, at, activeMs, visibleMs, progress, isWholeView });
  if (activeMs < qualifiedMs) return events;
  for (const [action, share] of /** @type {const} */ ([
    ['download', 0.08],
    ['share', 0.03],
    ['present', item.kind === 'deck' ? 0.08 : 0],
  ]))
    if (random.chance(share)) events.push({ type: 'usage', ...clock(at + random.between(0.3, 1) * visibleMs), action });
  if (item.kind === 'training-module' && (progress > 0.6 || random.chance(0.1)))
    events.push({ type: 'completion', ...clock(end), progress: 1, success: random.chance(0.85) });
  const rating = rate(random, item, quality + habits.severity, clock, end + 2_000);
  return [...events, ...rating];
}

/**
 * @param {import('./random.js').Random} random
 * @param {{ clock: (time: number) => { id: string, occurredAt: string, collateralId: string }, at: number, activeMs: number, visibleMs: number, progress: number, isWholeView: boolean }} view
 * @returns {UsageEvent[]}
 */
function checkpoints(random, { clock, at, activeMs, visibleMs, progress, isWholeView }) {
  const viewId = random.id(at);
  const count = Math.min(mostCheckpoints, 1 + Math.floor(visibleMs / checkpointMs));
  const all = Array.from({ length: count }, (_, index) => {
    const isLast = index === count - 1;
    const share = isLast ? 1 : ((index + 1) * checkpointMs) / visibleMs;
    return {
      type: /** @type {const} */ ('view'),
      ...clock(at + share * visibleMs),
      viewId,
      activeMs: isLast ? activeMs : Math.floor(activeMs * share),
      visibleMs: isLast ? visibleMs : Math.floor(visibleMs * share),
      progress: isLast ? progress : Math.floor(progress * share * 100) / 100,
    };
  });
  return isWholeView ? all : all.slice(-1);
}

/**
 * @param {import('./random.js').Random} random
 * @param {import('./catalogue.js').MadeItem} item
 * @param {number} opinion
 * @param {(time: number) => { id: string, occurredAt: string, collateralId: string }} clock
 * @param {number} at
 * @returns {UsageEvent[]}
 */
function rate(random, item, opinion, clock, at) {
  const value = Math.min(5, Math.max(1, Math.round(random.normal(opinion, noiseDeviation))));
  if (!random.chance(chanceToRate[value - 1] ?? 0)) return [];
  const version = versionAt(item, new Date(at).toISOString());
  const named = version === null ? {} : { version };
  const reasons = value <= 2 && random.chance(0.75) ? chooseReasons(random) : [];
  const comment = random.chance(value <= 2 ? 0.45 : 0.12)
    ? makeComment(random, { kind: item.kind, value, reasons, year: new Date(at).getUTCFullYear() })
    : '';
  const base = clock(at);
  // One in three wants the owner to know. Read off the id, which is a random number already.
  const tellOwner = reasons.length > 0 && Number.parseInt(base.id.slice(-6), 16) % 3 === 0;
  /** @type {UsageEvent[]} */
  const events = [
    {
      type: 'rating',
      ...base,
      ...named,
      value,
      scaleId: 'collateral-5@1',
      ...(comment && { comment }),
      ...(reasons.length > 0 && { reasons }),
      ...(tellOwner && { tellOwner }),
    },
  ];
  // One in a hundred thinks better of it.
  if (random.chance(0.01)) events.push({ type: 'rating-withdrawal', ...clock(at + 9_000), ...named });
  return events;
}

/** @param {import('./random.js').Random} random */
function chooseReasons(random) {
  const reasons = [
    'outdated',
    'outdated',
    'inaccurate',
    'wrong-audience',
    'wrong-audience',
    'too-long',
    'hard-to-find',
    'off-message',
    'unclear',
    'unclear',
    'other',
  ];
  const chosen = new Set([random.pick(reasons)]);
  if (random.chance(0.3)) chosen.add(random.pick(reasons));
  return [...chosen];
}

/**
 * A search; one in seven finds nothing.
 *
 * @param {import('./random.js').Random} random
 * @param {import('./people.js').Habits} habits
 * @param {number} at
 * @returns {UsageEvent}
 */
export function search(random, { clockSkewMs }, at) {
  const isMissing = random.chance(0.15);
  return {
    type: 'usage',
    id: random.id(at + clockSkewMs),
    occurredAt: new Date(at + clockSkewMs).toISOString(),
    action: 'search',
    query: random.pick(isMissing ? searches.missing : searches.found),
    results: isMissing ? 0 : Math.ceil(random.logNormal(8, 0.9)),
  };
}
