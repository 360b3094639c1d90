import type { FactExclusion } from '../store/fact.js';
import type { ItemAction } from '../store/item-action.js';
import type { CodeKind, CountCodes, CountDialect } from './count-codes.js';

const dayMs = 86_400_000;

/** Writes names, days and reasons as a PostgreSQL schema keeps them: as they are, with text for null where a key needs some. */
export const postgresCodes: CountCodes = Object.freeze({
  name: codeOf,
  day: (day: string) => day,
  noDay: '',
  exclusion: (excluded: FactExclusion | null) => excluded ?? '',
  action: (action: ItemAction) => action,
});

/** How the tables of counts of one tenant are asked. */
export function postgresDialect(schema: string, tenant: string): CountDialect {
  return {
    tenant,
    table: (name) => `${schema}.${name}`,
    isAmong: (ids) => ['item IN (SELECT jsonb_array_elements_text(?::jsonb))', JSON.stringify(ids)],
    team: (team) => codeOf('team', team),
    day: (_name, day) => day,
    daysBehind(last, to) {
      const days = (Date.parse(String(last)) - Date.parse(to)) / dayMs + 1;
      return Number.isNaN(days) ? Number.POSITIVE_INFINITY : days;
    },
    exclusions: ["''", "'own-use'", "'service'", "'automation'"],
    text: textOf,
    dayText: String,
    // Rows are written from facts only, so each text is one of those.
    exclusionOf: (value) => (value === '' ? null : (String(value) as FactExclusion)),
    actionOf: (value) => String(value) as ItemAction,
  };
}

// Keys have no nulls. A version or team may be any text, the empty one too, so those that are none have a mark before them.
function codeOf(kind: CodeKind, text: string | null): string {
  if (kind !== 'version' && kind !== 'team') return text ?? '';
  return text === null ? '' : `=${text}`;
}

function textOf(kind: CodeKind, value: unknown): string | null {
  if (typeof value !== 'string' || (value === '' && (kind === 'version' || kind === 'team'))) return null;
  return kind === 'version' || kind === 'team' ? value.slice(1) : value;
}
