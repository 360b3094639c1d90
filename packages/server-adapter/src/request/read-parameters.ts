import { CollateralError } from '@collateral/sdk/contract';

/**
 * Reads the parameters of the query string.
 *
 * @throws CollateralError `invalid-query` naming the parameter: a misspelt filter must not look like one that found everything.
 */
export function readParameters({ url }: Request, names: readonly string[]): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const [name, value] of new URL(url).searchParams) {
    if (!names.includes(name))
      throw new CollateralError(
        'invalid-query',
        `There is no parameter ${show(name)} here. There are ${names.join(', ')}.`,
      );
    if (given.has(name))
      throw new CollateralError('invalid-query', `${name} must be given once. Leave the others out.`);
    // Not every database can hold the character NUL: without this it would say that it is out of order.
    if (value === '' || value.length > 2_000 || value.includes('\0'))
      throw new CollateralError(
        'invalid-query',
        `${name} must be a text of 1 to 2000 characters without NUL, got ${show(value)}.`,
      );
    given.set(name, value);
  }
  return given;
}

function show(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}
