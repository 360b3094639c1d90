/** One cell: a number stays one, a text is protected from being taken for a formula. */
export type CsvCell = string | number | null;

/** Writes lines as CSV (RFC 4180). Spreadsheets run a text that begins like a formula, so it gets an apostrophe. */
export function writeCsv(lines: readonly (readonly CsvCell[])[]): string {
  return lines.map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `${cell}`;
  const safe = /^[\s]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
