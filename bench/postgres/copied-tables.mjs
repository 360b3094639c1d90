// What the PostgreSQL store keeps, read from a file of the SQLite store: for each table its columns, each with the SQL that writes it as a
// field of COPY. Both stores count alike and keep names as numbers; they differ in how a fact is packed and in what a row points at.
//
// Rows come in the order in which a store would have made them, as far as the file tells it, and not in the order of their keys: rows
// a question needs lie as far apart as in a schema that grew day by day.

/** @typedef {{ columns: Readonly<Record<string, string>>, from: string, order?: string }} CopiedTable */

const dayMs = 86_400_000;
const slotMs = 1_800_000;

const orNull = (/** @type {string} */ sql) => `ifnull(${sql}, '\\N')`;
const text = (/** @type {string} */ sql) => orNull(`copy_text(${sql})`);
const zeroIsNull = (/** @type {string} */ sql) => orNull(`nullif(${sql}, 0)`);
// An id in 16 bytes is written as it is; any other needs its mark.
const id = (/** @type {string} */ sql) =>
  `CASE typeof(${sql}) WHEN 'blob' THEN '\\\\x' || lower(hex(${sql})) WHEN 'null' THEN '\\N' ELSE packed_id(${sql}) END`;
const name = (/** @type {string} */ sql) =>
  `(SELECT text FROM name AS known WHERE known.tenant = row.tenant AND known.number = ${sql})`;
const itself = (/** @type {string} */ names) => Object.fromEntries(names.split(', ').map((one) => [one, `row.${one}`]));
// Rows of one day in no order that means anything.
const byDay = (/** @type {string} */ one, other = '0') => `row.day, (row.${one} * 7919 + ${other} * 104729) % 1000003`;

const at = 'row.effective_at';
const isView = "row.view_id IS NOT NULL AND typeof(row.progress) = 'integer'";
const ofView = (/** @type {string} */ sql) => `CASE WHEN ${isView} THEN ${sql} ELSE '\\N' END`;

