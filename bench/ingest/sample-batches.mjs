// Batches of 50 events as a sales team sends them: views with several checkpoints, some use, few ratings; few items get most views.
const uuid = (/** @type {number} */ time, /** @type {number} */ number) => {
  const hex = `${time.toString(16).padStart(12, '0')}7${(number % 4096).toString(16).padStart(3, '0')}8${(number * 7919).toString(16).padStart(15, '0').slice(-15)}`;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

/** Numbers that look random and are the same in every run. */
function randomFrom(/** @type {number} */ seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Makes batches, each of one person.
 *
 * @param {number} count
 * @param {{people?: number, items?: number, seed?: number, now?: number}} [options]
 */
export function sampleBatches(count, { people = 5_000, items = 2_000, seed = 1, now = Date.now() } = {}) {
  const random = randomFrom(seed);
  let number = seed * 100_000_000;
  const item = () => Math.floor(items ** random()) - 1;
  return Array.from({ length: count }, () => {
    const actorId = `person-${Math.floor(random() * people)}`;
    const begin = now - Math.floor(random() * 3 * 86_400_000) - 3_600_000;
    const events = [];
    for (let view = 0; events.length < 50; view += 1) {
      const about = { collateralId: `deck-${item()}`, context: { surface: 'library', locale: 'en' } };
      const start = begin + view * 120_000;
      const kind = random();
      if (kind < 0.03)
        events.push({
          ...eventAt(start),
          ...about,
          type: 'rating',
          value: 1 + Math.floor(random() * 5),
          scaleId: 'collateral-5@1',
        });
      else if (kind < 0.15) events.push({ ...eventAt(start), ...about, type: 'usage', action: 'download' });
      else {
        const viewId = uuid(start, (number += 1));
        const checkpoints = 1 + Math.floor(random() * 4);
        for (let checkpoint = 1; checkpoint <= checkpoints && events.length < 50; checkpoint += 1) {
          const activeMs = checkpoint * 15_000 - Math.floor(random() * 5_000);
          const seen = {
            viewId,
            activeMs,
            visibleMs: activeMs + 900,
            progress: Math.round((checkpoint / checkpoints) * 100) / 100,
          };
          events.push({ ...eventAt(start + checkpoint * 15_000), ...about, type: 'view', ...seen });
        }
      }
    }
    return { actorId, events };
  });

  function eventAt(/** @type {number} */ time) {
    number += 1;
    return { id: uuid(time, number), occurredAt: new Date(time).toISOString() };
  }
}
