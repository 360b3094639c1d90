// What people suggest, vote for and answer, and what owners do with it. Each suggestion is made with its whole life; what happens on
// later days waits until they come.
import { createCalendar } from './calendar.js';
import { createLowRatings } from './low-ratings.js';
import { answer, hide } from './owner-answers.js';
import { createRandom } from './random.js';
import { createSubjects } from './suggestion-subjects.js';
import { lineFor } from './suggestion-texts.js';
import { busyness } from './working-hours.js';

const hour = 3_600_000;
const day = 24 * hour;
/** 600 suggestions in two years of 432 views a day. */
const perView = 0.0019;
const requestShare = 0.18;

/** @typedef {import('./owner-answers.js').Asked} Asked */
/** @typedef {import('./random.js').Random} Random */
/** @typedef {Pick<Asked, 'suggestionId' | 'heardAt' | 'soonest' | 'duplicateOf' | 'next'> & { item: number | null }} About */

/**
 * @param {object} parameters
 * @param {number} parameters.seed
 * @param {number} parameters.viewsPerDay
 * @param {number} parameters.end
 * @param {import('./conversation-world.js').ConversationWorld} parameters.world
 */
export function createConversations({ seed, viewsPerDay, end, world }) {
  const calendar = createCalendar(world, end);
  const subjects = createSubjects(world);
  const lowRatings = createLowRatings();
  /** Low ratings that were taken back before anybody answered. @type {Set<string>} */
  const gone = new Set();
  return { listen, dayOf };

  /** Hears the ratings of a day: what an owner does about them comes on a later one. @param {import('./deliveries.js').Delivery} delivery */
  function listen(delivery) {
    for (const { suggestionId, collateralId, heardAt } of lowRatings.listen(delivery)) {
      const item = world.indexOf(collateralId);
      if (item === undefined || delivery.producerIds.includes(world.ownerOf(item, heardAt)?.producerId ?? '')) continue;
      const random = createRandom(seed, suggestionId);
      const duplicateOf = random.chance(0.2) ? subjects.lastAbout(item) : null;
      const next = (/** @type {number} */ at) => world.nextVersion(item, at);
      const about = { suggestionId, heardAt, soonest: heardAt + day, item, duplicateOf, next };
      settle(random, about, follow(random, about, { author: null, votes: random.poisson(0.6), replies: 0 }), answer);
    }
  }

  /** What happens on a day; the ratings of all days before it have to be heard first. @param {number} number days since 1970 */
  function dayOf(number) {
    const random = createRandom(seed, `suggestions of day ${number}`);
    const midnight = number * day;
    const count = random.poisson(viewsPerDay * perView * busyness(midnight));
    for (let made = 0; made < count; made += 1) suggest(random, midnight);
    const { batches, commands } = calendar.take(number);
    return { batches, commands: commands.filter(isPossible) };
  }

  /** @param {import('./owner-answers.js').Command} command */
  function isPossible({ suggestionId, command }) {
    if (!suggestionId.startsWith('low:')) return true;
    if (command.expect === 0 && !lowRatings.isOpen(suggestionId)) gone.add(suggestionId);
    return !gone.has(suggestionId);
  }

  /** @param {Random} random @param {number} midnight */
  function suggest(random, midnight) {
    const author = world.choosePerson(random);
    const at = world.moment(random, author, midnight);
    const subject = random.chance(requestShare) ? subjects.request(random, at) : subjects.idea(random, author, at);
    if (subject === null) return;
    const { body, place, item, duplicateOf, next } = subject;
    const fields = { ...(item !== null && { collateralId: world.idOf(item) }), body, ...(place && { place }) };
    const { id: suggestionId, heardAt } = calendar.send(random, author, at, { type: 'suggestion', ...fields });
    if (heardAt > end) return;
    const fate = random.next();
    if (fate < 0.015) {
      const takenBackAt = at + random.between(1, 40) * 60_000;
      calendar.send(random, author, takenBackAt, { type: 'suggestion-withdrawal', suggestionId });
      return;
    }
    const isHidden = fate < 0.025;
    const about = { suggestionId, heardAt, soonest: heardAt + hour, item, duplicateOf, next };
    const votes = Math.round(random.logNormal(duplicateOf === null ? 4 : 1.6, 0.9));
    const replies = random.poisson(duplicateOf === null ? 1 : 0.3);
    const supporters = follow(random, about, isHidden ? { author, votes: 0, replies: 0 } : { author, votes, replies });
    settle(random, about, supporters, isHidden ? hide : answer);
    if (!isHidden) subjects.remember(subject, suggestionId, heardAt);
  }

  /**
   * Votes and replies in the days after.
   *
   * @param {Random} random
   * @param {About} about
   * @param {{ author: number | null, votes: number, replies: number }} many
   * @returns {Map<number, number>} when each person came to stand behind it
   */
  function follow(random, { suggestionId, heardAt, item }, { author, votes, replies }) {
    /** @type {Map<number, number>} */
    const supporters = new Map(author === null ? [] : [[author, heardAt]]);
    for (let count = 0; count < votes; count += 1) {
      const person = world.choosePerson(random);
      const at = calendar.later(random, person, heardAt);
      if (supporters.has(person) || world.owns(person, item, at)) continue;
      supporters.set(person, at);
      calendar.send(random, person, at, { type: 'vote', suggestionId, on: true });
      if (!random.chance(0.03)) continue;
      supporters.delete(person);
      calendar.send(random, person, at + random.between(0.01, 3) * day, { type: 'vote', suggestionId, on: false });
    }
    for (let count = 0; count < replies; count += 1) {
      const person = world.choosePerson(random);
      const at = calendar.later(random, person, heardAt);
      const body = lineFor(random, 'people');
      if (!world.owns(person, item, at)) calendar.send(random, person, at, { type: 'reply', suggestionId, body });
    }
    return supporters;
  }

  /** @param {Random} random @param {About} about @param {ReadonlyMap<number, number>} supporters @param {typeof answer} decide */
  function settle(random, { item, ...about }, supporters, decide) {
    const { suggestionId } = about;
    const ownerAt = (/** @type {number} */ at) => (item === null ? world.editor : world.ownerOf(item, at));
    const others = { curator: world.editor.by, standIn: world.anyProducer(random) };
    const { commands, replies, shipped } = decide(random, { ...about, ...others, end, ownerAt });
    for (const command of commands) calendar.note(command);
    for (const { at, person } of replies)
      calendar.send(random, person, at, { type: 'reply', suggestionId, body: lineFor(random, 'owner') });
    if (shipped === null) return;
    const noticeId = `${shipped.revision}@${suggestionId}`;
    for (const [person, since] of supporters) {
      if (since > shipped.at || !random.chance(0.7)) continue;
      const response = random.chance(0.7) ? 'confirmed' : 'dismissed';
      const at = shipped.at + random.logNormal(1.5, 1) * day;
      calendar.send(random, person, at, { type: 'notice-response', noticeId, suggestionId, answer: response });
    }
  }
}