/** @type {Readonly<Record<string, CopiedTable>>} */
export const copiedTables = Object.freeze({
  name: {
    from: 'name AS row',
    columns: { ...itself('tenant, number, kind'), key: 'about_key(row.text)', text: `'\\N'` },
  },
  fact: {
    from: 'fact AS row',
    columns: {
      ...itself('sequence, tenant'),
      received_day: `(${at} + row.received_at) / ${dayMs}`,
      effective_at: at,
      received_at: `${at} + row.received_at`,
      occurred_at: `CASE row.occurred_at WHEN 0 THEN '\\N' ELSE ${at} + row.occurred_at END`,
      slot: `CASE row.slot WHEN 0 THEN '\\N' ELSE row.slot + ${at} / ${slotMs} END`,
      actor: 'row.actor',
      item: zeroIsNull('row.item'),
      version: zeroIsNull('row.version'),
      team: zeroIsNull('row.team'),
      context: zeroIsNull('row.context'),
      day: `CASE row.day WHEN 0 THEN '\\N' ELSE row.day + ${at} / ${dayMs} END`,
      active_ms: ofView('row.active_ms'),
      inactive_ms: ofView('row.inactive_ms'),
      type: 'row.type',
      // What a view has no columns for says itself that its version was stated.
      flags: `CASE WHEN row.view_id IS NULL OR ${isView} THEN row.flags ELSE row.flags & 3 END`,
      progress: ofView('row.progress'),
      id: id('row.id'),
      view_id: ofView(id('row.view_id')),
      detail: `CASE WHEN row.detail IS NOT NULL THEN copy_text(row.detail) WHEN ${isView} THEN '\\N'
        ELSE view_detail(row.view_id, row.active_ms, row.inactive_ms, row.progress, CASE WHEN row.flags & 4 THEN ${name('row.version')} END) END`,
      about: `CASE WHEN row.detail IS NULL OR row.type < 5 THEN '\\N' ELSE about(row.type, row.id, row.detail) END`,
    },
  },
  view: {
    from: 'view AS row LEFT JOIN fact AS first ON first.tenant = row.tenant AND first.sequence = row.first_sequence',
    order: 'row.first_sequence',
    columns: {
      ...itself('effective_at, active_ms, tenant, item, actor, slot, day, version, team, excluded'),
      view_id: id('row.view_id'),
      first_id: id('first.id'),
    },
  },
  live_rating: {
    from: 'live_rating AS row LEFT JOIN fact AS latest ON latest.tenant = row.tenant AND latest.sequence = row.sequence',
    order: 'row.sequence',
    columns: {
      effective_at: at,
      value: orNull('row.value'),
      ...itself('tenant, item, actor, version, day, team, scale, excluded, after_use, says_why'),
      id: id('latest.id'),
    },
  },
  item_span: { from: 'item_span AS row', columns: itself('tenant, item, first_day, last_day') },
  viewer_day: {
    from: 'viewer_day AS row',
    order: byDay('item', 'row.actor'),
    columns: itself('active_ms, views, tenant, day, item, actor, version, team, excluded'),
  },
  person_day: {
    from: 'person_day AS row',
    order: byDay('actor'),
    columns: itself('views, active_ms, tenant, day, team, actor, excluded'),
  },
  item_day: {
    from: 'item_day AS row',
    order: byDay('item'),
    columns: itself('views, active_ms, tenant, day, item, excluded'),
  },
  day_pairs: { from: 'day_pairs AS row', order: 'row.day', columns: itself('pairs, rated, tenant, day, excluded') },
  item_last: {
    from: 'item_last AS row',
    order: byDay('item'),
    columns: itself('pairs, rated, tenant, day, item, excluded'),
  },
  team_last: {
    from: 'team_last AS row',
    order: byDay('team'),
    columns: itself('pairs, rated, tenant, day, team, excluded'),
  },
  action_day: {
    from: 'action_day AS row',
    order: byDay('item', 'row.actor'),
    columns: itself('times, tenant, day, item, actor, version, team, action, excluded'),
  },
  arrival_day: { from: 'arrival_day AS row', columns: itself('facts, late, tenant, day') },
  search_day: {
    from: 'search_day AS row',
    order: byDay('actor'),
    columns: { ...itself('searches, tenant, day, actor'), query: text('row.query') },
  },
  engaged_day: {
    from: 'engaged_day AS row',
    order: byDay('item', 'row.actor'),
    columns: itself('tenant, item, actor, team, day'),
  },
  rating_day: {
    from: 'rating_day AS row',
    order: byDay('item', 'row.actor'),
    columns: itself('tenant, item, actor, day'),
  },
  participation_day: {
    from: 'participation_day AS row',
    order: byDay('actor'),
    columns: itself('pairs, rated, tenant, team, actor, day, used_before'),
  },
  participant: { from: 'participant AS row', columns: itself('pairs, tenant, team, actor') },
  suggestion: {
    from: 'suggestion AS row',
    order: 'row.sequence',
    columns: {
      sequence: 'row.sequence',
      effective_at: orNull(at),
      received_at: orNull('CAST(row.received_at AS integer)'),
      withdrawn_at: orNull('row.withdrawn_at'),
      replied_at: orNull('row.replied_at'),
      ...itself('voters, replies, tenant'),
      actor: `CASE row.sequence WHEN 0 THEN '\\N' ELSE row.actor END`,
      about: 'about_key(id_text(row.id))',
      id: 'id_text(row.id)',
      item: `CASE WHEN row.item IS NULL THEN '\\N' WHEN row.item = 0 THEN '' ELSE '=' || copy_text(${name('row.item')}) END`,
      version: text(name('row.version')),
      team: text(name('row.team')),
      excluded: `CASE row.excluded WHEN 1 THEN 'own-use' WHEN 2 THEN 'service' WHEN 3 THEN 'automation' ELSE '\\N' END`,
      words: text('row.words'),
    },
  },
  live_vote: {
    from: 'live_vote AS row',
    order: at,
    columns: {
      effective_at: at,
      tenant: 'row.tenant',
      actor: 'row.actor',
      about: 'about_key(id_text(row.suggestion))',
    },
  },
  suggestion_word: {
    from: 'suggestion AS row, json_each(row.words) AS word',
    order: 'row.sequence',
    columns: {
      ...itself('sequence, tenant'),
      word: 'copy_text(word.value)',
      item: `CASE WHEN row.item = 0 THEN '' ELSE '=' || copy_text(${name('row.item')}) END`,
    },
  },
  document: {
    from: 'document AS row',
    columns: {
      tenant: 'copy_text(row.tenant)',
      collection: 'copy_text(row.collection)',
      key: 'copy_text(row.key)',
      revision: 'row.revision',
      body: 'copy_text(row.body)',
    },
  },
});
