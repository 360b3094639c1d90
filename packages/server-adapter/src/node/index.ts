/**
 * Mounts a handler on node:http, Express, Fastify or Koa.
 *
 * @module
 */
export { toNodeListener, type NodeListener, type NodeListenerOptions } from './to-node-listener.js';
