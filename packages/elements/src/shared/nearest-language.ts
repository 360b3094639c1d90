/**
 * Returns the language an element is in: the nearest `lang` (or the `locale` of a provider) on its ancestors, also
 * across shadow roots; the browser's language when nobody says.
 */
export function nearestLanguage(element: Element): string {
  for (let node: Element | null = element; node; node = parentOf(node)) {
    const locale = node.localName === 'collateral-provider' ? node.getAttribute('locale') : null;
    const language = locale ?? node.getAttribute('lang');
    if (language) return language;
  }
  return navigator.language;
}

function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
