/** How long a browser may take to ask where to save a file before it reads it. */
const readingMs = 60_000;

/** Gives a person a CSV as a file. Spreadsheets take it for UTF-8 by its first character. */
export function saveCsv(name: string, csv: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['\uFEFF', csv], { type: 'text/csv;charset=utf-8' }));
  link.download = `${name}.csv`;
  link.click();
  // Some browsers read it only after they have asked where to save it; a page that goes away frees it as well.
  setTimeout(() => URL.revokeObjectURL(link.href), readingMs);
}
