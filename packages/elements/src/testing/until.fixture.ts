// Waits for what a test is about. It holds no tests of its own.

/** Resolves once a condition holds, looking again after every task; the test's own limit ends it when it never does. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve));
}
