const warned = new Set<string>();

/**
 * Warns in the console about a mistake of the page, once per page however many elements make it.
 *
 * @param code name of the problem, a heading in docs/errors.md
 * @param message what is wrong and how to mend it
 * @param problem what makes two warnings one, where they differ in words only
 */
export function warnOnce(code: string, message: string, problem: string = message): void {
  if (warned.has(code + problem)) return;
  warned.add(code + problem);
  // eslint-disable-next-line no-console -- the one place where elements speak to developers
  console.warn(`[collateral] ${code}: ${message} See docs/errors.md#${code}`);
}
