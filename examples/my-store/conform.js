// What `collateral-conform` and the test run the conformance kit against.
import { createMyStore } from './my-store.js';

/** @type {import('@collateral/server-adapter/conformance').Ability[]} */
export const abilities = ['reopen', 'crash'];

/** @param {{ place: string }} options a path nobody used before, or the one of a store to open again */
export function createStore({ place }) {
  return createMyStore({ path: place });
}
