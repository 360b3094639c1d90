import { expect } from 'chai';
import { parseValue, typedValue } from './target-value.js';

describe('the value of a target', () => {
  const typed: readonly [text: string, unit: 'share' | 'days' | 'points', value: number | undefined][] = [
    ['80', 'share', 0.8],
    [' 62,5 % ', 'share', 0.625],
    ['0.1', 'share', 0.001],
    ['٨٠٫٥', 'share', 0.805],
    ['８０', 'share', 0.8],
    ['100', 'share', undefined],
    ['0', 'share', undefined],
    ['1,000', 'days', 1],
    ['5', 'days', 5],
    ['366', 'days', undefined],
    ['−0.2', 'points', -0.2],
    ['0.3', 'points', 0.3],
    ['', 'points', undefined],
    ['1e2', 'days', undefined],
    ['five', 'days', undefined],
  ];
  for (const [text, unit, value] of typed)
    it(`reads “${text}” as ${value} ${unit}`, () => expect(parseValue(text, unit)).to.equal(value));

  it('writes shares in percent, and what it writes it reads', () => {
    for (const value of [0.8, 0.625, 0.07, 0.005]) {
      expect(parseValue(typedValue(value, 'share'), 'share')).to.equal(value);
    }
    expect(typedValue(0.07, 'share')).to.equal('7');
    expect(typedValue(-0.25, 'points')).to.equal('-0.25');
  });
});
