// A few items change hands: somebody leaves, or takes on something else.

const day = 86_400_000;
const share = 0.03;

/**
 * @typedef {object} HandOver
 * @property {string} at midnight in UTC: the day is the new owner's
 * @property {string} collateralId
 * @property {{ id: string, name: string }} from whose the item was before
 * @property {{ id: string, name: string }} to whose it is now, as the catalogue says
 */

/**
 * @param {import('./random.js').Random} random
 * @param {import('./catalogue.js').Catalogue} catalogue
 * @param {readonly { id: string, name: string }[]} producers those who are gone too: they may have handed over before they went
 * @param {{ start: number, end: number }} span
 * @returns {HandOver[]} in the order of time
 */
export function makeHandOvers(random, { items }, producers, { start, end }) {
  const found = items.flatMap(({ id: collateralId, producer: to, versions }) => {
    const others = producers.filter(({ id }) => id !== to?.id);
    const from = others.length > 0 ? random.pick(others) : null;
    const first = Math.max(start, Date.parse(versions[0]?.publishedAt ?? '')) + 30 * day;
    const at = random.between(first, end);
    // Every item takes as many random numbers, so that one more does not change the others.
    const isHandedOver = random.chance(share);
    if (!isHandedOver || !to || !from || first >= end) return [];
    return [{ at: new Date(Math.ceil(at / day) * day).toISOString(), collateralId, from, to }];
  });
  return found.sort((one, other) => (one.at < other.at ? -1 : 1));
}
