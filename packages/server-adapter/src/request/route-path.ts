/**
 * Finds the part of a path that routes are matched on: from `/v1/` on.
 *
 * @param basePath - where the host mounted the handler; when absent, everything before the first `/v1/` is skipped.
 * @returns `/`, where no route is, when there is no such part.
 */
export function routePath(pathname: string, basePath: string | null): string {
  if (basePath !== null) return pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : '/';
  const start = pathname.indexOf('/v1/');
  return start === -1 ? '/' : pathname.slice(start);
}
