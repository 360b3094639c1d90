import { jsonReply } from '../request/json-reply.js';
import type { Route } from './route.js';

/** Makes the route that describes all routes in OpenAPI 3.1. What writes the document is loaded when somebody asks for it. */
export function openapiOf(routes: () => readonly Route[]): Route {
  return {
    method: 'GET',
    path: '/v1/openapi.json',
    audience: 'anybody',
    async answer() {
      const { openApiDocument } = await import('../openapi/openapi-document.js');
      return jsonReply(openApiDocument(routes()));
    },
  };
}
