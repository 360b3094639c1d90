import type { Tab } from './platform.js';

/** Creates what this tab tells and keeps. Without a page it tells and keeps nothing. */
export function createBrowserTab(): Tab {
  const hasPage = typeof document !== 'undefined';
  return {
    isBusy: () => hasPage && (document.fullscreenElement !== null || isTextField(focusedElement())),
    // Not the origin's storage: who shares a device later finds nothing of those before.
    keptText(name) {
      try {
        return hasPage ? sessionStorage.getItem(name) : null;
      } catch {
        // Sandboxed frames and some settings refuse it; then a draft lives as long as its field.
        return null;
      }
    },
    keepText(name, text) {
      try {
        if (text === null) sessionStorage.removeItem(name);
        else sessionStorage.setItem(name, text);
      } catch {
        // As above, or it is full.
      }
    },
  };
}

/** The element with the focus, also inside open shadow roots. */
function focusedElement(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

function isTextField(element: Element | null): boolean {
  const notTyped = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'];
  if (element instanceof HTMLInputElement) return !notTyped.includes(element.type);
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLElement && element.isContentEditable);
}
