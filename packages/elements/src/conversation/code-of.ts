/** The documented code of an error; `server-failed` when it carries none. Told by its field: a page may hold two copies of the SDK. */
export function codeOf(error: unknown): string {
  const { code } = Object(error) as { readonly code?: unknown };
  return typeof code === 'string' ? code : 'server-failed';
}
