import type { ItemReference } from '../record/record-input.js';

/** The attributes that mark an element as showing an item. */
export const markNames: string[] = ['data-collateral-id', 'data-collateral-version'];

/** Selects marked elements. */
export const marked = '[data-collateral-id]';

/** Returns the item an element is marked with. */
export function itemOf(element: Element): ItemReference {
  const version = element.getAttribute('data-collateral-version');
  return { collateralId: element.getAttribute('data-collateral-id') ?? '', ...(version !== null && { version }) };
}

/** Returns a node, if it is marked, and the marked elements below it if they are wanted. */
export function markedElements(node: Node & ParentNode, isDeep: boolean): readonly Element[] {
  const own = node instanceof Element && node.matches(marked) ? [node] : [];
  return isDeep ? [...own, ...node.querySelectorAll(marked)] : own;
}
