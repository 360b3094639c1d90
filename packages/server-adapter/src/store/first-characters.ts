/** Cuts a text behind some characters, and never inside one. */
export function firstCharacters(text: string, count: number): string {
  // Fewer units are fewer characters: most texts are short, and looking at each character costs.
  return text.length <= count ? text : Array.from(text).slice(0, count).join('');
}
