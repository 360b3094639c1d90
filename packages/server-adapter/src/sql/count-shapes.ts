/** What a table of counts looks like. */
export interface CountTableShape {
  readonly name: string;
  /** Key columns behind the tenant. */
  readonly keys: readonly string[];
  /** Columns that are added up. */
  readonly sums: readonly string[];
}

/** Which table of counts. */
export type CountTableName =
  | 'viewerDay'
  | 'personDay'
  | 'itemDay'
  | 'dayPairs'
  | 'itemLast'
  | 'teamLast'
  | 'actionDay'
  | 'arrivalDay'
  | 'searchDay'
  | 'participationDay'
  | 'participant';

/**
 * The tables of counts, for SQL and for those who write them.
 *
 * - `viewerDay`: the finest; answers whatever the others don't.
 * - `personDay`, `itemDay`: the same added up, so that a question about a window reads a tenth of the rows or fewer.
 * - `dayPairs`: pairs of a person and an item that met on a day.
 * - `itemLast`, `teamLast`: pairs by the last day they met, for the item and within a team. Pairs in a window that reaches up to
 *   the last day are those whose last day is in it, so nobody has to be counted once over many days.
 * - `participationDay`: real use by the day of the use before it (engagement-counts.ts).
 * - `participant`: who has rows there, so that each person's window is found without looking at the others'.
 *
 * Where `excluded` comes first, days of one reason lie side by side.
 */
export const countShapes: Readonly<Record<CountTableName, CountTableShape>> = Object.freeze({
  viewerDay: {
    name: 'viewer_day',
    keys: ['day', 'item', 'actor', 'version', 'team', 'excluded'],
    sums: ['views', 'active_ms'],
  },
  personDay: { name: 'person_day', keys: ['excluded', 'day', 'team', 'actor'], sums: ['views', 'active_ms'] },
  itemDay: { name: 'item_day', keys: ['excluded', 'day', 'item'], sums: ['views', 'active_ms'] },
  dayPairs: { name: 'day_pairs', keys: ['excluded', 'day'], sums: ['pairs', 'rated'] },
  itemLast: { name: 'item_last', keys: ['excluded', 'day', 'item'], sums: ['pairs', 'rated'] },
  teamLast: { name: 'team_last', keys: ['excluded', 'day', 'team'], sums: ['pairs', 'rated'] },
  actionDay: {
    name: 'action_day',
    keys: ['day', 'item', 'action', 'actor', 'version', 'team', 'excluded'],
    sums: ['times'],
  },
  arrivalDay: { name: 'arrival_day', keys: ['day'], sums: ['facts', 'late'] },
  searchDay: { name: 'search_day', keys: ['day', 'query', 'actor'], sums: ['searches'] },
  participationDay: {
    name: 'participation_day',
    keys: ['team', 'actor', 'day', 'used_before'],
    sums: ['pairs', 'rated'],
  },
  participant: { name: 'participant', keys: ['team', 'actor'], sums: ['pairs'] },
});
