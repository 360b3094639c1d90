import { isOnServer } from './on-server.js';

/**
 * Returns the name a page gave an element: `aria-labelledby`, `aria-label`, its `label` property, else its `<label>`s;
 * an empty string when it gave none.
 *
 * @param labels the form labels of the element (`internals.labels`)
 */
export function accessibleName(element: HTMLElement & { label: string }, labels: Iterable<Node>): string {
  const sources = [
    textOf(element.ariaLabelledByElements ?? referenced(element)),
    element.getAttribute('aria-label'),
    element.label,
    textOf(labels),
  ];
  return sources.find((source) => source?.trim())?.trim() ?? '';
}

/** For browsers without `ariaLabelledByElements` (before 2025). A server doesn't see what is around an element. */
function referenced(element: HTMLElement): Element[] {
  if (isOnServer) return [];
  const root = element.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return [];
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  return ids.flatMap((id) => root.getElementById(id) ?? []);
}

function textOf(nodes: Iterable<Node>): string {
  return Array.from(nodes, (node) => node.textContent?.trim() ?? '')
    .join(' ')
    .trim();
}
