// The parts of the test suite, found in the tree: every package, and every folder directly below its `src`.
import { existsSync, readdirSync } from 'node:fs';

/** @typedef {{name: string, runner: 'browser' | 'node', files: string[]}} Part */

const roots = /** @type {const} */ ([
  { name: 'sdk', folder: 'packages/sdk', runner: 'browser' },
  { name: 'elements', folder: 'packages/elements', runner: 'browser' },
  { name: 'server-adapter', folder: 'packages/server-adapter', runner: 'node' },
]);

/** @returns {Part[]} */
export function listParts() {
  /** @type {Part[]} */
  const parts = [
    { name: 'journeys', runner: 'browser', files: ['journeys/dist/*.test.js'] },
    { name: 'end-to-end', runner: 'node', files: ['journeys/end-to-end/*.test.mjs'] },
    { name: 'scripts', runner: 'node', files: ['scripts/*.test.mjs'] },
    { name: 'examples', runner: 'node', files: ['examples/*/*.test.js'] },
  ];
  for (const { name, folder, runner } of roots) {
    parts.push({ name, runner, files: [`${folder}/dist/**/*.test.js`] });
    if (!existsSync(`${folder}/src`)) continue;
    for (const entry of readdirSync(`${folder}/src`, { withFileTypes: true })) {
      if (entry.isDirectory() && hasTests(`${folder}/src/${entry.name}`)) {
        parts.push({ name: entry.name, runner, files: [`${folder}/dist/${entry.name}/**/*.test.js`] });
      }
    }
  }
  return parts;
}

/**
 * Reads the PARTS variable.
 *
 * @param {string | undefined} value comma-separated part names; none means all
 */
export function namedParts(value) {
  return (value ?? '').split(',').filter(Boolean);
}

/** @param {string} folder */
function hasTests(folder) {
  return readdirSync(folder).some((name) => name.endsWith('.test.ts'));
}

/**
 * Returns the test files of the named parts, or of all when none is named.
 *
 * @param {readonly string[]} names
 * @returns {{browser: string[], node: string[]}}
 */
export function chosenFiles(names) {
  const parts = listParts();
  const wanted =
    names.length > 0 ? names : ['sdk', 'elements', 'server-adapter', 'journeys', 'end-to-end', 'scripts', 'examples'];
  /** @type {{browser: string[], node: string[]}} */
  const files = { browser: [], node: [] };
  for (const name of wanted) {
    const matching = parts.filter((part) => part.name === name);
    if (matching.length === 0) {
      const valid = [...new Set(parts.map((part) => part.name))].sort().join(', ');
      throw new Error(`There is no part "${name}". Valid names: ${valid}.`);
    }
    for (const part of matching) files[part.runner].push(...part.files);
  }
  return files;
}
