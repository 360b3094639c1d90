const formats = new Map<string, Intl.NumberFormat>();

/**
 * Writes a number the way its readers do: `3,9` in German.
 *
 * @param digits digits after the decimal point
 */
export function formatNumber(value: number, language: string, digits = 0): string {
  // Loading an engine's data for numbers takes tens of milliseconds, and the points of an English rating need none.
  if (digits === 0 && Number.isInteger(value) && Math.abs(value) < 1_000 && /^en(-[a-z]{2})?$/i.test(language))
    return String(value);
  const key = `${language} ${digits}`;
  let format = formats.get(key);
  if (!format) {
    format = createFormat(language, digits);
    formats.set(key, format);
  }
  return format.format(value);
}

function createFormat(language: string, digits: number): Intl.NumberFormat {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  try {
    return new Intl.NumberFormat(language, options);
  } catch {
    // A page may carry a `lang` that is no language tag ("en_US"); a number in the browser's own style is better than none.
    return new Intl.NumberFormat(undefined, options);
  }
}
