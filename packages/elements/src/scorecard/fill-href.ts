/** Puts an id in the place of `{id}` in an address a page gave; empty stays empty. */
export function fillHref(href: string, id: string): string {
  return href.replace('{id}', () => encodeURIComponent(id));
}
