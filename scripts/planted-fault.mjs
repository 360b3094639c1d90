// How a planted fault of `npm run proof gates` is written down: the gate, the fault, the file, how to plant it, what the gate says.

/**
 * @typedef {[gate: string, fault: string, file: string, plant: (before: string) => string, expected: RegExp]} PlantedFault
 */

export const serverFile = 'packages/server-adapter/src/planted.ts';
export const sdkFile = 'packages/sdk/src/planted.ts';
export const elementsFile = 'packages/elements/src/planted.ts';
export const add = (/** @type {string} */ text) => () => text;
export const append = (/** @type {string} */ text) => (/** @type {string} */ before) => `${before}\n${text}\n`;
export const edit =
  (/** @type {string | RegExp} */ from, /** @type {string} */ to) => (/** @type {string} */ before) => {
    const after = before.replace(from, to);
    if (after === before) throw new Error(`The planted fault no longer fits: ${from}`);
    return after;
  };
