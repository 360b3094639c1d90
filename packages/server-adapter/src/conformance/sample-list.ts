import type { Fact } from '../store/fact.js';
import { sampleFact } from './sample-fact.js';

/** Makes the samples of some numbers, all with the same changes. */
export function sampleList(numbers: readonly number[], changes: Partial<Fact> = {}): readonly Fact[] {
  return numbers.map((number) => sampleFact(number, changes));
}

/** Gives the numbers from `first` on, `count` of them. */
export function numbersFrom(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
