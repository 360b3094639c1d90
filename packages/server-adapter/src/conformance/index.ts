/**
 * The conformance kit: run it against your own store before you trust it with events.
 *
 * @module
 */
export type { CreateStore, StoreCase } from './store-case.js';
export { storeCases } from './store-cases.js';
