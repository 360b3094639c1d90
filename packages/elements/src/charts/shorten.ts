/** Cuts a text that has no room; the table beside the drawing has all of it. */
export function shorten(text: string, letters: number): string {
  const room = Math.max(4, letters);
  return text.length > room ? `${text.slice(0, room - 1).trimEnd()}…` : text;
}
