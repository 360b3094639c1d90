// npm run proof [names …]: the long proofs. Each scripts/NAME.proof.mjs lists cases; a case that has passed at this commit is
// not run again, so a proof can be stopped and resumed. Results go to docs/proofs/NAME.json.
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { runOrStop } from './processes.mjs';

/** @typedef {{name: string, run(): Promise<string>}} ProofCase `run` returns what was seen, or throws */

const available = (await readdir('scripts')).flatMap((file) => /^(.+)\.proof\.mjs$/.exec(file)?.[1] ?? []);
const names = process.argv.length > 2 ? process.argv.slice(2) : available;
const unknown = names.find((name) => !available.includes(name));
if (unknown) stop(`There is no proof "${unknown}". Valid names: ${available.join(', ')}.`);

const commit = git('rev-parse', 'HEAD');
// The results themselves may be uncommitted: they are what a proof writes.
const changes = git('status', '--porcelain', '--', '.', ':!docs/proofs');
if (changes) stop(`Commit first: a proof is about a commit, and these files are not in one.\n${changes}`);
await runOrStop('build:cdn');
await mkdir('docs/proofs', { recursive: true });

let failed = 0;
for (const name of names) {
  const file = `docs/proofs/${name}.json`;
  const earlier = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
  /** @type {{commit: string, machine: object, cases: Record<string, {passed: boolean, seen: string}>}} */
  const result = { commit, machine: machine(), cases: earlier.commit === commit ? earlier.cases : {} };
  /** @type {{cases: readonly ProofCase[]}} */
  const { cases } = await import(`./${name}.proof.mjs`);
  for (const proof of cases) {
    if (!result.cases[proof.name]?.passed) {
      result.cases[proof.name] = await proof.run().then(
        (seen) => ({ passed: true, seen }),
        (error) => ({ passed: false, seen: String(error) }),
      );
      await writeFile(file, `${JSON.stringify(result, null, 2)}\n`);
    }
    const { passed, seen } = result.cases[proof.name] ?? { passed: false, seen: '' };
    if (!passed) failed += 1;
    console.log(`${passed ? '✓' : '✗'} ${name}: ${proof.name}${passed ? '' : `\n    ${seen}`}`);
  }
}
console.log(failed === 0 ? 'All proofs hold.' : `${failed} cases failed.`);
process.exit(failed === 0 ? 0 : 1);

function machine() {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
  };
}

/** @param {string[]} words */
function git(...words) {
  return execFileSync('git', words, { encoding: 'utf8' }).trim();
}

/** @param {string} message */
function stop(message) {
  console.error(message);
  process.exit(2);
}
