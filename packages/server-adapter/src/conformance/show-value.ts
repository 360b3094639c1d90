/**
 * Writes a value with its keys in one fixed order, to compare and to show it.
 *
 * The kit has its own, because it shares no code with the stores it judges.
 */
export function showValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(showValue).join(',')}]`;
  if (typeof value !== 'object' || value === null) return value === undefined ? 'undefined' : JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${showValue(field)}`).join(',')}}`;
}
