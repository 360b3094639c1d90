const formats = new Map<string, Intl.NumberFormat>();

/**
 * Writes a number the way its readers do: `3,9` in German.
 *
 * @param digits digits after the decimal point
 */
export function formatNumber(value: number, language: string, digits = 0): string {
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
