// What only the engine knows: the accessibility tree, media features, pixels. It holds no tests of its own.
import { executeServerCommand } from '@web/test-runner-commands';

/** One node of the tree assistive technology sees. */
export interface AccessibleNode {
  readonly role: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Returns the page's accessibility tree without ignored nodes, or false where the engine does not tell. */
export function readAccessibilityTree(): Promise<AccessibleNode[] | false> {
  return executeServerCommand('accessibility-tree');
}

/** Sets media features such as `forced-colors`; none takes them back. Returns whether the engine did. @public */
export async function emulate(features: Readonly<Record<string, string>> = {}): Promise<boolean> {
  const list = Object.entries(features).map(([name, value]) => ({ name, value }));
  return (await executeServerCommand('emulate', list)) === true;
}
