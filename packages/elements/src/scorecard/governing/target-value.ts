import type { MeasureDefinition } from '@collateral/sdk/contract';

/** Between what a target may be, as it is typed; the ends are no targets: a share can't be shown to be 0 % or 100 %. */
const ends: Readonly<Record<MeasureDefinition['unit'], readonly [low: number, high: number]>> = {
  share: [0, 100],
  days: [0, 365],
  points: [-4, 4],
};

/** Gives the ends between which the value of a unit may be typed. */
export function valueEnds(unit: MeasureDefinition['unit']): readonly [low: number, high: number] {
  return ends[unit];
}

/** Writes a value as it is typed: shares in percent. */
export function typedValue(value: number, unit: MeasureDefinition['unit']): string {
  return String(unit === 'share' ? Number((value * 100).toFixed(6)) : value);
}

/** Reads what was typed, with a comma or a point and in any digits; undefined when it is no number or out of bounds. */
export function parseValue(text: string, unit: MeasureDefinition['unit']): number | undefined {
  const plain = Array.from(text.trim(), plainSign).join('').replace(/\s*%$/, '');
  const typed = Number(plain);
  const [low, high] = ends[unit];
  if (!/^[-+]?\d+(?:\.\d+)?$/.test(plain) || typed <= low || typed >= high) return undefined;
  return unit === 'share' ? Number((typed / 100).toFixed(8)) : typed;
}

/** Zero of the digits people type: Arabic, Persian, and those as wide as a Chinese sign. */
const zeros: readonly number[] = [0x660, 0x6f0, 0xff10];

function plainSign(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const zero = zeros.find((first) => code >= first && code < first + 10);
  if (zero !== undefined) return String(code - zero);
  if (/[,.٫．，]/.test(sign)) return '.';
  if (/[%٪％]/.test(sign)) return '%';
  // The signs of minus that copied figures have.
  return sign === '\u2212' || sign === '－' ? '-' : sign;
}
