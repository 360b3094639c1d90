/**
 * The same client for pages that bring their own way of sending: without ky, a quarter smaller.
 *
 * @module
 */
export { createClientWithSend as createClient, type CoreOptions } from './create-client-with-send.js';
export type { Send } from './transport/http-transport.js';
export type { Client } from './client.js';
