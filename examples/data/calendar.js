// What is going to happen, by day: what people send and what owners do, made ahead of its time.
import { deliver } from './deliveries.js';

const day = 86_400_000;
const votesInDays = 14;

/** @typedef {import('./random.js').Random} Random */
/** @typedef {import('./deliveries.js').Delivery} Delivery */
/** @typedef {import('./owner-answers.js').Command} Command */

/**
 * @param {import('./conversation-world.js').ConversationWorld} world
 * @param {number} end
 */
export function createCalendar(world, end) {
  /** @type {Map<number, { batches: Delivery[], commands: Command[] }>} */
  const pages = new Map();
  /** The first day that was not taken yet: what belongs to one before it, by the clock of a place further east, comes then. */
  let next = 0;
  return { send, note, later, take };

  /**
   * Lets a person send something.
   *
   * @param {Random} random
   * @param {number} person
   * @param {number} at
   * @param {Readonly<Record<string, unknown>>} fields with the `type`
   * @returns {{ id: string, heardAt: number }} its id and when it reached the server; after the end if it did not
   */
  function send(random, person, at, fields) {
    const sender = world.senderOf(person);
    const clock = at + sender.clockSkewMs;
    const id = random.id(clock);
    const occurredAt = new Date(Math.round(clock)).toISOString();
    const event = /** @type {import('@collateral/sdk/contract').UsageEvent} */ ({ ...fields, id, occurredAt });
    const deliveries = at > end ? [] : [...deliver(random, [event], sender, end)];
    pageOf(at).batches.push(...deliveries);
    return { id, heardAt: deliveries[0] ? Date.parse(deliveries[0].receivedAt) : Infinity };
  }

  /** @param {Command} command */
  function note(command) {
    pageOf(Date.parse(command.at)).commands.push(command);
  }

  /** Some working hour within the days after. @param {Random} random @param {number} person @param {number} at */
  function later(random, person, at) {
    const days = -votesInDays * Math.log(1 - random.next());
    const moment = world.moment(random, person, Math.floor(at / day + days) * day);
    return Math.max(at + random.between(60_000, 3_600_000), moment);
  }

  /** Gives what happens on a day, in the order of time, and forgets it. @param {number} number days since 1970 */
  function take(number) {
    const { batches, commands } = pages.get(number) ?? { batches: [], commands: [] };
    pages.delete(number);
    next = number + 1;
    return { batches, commands: commands.sort((one, other) => (one.at < other.at ? -1 : 1)) };
  }

  /** @param {number} at */
  function pageOf(at) {
    const number = Math.max(next, Math.floor(at / day));
    const page = pages.get(number) ?? { batches: [], commands: [] };
    pages.set(number, page);
    return page;
  }
}
