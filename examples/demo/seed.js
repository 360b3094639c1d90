// Fills an empty demo through the same HTTP routes a browser uses: the catalogue, then views and ratings of colleagues.
import { catalogue } from './catalogue.js';
import { colleagues } from './people.js';

const day = 86_400_000;

/**
 * Seeds the demo unless the last of the colleagues has rated already.
 *
 * @param {string} endpoint where the handler is mounted
 * @returns {Promise<{people: number, ratings: number} | null>} what was sent, or null when there was something already
 */
export async function seed(endpoint) {
  const last = colleagues.at(-1)?.id ?? '';
  const { ratings: known } = await call(`${endpoint}/v1/ratings/query`, 'POST', last, {
    items: [{ collateralId: 'deck-42' }],
  });
  if (known[0].mine) return null;
  await call(`${endpoint}/v1/items`, 'PUT', 'admin-1', { items: catalogue.map(({ item }) => item) });

  const random = createRandom(42);
  let people = 0;
  let ratings = 0;
  for (const [index, person] of colleagues.entries()) {
    const severity = normal(random) * 0.4;
    const chosen = catalogue.filter(({ raters }) => index >= colleagues.length - raters);
    const events = chosen.flatMap(({ item, appeal }) => viewAndRating(item, appeal + severity, random));
    if (events.length === 0) continue;
    const receipt = await call(`${endpoint}/v1/events`, 'POST', person.id, {
      protocol: 1,
      batchId: `seed-${person.id}`,
      sentAt: new Date().toISOString(),
      events,
    });
    if (receipt.rejected.length > 0) throw new Error(`The demo's own events were refused: ${JSON.stringify(receipt)}`);
    people += 1;
    ratings += chosen.length;
  }
  return { people, ratings };
}

/**
 * One view and the rating after it, at some time in the last twenty days and since the current version came out.
 *
 * @param {import('@collateral/sdk/contract').Item} item
 * @param {number} appeal mean of this person's rating
 * @param {() => number} random
 */
function viewAndRating(item, appeal, random) {
  const collateralId = item.id;
  const liveDays = (Date.now() - Date.parse(item.versions?.at(-1)?.publishedAt ?? '')) / day;
  const viewedAt = Date.now() - (0.05 + random() * 0.9) * Math.min(20, liveDays) * day;
  const activeMs = Math.round(10_000 + random() * 120_000);
  const value = Math.min(5, Math.max(1, Math.round(appeal + normal(random) * 0.7)));
  const view = {
    type: 'view',
    id: uuidV7(viewedAt, random),
    occurredAt: new Date(viewedAt).toISOString(),
    collateralId,
    viewId: uuidV7(viewedAt, random),
    activeMs,
    visibleMs: activeMs + 2_000,
    progress: Math.round(random() * 100) / 100,
  };
  const ratedAt = viewedAt + activeMs;
  const rating = {
    type: 'rating',
    id: uuidV7(ratedAt, random),
    occurredAt: new Date(ratedAt).toISOString(),
    collateralId,
    value,
    scaleId: 'collateral-5@1',
    ...(value <= 2 && { reasons: [random() < 0.6 ? 'outdated' : 'wrong-audience'] }),
  };
  return [view, rating];
}

/**
 * @param {string} url
 * @param {string} method
 * @param {string} personId
 * @param {unknown} [body]
 * @returns {Promise<any>}
 */
async function call(url, method, personId, body) {
  const response = await fetch(url, {
    method,
    headers: { 'x-demo-person': personId, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

/** A small seeded generator (mulberry32), so that everybody sees the same demo. @param {number} state */
function createRandom(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Box-Muller. @param {() => number} random */
function normal(random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * @param {number} time
 * @param {() => number} random
 */
function uuidV7(time, random) {
  const hex = (/** @type {number} */ digits) =>
    Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');
  const clock = Math.floor(time).toString(16).padStart(12, '0');
  return `${clock.slice(0, 8)}-${clock.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
}
