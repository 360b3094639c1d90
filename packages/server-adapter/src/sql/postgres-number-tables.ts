import { factColumns, factTypes } from './postgres-fact-row.js';

// What the tables of counts are for: count-shapes.ts. Rows that are added to again and again find room on their own page. Wide columns
// come first: between columns of different widths PostgreSQL leaves gaps.
const int = (...names: readonly string[]): string => names.map((name) => `${name} integer NOT NULL`).join(', ');
const big = (...names: readonly string[]): string => names.map((name) => `${name} bigint NOT NULL`).join(', ');

interface Table {
  readonly columns: string;
  readonly key: string;
  /** How full a page is before rows of another come: less where rows are added to often. */
  readonly fill?: number;
}

/** The tables that know tenants, people, items, versions and teams as numbers, as the tenth step makes them. */
export const numberTables: Readonly<Record<string, Table>> = Object.freeze({
  view: {
    columns: `${big('effective_at', 'active_ms')}, ${int('tenant', 'item', 'actor', 'slot', 'day', 'version', 'team')},
      excluded smallint NOT NULL, view_id bytea NOT NULL, first_id bytea NOT NULL`,
    // The day comes before the view: the latest ones of a pair lie side by side, and years of others are not looked at.
    key: 'item, actor, day, view_id',
    fill: 90,
  },
  live_rating: {
    columns: `${big('effective_at')}, value double precision, ${int('tenant', 'item', 'actor', 'version', 'day', 'team', 'scale')},
      excluded smallint NOT NULL, after_use smallint NOT NULL, says_why smallint NOT NULL DEFAULT 0, id bytea NOT NULL`,
    key: 'item, actor, version',
    fill: 70,
  },
  item_span: { columns: int('tenant', 'item', 'first_day', 'last_day'), key: 'item', fill: 70 },
  viewer_day: {
    columns: `${big('active_ms')}, ${int('views', 'tenant', 'day', 'item', 'actor', 'version', 'team')}, excluded smallint NOT NULL`,
    key: 'day, item, actor, version, team, excluded',
    fill: 85,
  },
  person_day: {
    columns: `${big('views', 'active_ms')}, ${int('tenant', 'day', 'team', 'actor')}, excluded smallint NOT NULL`,
    key: 'excluded, day, team, actor',
    fill: 70,
  },
  item_day: {
    columns: `${big('views', 'active_ms')}, ${int('tenant', 'day', 'item')}, excluded smallint NOT NULL`,
    key: 'excluded, day, item',
    fill: 70,
  },
  day_pairs: {
    columns: `${big('pairs', 'rated')}, ${int('tenant', 'day')}, excluded smallint NOT NULL`,
    key: 'excluded, day',
    fill: 50,
  },
  item_last: {
    columns: `${big('pairs', 'rated')}, ${int('tenant', 'day', 'item')}, excluded smallint NOT NULL`,
    key: 'excluded, day, item',
    fill: 70,
  },
  team_last: {
    columns: `${big('pairs', 'rated')}, ${int('tenant', 'day', 'team')}, excluded smallint NOT NULL`,
    key: 'excluded, day, team',
    fill: 50,
  },
  action_day: {
    columns: `${big('times')}, ${int('tenant', 'day', 'item', 'actor', 'version', 'team')}, action smallint NOT NULL,
      excluded smallint NOT NULL`,
    key: 'day, item, action, actor, version, team, excluded',
    fill: 85,
  },
  arrival_day: { columns: `${big('facts', 'late')}, ${int('tenant', 'day')}`, key: 'day', fill: 50 },
  search_day: {
    columns: `${big('searches')}, ${int('tenant', 'day', 'actor')}, query text COLLATE "C" NOT NULL`,
    key: 'day, query, actor',
    fill: 85,
  },
  engaged_day: { columns: int('tenant', 'item', 'actor', 'team', 'day'), key: 'item, actor, team, day' },
  rating_day: { columns: int('tenant', 'item', 'actor', 'day'), key: 'item, actor, day' },
  participation_day: {
    columns: `${big('pairs', 'rated')}, ${int('tenant', 'team', 'actor', 'day', 'used_before')}`,
    key: 'day, team, actor, used_before',
    fill: 70,
  },
  participant: { columns: `${big('pairs')}, ${int('tenant', 'team', 'actor')}`, key: 'team, actor', fill: 70 },
  suggestion: {
    columns: `${big('sequence')}, effective_at bigint, received_at bigint, withdrawn_at bigint, replied_at bigint,
      voters bigint NOT NULL DEFAULT 0, replies bigint NOT NULL DEFAULT 0, tenant integer NOT NULL, actor integer,
      about text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, item text COLLATE "C", version text, team text, excluded text,
      words text NOT NULL`,
    key: 'about',
    fill: 70,
  },
  live_vote: {
    columns: `${big('effective_at')}, ${int('tenant', 'actor')}, about text COLLATE "C" NOT NULL`,
    key: 'about, actor',
  },
  suggestion_word: {
    columns: `${big('sequence')}, ${int('tenant')}, word text COLLATE "C" NOT NULL, item text COLLATE "C" NOT NULL`,
    key: 'word, item, sequence',
  },
});

/** Writes the tables and their other indexes as SQL. */
export function makeNumberTables(): string {
  const tables = Object.entries(numberTables).map(
    ([name, { columns, key, fill = 100 }]) =>
      `CREATE TABLE $schema.${name} (${columns}, PRIMARY KEY (tenant, ${key})) WITH (fillfactor = ${fill});`,
  );
  const factNames = factColumns.split(', ');
  const needed = ['effective_at', 'received_at', 'actor', 'type', 'flags', 'id'];
  const ofFact = factTypes.map((type, index) => {
    const name = factNames[index] ?? '';
    return `${name} ${type}${needed.includes(name) ? ' NOT NULL' : ''}`;
  });
  return `${tables.join('\n')}
    CREATE TABLE $schema.name (
      tenant integer NOT NULL,
      number integer NOT NULL,
      kind smallint NOT NULL,
      key text COLLATE "C" NOT NULL,
      text text COLLATE "C",
      PRIMARY KEY (tenant, number)
    );
    CREATE UNIQUE INDEX name_key ON $schema.name (tenant, kind, key);

    CREATE TABLE $schema.fact (
      sequence bigint NOT NULL,
      tenant integer NOT NULL,
      received_day integer NOT NULL,
      ${ofFact.join(', ')},
      about text COLLATE "C"
    ) PARTITION BY RANGE (received_day);
    CREATE INDEX fact_item ON $schema.fact (tenant, item, type, sequence) WHERE type <> 0;
    CREATE INDEX fact_about ON $schema.fact (tenant, about, type, actor) WHERE about IS NOT NULL;

    CREATE INDEX live_rating_day ON $schema.live_rating (tenant, day);
    CREATE INDEX live_rating_low ON $schema.live_rating (tenant, item) WHERE value <= 2;
    CREATE INDEX live_rating_why ON $schema.live_rating (tenant, item) WHERE value <= 2 AND says_why = 1;
    CREATE INDEX live_rating_low_day ON $schema.live_rating (tenant, day) WHERE value <= 2;
    CREATE INDEX suggestion_item ON $schema.suggestion (tenant, item);
    CREATE INDEX suggestion_place ON $schema.suggestion (tenant, sequence);`;
}
