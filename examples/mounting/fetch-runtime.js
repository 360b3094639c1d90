// A runtime whose servers are an object with `fetch`: Cloudflare Workers, Deno, Bun. The module's default export would be this object.

/** @param {import('@collateral/server-adapter').Handler} handler */
export function createWorker(handler) {
  return {
    /** @param {Request} request */
    async fetch(request) {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/collateral/')) return handler(request);
      return new Response('The rest of the host answers here.', { status: pathname === '/' ? 200 : 404 });
    },
  };
}
