// Listens to what elements tell developers. It holds no tests of its own.
/* eslint-disable no-console -- the console is what is under test */

/** Returns what is warned about while something runs. */
export async function catchWarnings(run: () => unknown): Promise<string[]> {
  const warnings: string[] = [];
  const { warn } = console;
  console.warn = (message: string) => warnings.push(message);
  try {
    await run();
  } finally {
    console.warn = warn;
  }
  return warnings;
}
