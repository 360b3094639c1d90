import type { CSSResult } from 'lit';
import { cardStyles } from './card-styles.js';
import { formStyles } from './form-styles.js';
import { threadStyles } from './thread-styles.js';

/** Brings a look into an element. */
export function wear(root: HTMLElement | DocumentFragment, styles: readonly CSSResult[]): void {
  if (root instanceof ShadowRoot) root.adoptedStyleSheets.push(...styles.flatMap(({ styleSheet }) => styleSheet ?? []));
}

/** The look of suggestions, inbox and notices. */
export const conversationStyles: readonly CSSResult[] = [cardStyles, threadStyles, formStyles];
