import type { ItemInsight, Metric } from '@collateral/sdk/contract';
import { csvLine, type CsvCell as Cell } from './csv-line.js';

const columns: readonly (readonly [name: string, cell: (item: ItemInsight) => Cell])[] = Object.freeze([
  ['id', ({ collateralId }) => collateralId],
  ['title', ({ title }) => title],
  ['kind', ({ kind }) => kind],
  ['producer', ({ producer }) => producer?.name ?? null],
  ['version', ({ version }) => version],
  ['use', ({ use }) => use],
  ['quadrant', ({ quadrant }) => quadrant],
  ['views', ({ views }) => figure(views.metric)],
  ['views before', ({ views }) => (views.previous === null ? 'none' : figure(views.previous))],
  ['viewers', ({ viewers }) => figure(viewers)],
  ['reach', ({ reach }) => figure(reach)],
  ['rating', ({ rating }) => figure(rating)],
  ['rating low', ({ rating }) => rating.interval?.[0] ?? null],
  ['rating high', ({ rating }) => rating.interval?.[1] ?? null],
  ['ratings', ({ rating }) => rating.n],
  ['response rate', ({ responseRate }) => figure(responseRate)],
  ['last used on', ({ lastUsedOn }) => lastUsedOn],
  ['review by', ({ reviewBy }) => reviewBy],
  ['views since review', ({ viewsSinceReview }) => viewsSinceReview],
]);

/** First line of the table. */
export const csvHeader: string = csvLine(columns.map(([name]) => name));

/** Writes items as lines of CSV (RFC 4180), with the numbers of the screen. */
export function csvLines(items: readonly ItemInsight[]): string {
  return items.map((item) => csvLine(columns.map(([, cell]) => cell(item)))).join('');
}

// A figure without a value says why in its place: an empty cell would read as nothing.
function figure({ value, state }: Metric): Cell {
  return state === 'ok' ? value : state;
}
