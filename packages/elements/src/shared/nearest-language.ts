import { isOnServer } from './on-server.js';

/**
 * Returns the language an element is in: the nearest `lang` (or the `locale` of a provider) on its ancestors, also
 * across shadow roots; the browser's language when nobody says. On a server an element knows nothing around it, and the
 * server's language is nobody's: there it is its own `lang`, else English.
 */
export function nearestLanguage(element: Element): string {
  for (let node: Element | null = element; node; node = parentOf(node)) {
    const locale = node.localName === 'collateral-provider' ? node.getAttribute('locale') : null;
    const language = locale ?? node.getAttribute('lang');
    if (language) return language;
  }
  return isOnServer ? 'en' : navigator.language;
}

function parentOf(element: Element): Element | null {
  if (isOnServer) return null;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
