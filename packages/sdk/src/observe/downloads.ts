import { marked } from './marked-elements.js';

/** Reports clicks on download links that are marked, or are in something marked, until the returned function is called. */
export function watchDownloads(root: Node & ParentNode, tell: (element: Element, click: Event) => void): () => void {
  const abort = new AbortController();
  const listener = (click: Event): void => {
    // A link may be in the shadow of a widget, where `target` no longer shows it. Innermost first.
    const path = click.composedPath().filter((target) => target instanceof Element);
    const link = path.findIndex((element) => element.matches('a[download]'));
    const element = link < 0 ? undefined : path.slice(link).find((outer) => outer.matches(marked));
    if (element) tell(element, click);
  };
  // Captured: widgets keep clicks from bubbling.
  root.addEventListener('click', listener, { capture: true, signal: abort.signal });
  return () => abort.abort();
}
