/**
 * Helps to test pages that use the SDK: a client without disk, network and waiting.
 *
 * @module
 */
export { createLoopback, problem, reply } from './loopback.js';
export type { Answerer, Loopback, LoopbackBody, LoopbackRequest } from './loopback.js';
export { createManualPlatform, type ManualPlatform } from './manual-platform.js';
export { createTestClient, type TestClient, type TestClientOptions } from './create-test-client.js';
export { nextSignal } from './next-signal.js';
