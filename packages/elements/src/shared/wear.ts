import type { CSSResult } from 'lit';

/** Brings a look into an element. */
export function wear(root: HTMLElement | DocumentFragment, styles: readonly CSSResult[]): void {
  if (root instanceof ShadowRoot) root.adoptedStyleSheets.push(...styles.flatMap(({ styleSheet }) => styleSheet ?? []));
}
