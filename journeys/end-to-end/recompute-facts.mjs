// The second implementation, part one: what happened, out of the raw requests, in plain loops. Written from docs/ only, so that it
// agrees with the server because both are right and not because they share a mistake.

/** @typedef {import('@collateral/sdk/contract').Item} Item */
/** @typedef {{ actorId: string, team?: string, producerIds?: readonly string[] }} Person */
/** @typedef {import('@collateral/sdk/contract').UsageEvent & { onBehalfOf: Person }} SentEvent */
/** @typedef {{ at: number, sentAt: string, events: readonly SentEvent[] }} SentRequest */
/** @typedef {{ id: string, actor: string, item: string | null, version: string | null, team: string | null, excluded: string | null, at: number, receivedAt: number, day: string, slot: number, event: import('@collateral/sdk/contract').UsageEvent }} Place */
/** @typedef {Place & { activeMs: number }} View */
/** @typedef {Place & { value: number, comment: string, reasons: readonly string[] }} Rating */

/**
 * @param {readonly SentRequest[]} requests in the order in which they were received
 * @param {readonly Item[]} items
 * @param {string} timeZone
 */
export function recompute(requests, items, timeZone) {
  const catalogue = new Map(items.map((item) => [item.id, item]));
  const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const seen = new Set();
  /** @type {Place[]} */
  const places = [];
  for (const { at: receivedAt, sentAt, events } of requests) {
    const offset = receivedAt - Date.parse(sentAt);
    for (const sent of events) {
      const { onBehalfOf: person, ...event } = sent;
      const key = `${person.actorId} ${event.id}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const occurred = Date.parse(event.occurredAt);
      const at = Math.min(receivedAt, Math.abs(offset) > 300_000 ? occurred + offset : occurred);
      const item = ('collateralId' in event ? event.collateralId : null) ?? null;
      places.push({
        id: event.id,
        actor: person.actorId,
        item,
        version: ('version' in event ? event.version : null) ?? versionOf(catalogue.get(item ?? ''), at),
        team: person.team ?? null,
        excluded: exclusionOf(event, person, catalogue.get(item ?? '')),
        at,
        receivedAt,
        day: dayFormat.format(at),
        slot: Math.floor(at / 1_800_000),
        event: /** @type {import('@collateral/sdk/contract').UsageEvent} */ (event),
      });
    }
  }
  return {
    places,
    views: viewsOf(places),
    ratings: ratingsOf(places),
    dayOf: (/** @type {number} */ at) => dayFormat.format(at),
  };
}

/** The version published last before a time. @param {Item | undefined} item @param {number} at */
export function versionOf(item, at) {
  let current = null;
  for (const { version, publishedAt } of item?.versions ?? []) {
    if (Date.parse(publishedAt) > at) continue;
    if (current === null || Date.parse(publishedAt) >= Date.parse(current.publishedAt))
      current = { version, publishedAt };
  }
  return current?.version ?? null;
}

/**
 * @param {{ context?: import('@collateral/sdk/contract').EventContext }} event
 * @param {Person} person
 * @param {Item | undefined} item
 */
function exclusionOf(event, person, item) {
  if (event.context?.automation) return 'automation';
  return item?.producer && person.producerIds?.includes(item.producer.id) ? 'own-use' : null;
}

/** Joins the checkpoints of each view: the earliest says where it belongs, the greatest active time counts. @param {readonly Place[]} places */
function viewsOf(places) {
  /** @type {Map<string, View>} */
  const views = new Map();
  for (const place of places) {
    if (place.event.type !== 'view') continue;
    const key = `${place.actor} ${place.item} ${place.event.viewId}`;
    const known = views.get(key);
    const activeMs = Math.round(place.event.activeMs);
    if (!known) {
      views.set(key, { ...place, activeMs });
      continue;
    }
    const isEarlier = place.at < known.at || (place.at === known.at && place.id < known.id);
    views.set(key, { ...(isEarlier ? place : known), activeMs: Math.max(known.activeMs, activeMs) });
  }
  return [...views.values()];
}

/** The live rating of each person, item and version: the latest by time, then by id, unless it was withdrawn. @param {readonly Place[]} places */
function ratingsOf(places) {
  /** @type {Map<string, Place>} */
  const latest = new Map();
  for (const place of places) {
    if (place.event.type !== 'rating' && place.event.type !== 'rating-withdrawal') continue;
    const key = `${place.actor} ${place.item} ${place.version}`;
    const known = latest.get(key);
    if (known && (place.at < known.at || (place.at === known.at && place.id < known.id))) continue;
    latest.set(key, place);
  }
  /** @type {Rating[]} */
  const ratings = [];
  for (const place of latest.values())
    if (place.event.type === 'rating') {
      const { value, comment = '', reasons = [] } = place.event;
      ratings.push({ ...place, value, comment, reasons });
    }
  return ratings;
}
