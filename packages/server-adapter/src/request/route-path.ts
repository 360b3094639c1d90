/**
 * Finds the part of a path that routes are matched on: from `/v1/` on.
 *
 * @param basePath - where the host mounted the handler; when absent, everything before the first `/v1/` is skipped.
 * @returns the empty string when the path lies outside of the base path.
 */
export function routePath(pathname: string, basePath: string | null): string {
  if (basePath !== null) return pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : '';
  const start = pathname.indexOf('/v1/');
  return start === -1 ? '' : pathname.slice(start);
}
