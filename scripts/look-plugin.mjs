// What tests need of an engine beside the runner's own commands, through the Chrome DevTools protocol. Other engines
// answer false, and the test says that it was skipped.

/** @typedef {{role?: string, name?: string, properties: Record<string, unknown>}} AccessibleNode */

/** The session that emulates media features of a page. @type {WeakMap<object, any>} */
const emulators = new WeakMap();

/**
 * Commands: `accessibility-tree` gives the tree assistive technology sees; `emulate` sets media features and the zoom.
 *
 * @returns {import('@web/test-runner-core').TestRunnerPlugin}
 */
export function lookPlugin() {
  return {
    name: 'look',
    async executeCommand({ command, payload, session }) {
      if (command !== 'accessibility-tree' && command !== 'emulate' && command !== 'picture') return undefined;
      if (session.browser.name !== 'chromium') return false;
      /** @type {any} */
      const browser = session.browser;
      const page = browser.getPage(session.id);
      if (command === 'picture') return readPicture(page, payload);
      if (command === 'emulate') {
        // Emulation ends with the session that asked for it, and only that one can take it back: pages are used again by other files.
        const emulator = emulators.get(page) ?? (await page.createCDPSession());
        emulators.set(page, emulator);
        await emulator.send('Emulation.setEmulatedMedia', { features: payload });
        return true;
      }
      const devtools = await page.createCDPSession();
      try {
        return await readTree(devtools);
      } finally {
        await devtools.detach();
      }
    },
  };
}

/**
 * @param {any} devtools
 * @returns {Promise<AccessibleNode[]>}
 */
async function readTree(devtools) {
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  return nodes
    .filter((/** @type {any} */ node) => !node.ignored)
    .map((/** @type {any} */ { role, name, properties = [] }) => ({
      role: role?.value,
      name: name?.value,
      properties: Object.fromEntries(properties.map((/** @type {any} */ { name, value }) => [name, value.value])),
    }));
}

/**
 * @param {any} page
 * @param {unknown} clip
 * @returns {Promise<string>}
 */
async function readPicture(page, clip) {
  return page.screenshot({ clip, encoding: 'base64' });
}
