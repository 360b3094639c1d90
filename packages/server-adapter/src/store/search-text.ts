import type { Fact } from './fact.js';
import { firstCharacters } from './first-characters.js';

const mostCharacters = 200;

/** Writes what somebody searched for so that the same search is the same text: without case and superfluous spaces, at most 200 characters. */
export function searchText(query: string): string {
  const text = query
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Cc}\p{Surrogate}]+/gu, ' ')
    .trim();
  return firstCharacters(text, mostCharacters).trim();
}

/** Reads what was searched for without a result; null when a fact is nothing of that kind, or counts in no figure. */
export function vainSearch({ type, excluded, detail }: Fact): string | null {
  const { action, query, results } = detail;
  if (type !== 'usage' || excluded !== null || action !== 'search') return null;
  if (results !== 0 || typeof query !== 'string') return null;
  return searchText(query) || null;
}
