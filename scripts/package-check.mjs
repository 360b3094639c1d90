// Packs each package and checks the tarball as its users get it: publint (strict), @arethetypeswrong/cli, and a project that uses it.
import { mkdir, rm } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { readFile } from 'node:fs/promises';
import { useAsConsumer } from './package-consumer.mjs';
import { run } from './processes.mjs';

const folder = '.cache/packed';
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
let hasProblems = false;
/** @type {Map<string, string>} */
const tarballs = new Map();

for (const name of ['sdk', 'elements', 'server-adapter']) {
  const source = `packages/${name}`;
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', `./${source}`, '--json', '--pack-destination', folder], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  const tarball = `${folder}/${packed.filename}`;
  tarballs.set(name, tarball);
  const tests = packed.files.filter((/** @type {{path: string}} */ { path }) =>
    /\.(test|fixture)\.|tsbuildinfo|\/mutants\//.test(path),
  );
  if (tests.length > 0)
    fail(`${tarball} carries tests: ${tests.map((/** @type {{path: string}} */ { path }) => path).join(', ')}`);
  const bytes = await readFile(tarball);
  const { messages, pkg } = await publint({
    strict: true,
    pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) },
  });
  for (const message of messages) fail(`publint ${name}: ${formatMessage(message, pkg)}`);
  // ESM only is a decision, and the CDN file has no types on purpose.
  const code = await run('attw', [
    tarball,
    '--profile',
    'esm-only',
    '--format',
    'ascii',
    '--quiet',
    ...(name === 'elements' ? ['--exclude-entrypoints', 'cdn', 'cdn/mount'] : []),
  ]);
  if (code !== 0) fail(`@arethetypeswrong/cli ${name}: see above`);
}
for (const problem of await useAsConsumer(`${folder}/consumer`, tarballs)) fail(problem);
process.exit(hasProblems ? 1 : 0);

/** @param {string} message */
function fail(message) {
  console.error(message);
  hasProblems = true;
}
