// node bench/mutation/run.mjs <subject> [sample] [seed]: plants Stryker's faults into the build of a subject, one at a time, and runs
// the browser tests that reach each in Chromium. Prints the score (faults found of faults planted) with its interval and every fault
// that was not found. All faults are switches in one copy of the build, so that nothing is built in between.
// Once before: npm --prefix bench/mutation install; npx tsc -b.
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const subjects = {
  rating: { package: 'elements', folders: ['rating'], tests: ['rating'] },
  outbox: { package: 'sdk', folders: ['outbox', 'delivery'], tests: ['outbox', 'delivery', 'interleavings'] },
};

const [name = 'rating', sample = '200', seed = '1'] = process.argv.slice(2);
const subject = subjects[name];
if (!subject) throw new Error(`There is no subject "${name}". Valid names: ${Object.keys(subjects).join(', ')}.`);
const root = join(import.meta.dirname, '../..');
const place = `packages/${subject.package}`;
const copy = join(root, place, '.cache');
const silent = { debug() {}, info() {}, isDebugEnabled: () => false };

await rm(copy, { recursive: true, force: true });
await cp(join(root, place, 'dist'), copy, { recursive: true });
await mkdir(join(copy, 'runs'));
const { mutants, sources } = await plant();
/** Paths from the copy, as `outbox/tiers.test.js`. */
const tests = (await filesIn(subject.tests)).filter((path) => path.endsWith('.test.js'));
const coverage = await findCoverage();
const chosen = choose(mutants, Number(sample));
const found = await run(chosen);
report();
await rm(copy, { recursive: true });

async function filesIn(/** @type {readonly string[]} */ folders) {
  const lists = folders.map(async (folder) => (await readdir(join(copy, folder))).map((file) => `${folder}/${file}`));
  return (await Promise.all(lists)).flat();
}

async function plant() {
  const paths = (await filesIn(subject.folders)).filter(
    (path) => path.endsWith('.js') && !/\.(test|fixture)\.js$|styles\.js$/.test(path),
  );
  const files = await Promise.all(
    paths.map(async (path) => ({
      name: join(copy, path),
      content: await readFile(join(copy, path), 'utf8'),
      mutate: true,
    })),
  );
  const instrumenter = instrumenterWith(silent);
  const result = await instrumenter.instrument(files, {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
    noHeader: false,
  });
  for (const { name, content } of result.files) await writeFile(name, content);
  const sources = new Map(files.map(({ name, content }) => [name, content]));
  return { mutants: result.mutants, sources };
}

/** The instrumenter is made for a container that injects its parts; it needs a logger only. */
function instrumenterWith(/** @type {object} */ logger) {
  const parts = {};
  const container = {
    provideValue(name, value) {
      parts[name] = value;
      return container;
    },
    injectClass: (Class) => new Class(logger, ...Class.inject.slice(1).map((name) => parts[name])),
  };
  return createInstrumenter(container);
}

/** Which test files reach which fault, from a run without any. It has to pass. */
async function findCoverage() {
  for (const path of tests) {
    await writeFile(
      join(copy, 'runs', `covers-${path.replaceAll('/', '-')}`),
      `globalThis.__stryker__ = {};
await import('../${path}');
after(() => fetch('/__covered?test=${path}', { method: 'POST', body: JSON.stringify(Object.keys(__stryker__.mutantCoverage?.static ?? {})) }));
`,
    );
  }
  const { failed, covered } = await browse('covers-*');
  if (failed.length > 0) throw new Error(`These fail without any fault: ${failed.join(', ')}`);
  return covered;
}

/** A sample without preference, the same for the same seed. */
function choose(all, count) {
  let state = Number(seed);
  const random = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const keys = new Map(all.map((one) => [one, random()]));
  return [...all].sort((one, other) => keys.get(one) - keys.get(other)).slice(0, count);
}

async function run(faults) {
  for (const { id } of faults) {
    const reaching = tests.filter((path) => coverage[path]?.includes(id));
    if (reaching.length === 0) continue;
    const imports = reaching.map((path) => `await import('../${path}');`).join('\n');
    await writeFile(
      join(copy, 'runs', `fault-${id}.test.js`),
      `globalThis.__stryker__ = { activeMutant: '${id}' };\n${imports}\n`,
    );
  }
  const { failed } = await browse('fault-*.test.js');
  return new Set(failed.map((name) => /fault-(\d+)/.exec(name)?.[1]));
}

async function browse(files) {
  const out = join(copy, 'runs', 'result.json');
  spawnSync(
    'wtr',
    ['--config', join(import.meta.dirname, 'web-test-runner.config.mjs'), '--files', `${place}/.cache/runs/${files}`],
    {
      cwd: root,
      env: { ...process.env, BROWSERS: 'chromium', RESULT: out },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  return JSON.parse(await readFile(out, 'utf8'));
}

function report() {
  const missed = chosen.filter(({ id }) => !found.has(id));
  const share = 1 - missed.length / chosen.length;
  const margin =
    1.96 * Math.sqrt((share * (1 - share)) / chosen.length) * Math.sqrt(1 - chosen.length / mutants.length);
  const percent = (value) => `${(100 * value).toFixed(1)} %`;
  console.log(
    `${name}: ${chosen.length - missed.length} of ${chosen.length} faults found (${mutants.length} possible): ${percent(share)} ± ${percent(margin)}`,
  );
  for (const { fileName, location, replacement, mutatorName, id } of missed) {
    const line = sources.get(fileName)?.split('\n')[location.start.line] ?? '';
    const reached = tests.some((path) => coverage[path]?.includes(id)) ? '' : ' (no test comes here)';
    console.log(
      `- ${fileName.slice(copy.length + 1)}:${location.start.line + 1} ${mutatorName}${reached}\n    ${line.trim()}\n    → ${replacement.replace(/\s+/g, ' ').slice(0, 160)}`,
    );
  }
}
