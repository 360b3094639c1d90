import type { Words } from './describe-figure.js';

/** What a frame says about when counting began. */
interface Beginning {
  /** First day anything was used; see `InsightsFrame`. */
  readonly countedSince?: string;
}

/** Says when counting began, if that was later than the first day of which something is shown; empty otherwise. */
export function describeBeginning({ countedSince }: Beginning, firstDay: string, { strings, write }: Words): string {
  return countedSince !== undefined && countedSince > firstDay ? strings.countingBegan(write.day(countedSince)) : '';
}
