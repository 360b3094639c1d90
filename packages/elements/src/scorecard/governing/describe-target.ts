import { measureDefinitions, type MeasureId, type Target } from '@collateral/sdk/contract';
import type { GoverningView } from './governing-view.js';

/** Says what a target asks for: its value with its direction. */
export function limitOf(
  { measure, value }: { readonly measure: MeasureId; readonly value: number },
  { strings, writeMeasure }: Pick<GoverningView, 'strings' | 'writeMeasure'>,
): string {
  const written = writeMeasure(measure, value);
  return measureDefinitions[measure].better === 'higher' ? strings.atLeast(written) : strings.atMost(written);
}

/** Says a target in one line: what it asks for, when, and who answers for it. */
export function lineOf(target: Target, view: GoverningView): string {
  const { strings, words, write } = view;
  const { from, until, owner } = target;
  const days = until === null ? strings.since(write.day(from)) : write.days(from, until);
  return words.targetLine(limitOf(target, view), days, owner);
}
