// What one overview asks, and how a general analytics server would answer it from raw events.

/**
 * @param {string} from
 * @param {string} to
 * @returns {{name: string, query: import('@collateral/server-adapter').AggregateQuery, raw: string}[]}
 */
export function questionsOf(from, to) {
  const window = { from, to };
  const inWindow = `tenant = 'main' AND time >= ${Date.parse(from)} AND time < ${Date.parse(to)}`;
  const usage = (/** @type {string[]} */ columns) => {
    const group = ['excluded', ...columns].join(', ');
    return `SELECT ${group}, count(*) AS views, count(DISTINCT actor) AS viewers, count(DISTINCT item || actor) AS pairs, sum(active_ms) AS active_ms
      FROM (SELECT excluded, item, team, day, actor, max(active_ms) AS active_ms FROM event
        WHERE ${inWindow} AND type = 'view' GROUP BY actor, item, view_id) WHERE active_ms >= 3000 GROUP BY ${group}`;
  };
  const ratings = (/** @type {string} */ group) =>
    `SELECT ${group}, excluded, value, count(*) FROM (
       SELECT item, version, actor, day, excluded, value, max(time) FROM event
       WHERE ${inWindow} AND type = 'rating' GROUP BY item, version, actor) GROUP BY ${group}, excluded, value`;
  return [
    { name: 'usage', query: { type: 'usage', by: [], ...window }, raw: usage([]) },
    { name: 'usage by item', query: { type: 'usage', by: ['collateralId'], ...window }, raw: usage(['item']) },
    { name: 'usage by day', query: { type: 'usage', by: ['day'], ...window }, raw: usage(['day']) },
    { name: 'usage by team', query: { type: 'usage', by: ['team'], ...window }, raw: usage(['team']) },
    {
      name: 'ratings by item and version',
      query: { type: 'ratings', by: ['collateralId', 'version'], ...window },
      raw: ratings('item, version'),
    },
    { name: 'ratings by day', query: { type: 'ratings', by: ['day'], ...window }, raw: ratings('day') },
    {
      name: 'last use (all time)',
      query: { type: 'last-use' },
      raw: `SELECT item, min(day), max(day) FROM (SELECT item, min(day) AS day, max(active_ms) AS active_ms FROM event
        WHERE tenant = 'main' AND type = 'view' AND excluded IS NULL GROUP BY actor, item, view_id) WHERE active_ms >= 3000 GROUP BY item`,
    },
    {
      name: 'arrivals by day',
      query: { type: 'arrivals', by: ['day'], ...window },
      raw: `SELECT day, count(*), sum(received - time > 3600000) FROM event WHERE ${inWindow} GROUP BY day`,
    },
    {
      name: 'actions by item',
      query: { type: 'actions', by: ['collateralId'], ...window },
      raw: `SELECT item, excluded, action, count(*), count(DISTINCT actor) FROM event
        WHERE ${inWindow} AND item IS NOT NULL AND action IS NOT NULL GROUP BY item, excluded, action`,
    },
  ];
}
