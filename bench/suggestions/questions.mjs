// What a page asks about suggestions, as calls of a store and as SQL over raw events.
import { itemName, pickItem, randomFrom, randomText, suggestionCount, suggestionId } from './sample-talk.mjs';

/** @import { Store } from '@collateral/server-adapter' */
/** @typedef {{ name: string, ask: (store: Store) => Promise<unknown>, sql: string, parameters: (string | number)[] }} Question */

const itemSql = `
  WITH made AS (SELECT suggestion, actor, time FROM event WHERE tenant = 'main' AND type = 'suggestion' AND item = ?)
  SELECT made.suggestion, made.actor, made.time,
    (SELECT count(*) FROM (
      SELECT actor, is_on, max(time) FROM event WHERE tenant = 'main' AND type = 'vote' AND suggestion = made.suggestion
      GROUP BY actor) AS vote WHERE is_on AND vote.actor <> made.actor) AS voters,
    (SELECT count(*) FROM event WHERE tenant = 'main' AND type = 'reply' AND suggestion = made.suggestion) AS replies
  FROM made`;
const supportersSql = `
  SELECT suggestion, actor, time FROM (
    SELECT suggestion, actor, is_on, max(time) AS time FROM event
    WHERE tenant = 'main' AND type = 'vote' AND suggestion IN (SELECT value FROM json_each(?)) GROUP BY suggestion, actor)
  WHERE is_on`;

/**
 * @param {number} count - how often each is asked, each time about something else.
 * @returns {Generator<Question>}
 */
export function* everyQuestion(count) {
  const random = randomFrom(7);
  for (let turn = 0; turn < count; turn += 1) {
    const item = pickItem(random);
    yield suggestionsOf('all of the most popular item', 0);
    for (const order of /** @type {const} */ (['voters', 'newest', 'changed']))
      yield pageOf(`first page of the most popular item, by ${order}`, 0, order);
    yield pageOf('first page as people visit items', item, 'voters');
    yield pageOf('a page in the middle of the most popular item', 0, 'voters', {
      voters: Math.floor(random() * 9),
      at: '2025-06-15T00:00:00.000Z',
      suggestionId: suggestionId(Math.floor(random() * suggestionCount)),
    });
    yield suggestionsOf('all of an item, as people visit them', item);
    yield suggestionsOf('all of an item, any of 3 500', Math.floor(random() * 3_500));
    const ids = Array.from({ length: 20 }, () => suggestionId(Math.floor(random() ** 2 * suggestionCount)));
    yield {
      name: 'supporters of 20 suggestions',
      ask: (store) => aggregate(store, { type: 'supporters', suggestionIds: ids }),
      sql: supportersSql,
      parameters: [JSON.stringify(ids)],
    };
    const words = randomText(random, 2, 7).split(' ');
    // Still typing: of the last word two letters at least.
    const begun = words.at(-1)?.slice(0, 2 + Math.floor(random() * 4)) ?? '';
    const text = [...words.slice(0, -1), begun].join(' ');
    yield searchFor('search everywhere', text);
    yield searchFor('search in one item', text, item);
  }
}

/** @returns {Question} */
function pageOf(
  /** @type {string} */ name,
  /** @type {number} */ item,
  /** @type {import('@collateral/server-adapter').SuggestionOrder} */ order,
  /** @type {import('@collateral/server-adapter').SuggestionPlace | undefined} */ after = undefined,
) {
  const by = { voters: 'voters DESC, time DESC', newest: 'time DESC', changed: 'changed DESC', oldest: 'time' }[order];
  const page = /** @type {const} */ ({ type: 'suggestion-page', collateralId: itemName(item), order, limit: 21 });
  return {
    name,
    ask: (store) => aggregate(store, { ...page, ...(after !== undefined && { after }) }),
    sql: `SELECT *, time AS changed FROM (${itemSql}) ORDER BY ${by}, suggestion LIMIT 21`,
    parameters: [itemName(item)],
  };
}

/** @returns {Question} */
function suggestionsOf(/** @type {string} */ name, /** @type {number} */ item) {
  return {
    name,
    ask: (store) => aggregate(store, { type: 'suggestions', collateralIds: [itemName(item)] }),
    sql: itemSql,
    parameters: [itemName(item)],
  };
}

/** @returns {Question} */
function searchFor(/** @type {string} */ name, /** @type {string} */ text, /** @type {number | undefined} */ item) {
  const words = text.split(' ');
  const scope = item === undefined ? '' : 'AND item = ?';
  const uses = words
    .map((_, index) => `(' ' || body || ' ' LIKE ?${index === words.length - 1 ? '' : ''})`)
    .join(' + ');
  return {
    name,
    ask: async (store) =>
      store.search?.('main', { text, limit: 10, ...(item !== undefined && { collateralIds: [itemName(item)] }) }),
    sql: `SELECT suggestion, ${uses} AS words FROM event WHERE tenant = 'main' AND type = 'suggestion' ${scope}
      AND words > 0 ORDER BY words DESC, time DESC LIMIT 10`,
    parameters: [
      ...words.map((word, index) => `% ${word}${index === words.length - 1 ? '' : ' '}%`),
      ...(item === undefined ? [] : [itemName(item)]),
    ],
  };
}

async function aggregate(
  /** @type {Store} */ store,
  /** @type {import('@collateral/server-adapter').AggregateQuery} */ query,
) {
  return store.aggregate?.('main', query);
}
