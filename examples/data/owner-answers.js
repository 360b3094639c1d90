// What an owner does with a suggestion: answers after some days or never, promises, keeps it or not, ships, declines, merges.
import { lineFor } from './suggestion-texts.js';

const hour = 3_600_000;
const day = 24 * hour;
const neverAnswered = 0.15;
const neverAnsweredByNobody = 0.85;
/** A version further away than this is not what the owner has in mind. */
const longestPlan = 270 * day;

/**
 * A command for `POST /v1/suggestions/{suggestionId}/{name}`.
 *
 * @typedef {object} Command
 * @property {string} at
 * @property {import('@collateral/server-adapter').Principal} by
 * @property {string} suggestionId
 * @property {'transitions' | 'merge' | 'unmerge' | 'hide'} name
 * @property {Readonly<Record<string, unknown>> & { id: string, expect: number, reason: string }} command the body
 */

/** @typedef {{ producerId: string, by: import('@collateral/server-adapter').Principal, person: number }} Owner `person` is their place among the people */

/**
 * @typedef {object} Asked
 * @property {string} suggestionId
 * @property {number} heardAt
 * @property {number} soonest no answer comes before it
 * @property {number} end what happens later has not happened
 * @property {(at: number) => Owner | null} ownerAt who answers for the item, null when nobody does
 * @property {import('@collateral/server-adapter').Principal} curator answers where nobody does
 * @property {string} standIn producer who gets what the curator accepts
 * @property {(at: number) => { at: number, shippedVersion: string } | null} next what comes out next and could be the answer
 * @property {string | null} duplicateOf
 */

/**
 * @typedef {object} Answer
 * @property {Command[]} commands in the order of time
 * @property {{ at: number, person: number }[]} replies
 * @property {{ at: number, revision: number } | null} shipped
 */

/** @param {import('./random.js').Random} random @param {Asked} asked @returns {Answer} */
export function answer(random, asked) {
  const steps = createSteps(random, asked);
  const { heardAt, soonest, duplicateOf, end, ownerAt } = asked;
  let at = Math.max(soonest, heardAt + random.logNormal(4, 1.1) * day);
  const owner = ownerAt(at);
  if (random.chance(owner ? neverAnswered : neverAnsweredByNobody) || at > end) return steps.answer;
  if (owner && random.chance(0.3)) {
    steps.answer.replies.push({ at, person: owner.person });
    at += random.between(0.3, 6) * day;
    if (random.chance(0.15)) return steps.answer;
  }
  if (duplicateOf !== null) {
    steps.add(at, 'merge', { into: duplicateOf }, 'duplicate');
    if (!random.chance(0.05)) return steps.answer;
    at += random.between(1, 4) * day;
    steps.add(at, 'unmerge', {}, 'new');
    at += hour;
  }
  decide(random, steps, asked, at);
  return steps.answer;
}

/** Somebody takes it out of sight. @param {import('./random.js').Random} random @param {Asked} asked @returns {Answer} */
export function hide(random, asked) {
  const steps = createSteps(random, asked);
  steps.add(asked.heardAt + random.between(0.1, 2) * day, 'hide', { hidden: true }, 'hidden');
  return steps.answer;
}

/** @typedef {ReturnType<typeof createSteps>} Steps */

/** @param {import('./random.js').Random} random @param {Steps} steps @param {Asked} asked @param {number} at */
function decide(random, steps, { next }, at) {
  const plan = next(at);
  if (plan && plan.at - at < longestPlan && random.chance(0.85)) shipWith(random, steps, plan, at);
  else if (random.chance(0.5)) {
    steps.move(at, 'declined', {});
    if (random.chance(0.05))
      steps.promise(at + random.between(2, 25) * day, at + random.between(40, 80) * day, 'reopened');
  } else promiseOnly(random, steps, at);
}

/** @param {import('./random.js').Random} random @param {Steps} steps @param {{ at: number, shippedVersion: string }} plan @param {number} at */
function shipWith(random, steps, { at: publishedAt, shippedVersion }, at) {
  const shippedAt = publishedAt + random.between(0.05, 4) * day;
  // Owners leave themselves some room; one in four needs more.
  const due = Math.max(at + 3 * day, shippedAt + random.normal(9, 14) * day);
  steps.promise(at, due, 'accepted');
  const begun = random.between(at + hour, publishedAt);
  if (random.chance(0.7)) steps.move(begun, 'in-progress', {});
  const noticed = Math.max(begun + hour, due - day);
  if (due + day < shippedAt && noticed < shippedAt && random.chance(0.5))
    steps.promise(noticed, shippedAt + 7 * day, 'moved');
  if (!steps.move(shippedAt, 'shipped', { shippedVersion })) return;
  steps.answer.shipped = { at: shippedAt, revision: steps.answer.commands.length };
  if (random.chance(0.05))
    steps.promise(shippedAt + random.between(2, 25) * day, shippedAt + random.between(40, 80) * day, 'reopened');
}

/** Nothing comes out that would be the answer: some such promises are taken back, the others stay open.
 * @param {import('./random.js').Random} random @param {Steps} steps @param {number} at */
function promiseOnly(random, steps, at) {
  const due = at + random.between(20, 80) * day;
  steps.promise(at, due, 'accepted');
  if (random.chance(0.5)) steps.move(random.between(at + hour, due - 2 * day), 'in-progress', {});
  if (random.chance(0.3)) steps.promise(due - day, due + random.between(20, 60) * day, 'moved');
  if (random.chance(0.5)) steps.move(due + random.between(5, 60) * day, 'declined', {}, 'late');
}

/**
 * Writes steps down as long as they lie before the end; each expects the one before it.
 *
 * @param {import('./random.js').Random} random
 * @param {Asked} asked
 */
function createSteps(random, { suggestionId, end, ownerAt, curator, standIn }) {
  /** @type {Answer} */
  const made = { commands: [], replies: [], shipped: null };
  let isOver = false;
  return { answer: made, add, move, promise };

  /** @param {number} at @param {Command['name']} name @param {object} fields @param {string} line @returns {boolean} whether it happened */
  function add(at, name, fields, line) {
    const reason = lineFor(random, line);
    const id = random.id(at);
    isOver ||= at > end;
    if (isOver) return false;
    const time = new Date(Math.round(at)).toISOString();
    const command = { id, expect: made.commands.length, reason, ...fields };
    made.commands.push({ at: time, by: ownerAt(at)?.by ?? curator, suggestionId, name, command });
    return true;
  }

  /** @param {number} at @param {string} to @param {object} fields @param {string} [line] */
  function move(at, to, fields, line = to) {
    return add(at, 'transitions', { to, ...fields }, line);
  }

  /** @param {number} at @param {number} due @param {string} line */
  function promise(at, due, line) {
    const dueAt = new Date(Math.max(at, due)).toISOString().slice(0, 10);
    return move(at, 'accepted', { assignee: ownerAt(at)?.producerId ?? standIn, dueAt }, line);
  }
}
