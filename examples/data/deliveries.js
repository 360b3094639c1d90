// How events reach a server: mostly at once, some late, some twice.

const minute = 60_000;

/**
 * Events of one person as they arrive together.
 *
 * @typedef {object} Delivery
 * @property {string} actorId
 * @property {string | null} team
 * @property {readonly string[]} producerIds what the person owns
 * @property {readonly import('@collateral/sdk/contract').UsageEvent[]} events
 * @property {string} sentAt by the person's clock
 * @property {string} receivedAt by the server's clock
 */

/** @typedef {{ actorId: string, team: string | null, producerIds: readonly string[], clockSkewMs: number }} Sender */

/**
 * Five in a hundred come late by a minute to three days; three in a hundred come twice, because the first reply got lost.
 *
 * @param {import('./random.js').Random} random
 * @param {readonly import('@collateral/sdk/contract').UsageEvent[]} events
 * @param {Sender} sender
 * @param {number} end what arrives later has not arrived
 * @returns {Generator<Delivery>}
 */
export function* deliver(random, events, { clockSkewMs, ...person }, end) {
  const last = Math.max(...events.map(({ occurredAt }) => Date.parse(occurredAt))) - clockSkewMs;
  const onTheWay = random.chance(0.05) ? minute * 4_320 ** random.next() : random.between(200, 6_000);
  const receivedAt = Math.round(last + onTheWay);
  const isRepeated = random.chance(0.03);
  const again = receivedAt + Math.round(random.between(2_000, 90_000));
  if (receivedAt <= end) yield arriving(receivedAt);
  if (isRepeated && again <= end) yield arriving(again);

  /** @param {number} at @returns {Delivery} */
  function arriving(at) {
    const sentAt = new Date(at - 150 + clockSkewMs).toISOString();
    return { ...person, events, sentAt, receivedAt: new Date(at).toISOString() };
  }
}
