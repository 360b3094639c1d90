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
    if (value === '' || value.length > 2_000)
      throw new CollateralError('invalid-query', `${name} must be a text of 1 to 2000 characters, got ${show(value)}.`);
    given.set(name, value);
  }
  return given;
}

function show(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}
