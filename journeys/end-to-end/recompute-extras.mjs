// Items of which some people rate without having used them, which the made-up company never does.

const publishedAt = '2026-07-01T08:00:00.000Z';

/** @type {readonly import('@collateral/sdk/contract').Item[]} */
export const extraItems = ['told', 'with-two'].map((name) => ({
  id: `after-use-${name}`,
  title: `After use, ${name}`,
  kind: 'deck',
  versions: [{ version: 'v1', publishedAt }],
}));

/** Twelve people rate what they used and nine what they did not; of the second item only two did not. */
export function extraRequests() {
  return [
    ...peopleOf('after-use-told', 12, 9, '2026-08-20T09:00:00.000Z', 1),
    ...peopleOf('after-use-with-two', 12, 2, '2026-08-21T09:00:00.000Z', 200),
  ];
}

/**
 * @param {string} collateralId
 * @param {number} used
 * @param {number} unused
 * @param {string} from
 * @param {number} number first number of the ids
 */
function peopleOf(collateralId, used, unused, from, number) {
  return Array.from({ length: used + unused }, (_, index) => {
    const at = Date.parse(from) + index * 60_000;
    const idOf = (/** @type {number} */ part) =>
      `01900000-0000-7000-8000-${(number + index * 2 + part).toString(16).padStart(12, '0')}`;
    const event = (/** @type {number} */ after, /** @type {object} */ fields) => ({
      id: idOf(after),
      occurredAt: new Date(at + after * 30_000).toISOString(),
      collateralId,
      version: 'v1',
      onBehalfOf: { actorId: `extra-${index}`, team: 'extras' },
      ...fields,
    });
    const isUsed = index < used;
    const view = { type: 'view', viewId: idOf(0), activeMs: 9_000, visibleMs: 12_000, progress: 0.5 };
    const rating = { type: 'rating', scaleId: 'collateral-5@1', value: isUsed ? 4 + (index % 2) : 1 + (index % 3) };
    const events = /** @type {import('./recompute-facts.mjs').SentEvent[]} */ (
      /** @type {unknown} */ ([...(isUsed ? [event(0, view)] : []), event(1, rating)])
    );
    return { at: at + 60_000, sentAt: new Date(at + 60_000).toISOString(), events };
  });
}
