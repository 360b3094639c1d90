// The ten items on the demo's page over the years: who used them when, and what older versions were rated.
import { createRandom } from '../data/random.js';
import { catalogue } from './catalogue.js';
import { raters } from './people.js';

const hour = 3_600_000;
const day = 24 * hour;
/** So few ratings are an example of too few: nothing may be added to them. */
const fewRaters = 3;

/**
 * Sends what colleagues did with the items on the page, in the order of time.
 *
 * @param {import('./history.js').Call} call
 * @param {number} days of history
 */
export async function usePage(call, days) {
  const random = createRandom(42, 'page past');
  const events = catalogue
    .filter((entry) => entry.raters > fewRaters)
    .flatMap((entry) => pastOf(entry, days, random))
    .sort((one, other) => one.at - other.at);
  for (const ofHour of Map.groupBy(events, ({ at }) => Math.floor(at / hour)).values()) {
    const at = (ofHour.at(-1)?.at ?? 0) + 1_000;
    const batch = { protocol: 1, batchId: `page-past-${at}`, sentAt: new Date(at).toISOString() };
    await call('/v1/events', 'POST', { ...batch, events: ofHour.map(({ event }) => event) }, at);
  }
}

/**
 * Views on working days, more of good items, and one rating of each older version by most of its readers.
 *
 * @param {typeof catalogue[number]} entry
 * @param {number} days
 * @param {import('../data/random.js').Random} random
 */
function pastOf({ item, appeal, raters: count }, days, random) {
  const people = raters.slice(raters.length - count);
  const versions = item.versions ?? [];
  const current = versions.at(-1)?.version;
  const ends = Date.now();
  const begins = Math.max(Date.parse(versions[0]?.publishedAt ?? ''), Date.now() - days * day);
  const rated = new Set();
  /** @type {{ at: number, event: object }[]} */
  const events = [];
  for (let midnight = Math.ceil(begins / day) * day; midnight + day < ends; midnight += day) {
    const weekday = new Date(midnight).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    for (let left = random.poisson(appeal / 2); left > 0; left -= 1) {
      const at = midnight + Math.round(random.between(7.5, 17) * hour);
      const { id: actorId, team } = random.pick(people);
      const say = (/** @type {number} */ when, /** @type {object} */ fields) =>
        events.push({
          at: when,
          event: {
            id: random.id(when),
            occurredAt: new Date(when).toISOString(),
            collateralId: item.id,
            onBehalfOf: { actorId, team },
            ...fields,
          },
        });
      const activeMs = Math.round(random.between(8_000, 150_000));
      const view = { viewId: random.id(at), activeMs, visibleMs: activeMs + 2_000 };
      say(at, { type: 'view', ...view, progress: Math.round(random.next() * 100) / 100 });
      const version = versions.findLast(({ publishedAt }) => Date.parse(publishedAt) <= at)?.version;
      const key = `${version} ${actorId}`;
      if (version === current || rated.has(key) || random.chance(0.4)) continue;
      rated.add(key);
      // What was wrong with it led to the next version, so nobody waits for an answer any more.
      const value = Math.min(5, Math.max(3, Math.round(random.normal(appeal - 0.8, 0.7))));
      say(at + activeMs, { type: 'rating', value, scaleId: 'collateral-5@1' });
    }
  }
  return events;
}
