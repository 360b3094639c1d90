import type { CSSResult } from 'lit';

/** Brings a look into an element, once. */
export function wear(root: HTMLElement | DocumentFragment, styles: readonly CSSResult[]): void {
  if (!(root instanceof ShadowRoot)) return;
  const worn = root.adoptedStyleSheets;
  worn.push(...styles.flatMap(({ styleSheet }) => (styleSheet && !worn.includes(styleSheet) ? styleSheet : [])));
}
