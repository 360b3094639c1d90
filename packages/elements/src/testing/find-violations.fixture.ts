// Asks axe about an element. It holds no tests of its own.
import 'axe-core/axe.min.js';
import type { AxeResults, RunOptions } from 'axe-core';

declare global {
  var axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };
}

/** Returns the rules an element breaks, with the reason. */
export async function findViolations(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, { resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.failureSummary).join('; ')}`);
}
