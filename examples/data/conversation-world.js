// What the made-up conversations have to know about the company: who may say what about which item, and who answers for it when.

const mostTries = 25;
const day = 86_400_000;

/** @typedef {import('./random.js').Random} Random */
/** @typedef {import('./owner-answers.js').Owner} Owner */
/** @typedef {ReturnType<typeof createConversationWorld>} ConversationWorld */

/**
 * @param {object} parameters
 * @param {import('./catalogue.js').Catalogue} parameters.catalogue
 * @param {import('./people.js').Staff} parameters.staff
 * @param {readonly import('./hand-overs.js').HandOver[]} parameters.handOvers
 * @param {(random: Random) => number} parameters.choosePerson
 * @param {(random: Random, person: number, at: number) => number} parameters.itemFor an item they may open then, or -1
 * @param {(random: Random, person: number, midnight: number) => number} parameters.moment
 * @param {(person: number) => import('./deliveries.js').Sender} parameters.senderOf
 */
export function createConversationWorld({ catalogue, staff, handOvers, choosePerson, itemFor, moment, senderOf }) {
  const { items } = catalogue;
  const places = new Map(items.map(({ id }, index) => [id, index]));
  const handOverOf = new Map(handOvers.map((one) => [one.collateralId, one]));
  const owners = new Map(staff.people.flatMap((_, person) => ownerOfPerson(staff, person)));
  const active = [...new Set(items.flatMap(({ producer }) => producer?.id ?? []))];
  const editor = editorOf(owners.get(active[0] ?? ''));
  const coming = items
    .map(({ id, title, versions, producer }) => ({ id, title, publishedAt: publicationOf(versions[0]), producer }))
    .filter(({ producer }) => producer)
    .sort((one, other) => one.publishedAt - other.publishedAt);
  /** Items somebody asked for already. @type {Set<string>} */
  const asked = new Set();

  return {
    choosePerson,
    moment,
    senderOf,
    /** Answers where no producer does: for requests and what belongs to nobody. */
    editor,
    indexOf: (/** @type {string} */ id) => places.get(id),
    idOf: (/** @type {number} */ index) => itemAt(index).id,
    kindOf: (/** @type {number} */ index) => itemAt(index).kind,
    anyProducer: (/** @type {Random} */ random) => random.pick(active),
    ownerOf,
    owns: (/** @type {number} */ person, /** @type {number | null} */ index, /** @type {number} */ at) =>
      index !== null && ownerOf(index, at)?.person === person,
    nextVersion,
    itemToImprove,
    itemToCome,
  };

  /** @param {number} index @param {number} at @returns {Owner | null} */
  function ownerOf(index, at) {
    const { id, producer } = itemAt(index);
    const handOver = handOverOf.get(id);
    const owner = handOver && at < Date.parse(handOver.at) ? handOver.from : producer;
    return (owner && owners.get(owner.id)) ?? null;
  }

  /** The first version after an instant. @param {number} index @param {number} at */
  function nextVersion(index, at) {
    const next = itemAt(index).versions.find((version) => publicationOf(version) > at);
    return next ? { at: publicationOf(next), shippedVersion: next.version } : null;
  }

  /** What is reworked later was complained about before. @param {Random} random @param {number} person @param {number} at */
  function itemToImprove(random, person, at) {
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      const index = itemFor(random, person, at);
      if (index < 0 || ownerOf(index, at)?.person === person) continue;
      const next = nextVersion(index, at);
      if (random.chance(next && next.at - at < 250 * day ? 0.9 : 0.3)) return index;
    }
    return null;
  }

  /** Something that comes out in the months to come. @param {Random} random @param {number} at */
  function itemToCome(random, at) {
    const soon = coming.filter(
      ({ id, publishedAt }) => publishedAt > at + 10 * day && publishedAt < at + 200 * day && !asked.has(id),
    );
    if (soon.length === 0) return null;
    const chosen = random.pick(soon);
    asked.add(chosen.id);
    return chosen;
  }

  /** @param {number} index */
  function itemAt(index) {
    return /** @type {import('./catalogue.js').MadeItem} */ (items[index]);
  }
}

/** @param {import('./people.js').Staff} staff @param {number} person @returns {[string, Owner][]} */
function ownerOfPerson({ people }, person) {
  const { id: actorId, team, producerIds = [] } = /** @type {import('./people.js').Person} */ (people[person]);
  const roles = /** @type {const} */ (['viewer', 'producer']);
  return producerIds.map((producerId) => [
    producerId,
    { producerId, person, by: { actorId, kind: 'person', team, roles, producerIds } },
  ]);
}

/** One of the producers looks after all the others. @param {Owner | undefined} owner @returns {Owner} */
function editorOf(owner) {
  if (!owner) throw new Error('Nobody owns anything.');
  return { ...owner, by: { ...owner.by, roles: ['viewer', 'producer', 'manager'], manages: 'all' } };
}

/** @param {import('@collateral/sdk/contract').ItemVersion | undefined} version */
function publicationOf(version) {
  return Date.parse(version?.publishedAt ?? '');
}
