// Finds the code samples of all documents, for the tests that compile and run them as they are printed.
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * @typedef {object} Sample
 * @property {string} page the document, from the root of the repository
 * @property {number} line where it stands
 * @property {string} language as written behind the fence
 * @property {string} code
 * @property {string} file a name for it: the one its first line gives (`// conform.js`), else one made of its line
 */

/** Every document a reader of the repository or of a package may open. The generated reference is not among them. */
export const pages = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'],
  ...['sdk', 'elements', 'server-adapter'].map((name) => `packages/${name}/README.md`),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !path.startsWith('reference'))
    .map((path) => join('docs', path))
    .sort(),
];

/**
 * Reads the samples of all documents, in the order they are printed.
 *
 * @returns {Promise<Sample[]>}
 */
export async function readSamples() {
  return (await Promise.all(pages.map(async (page) => samplesOf(page, await readFile(page, 'utf8'))))).flat();
}

/**
 * Tells whether a script is meant for a server; the others are for a page.
 *
 * @param {Sample} sample
 */
export function isForNode({ page, code }) {
  if (/@collateral\/server-adapter|@lit-labs\/ssr/.test(code)) return true;
  return !/@collateral\/(sdk|elements)/.test(code) && !/send-events|elements\//.test(page);
}

/** @param {string} page @param {string} text @returns {Sample[]} */
function samplesOf(page, text) {
  return [...text.matchAll(/^( *)```(\w+)\n(.*?)^ *```$/gms)].map(
    ({ index, 1: indent = '', 2: language = '', 3: body = '' }) => {
      const line = text.slice(0, index).split('\n').length;
      const code = body.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
      const [, named] = /^\/\/ ([\w-]+\.js)\n/.exec(code) ?? [];
      return { page, line, language, code, file: named ?? `line-${line}.${language === 'ts' ? 'ts' : 'js'}` };
    },
  );
}
