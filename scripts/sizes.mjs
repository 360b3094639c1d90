// npm run sizes: measures the bundles and writes the table in the README. With --check it only compares.
import { readFile, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';

const marks = ['<!-- sizes -->', '<!-- /sizes -->'];
const tolerance = 0.02;

// It ends with 1 when a bundle is over its budget; the list is printed all the same.
const { stdout, stderr, error } = spawnSync('size-limit', ['--json'], { encoding: 'utf8' });
if (error ?? !stdout.trimStart().startsWith('['))
  throw new Error(`size-limit gave no sizes: ${stderr}`, { cause: error });
/** @type {{name: string, size: number, sizeLimit: number, passed: boolean}[]} */
const sizes = JSON.parse(stdout);
for (const { name, size, sizeLimit, passed } of sizes) {
  if (passed) continue;
  console.error(
    `${name}: ${kilobytes(size)} kB is over the budget of ${kilobytes(sizeLimit)} kB. Make it smaller; raise the budget in .size-limit.json only with a reason in the commit.`,
  );
  process.exit(1);
}

const readme = await readFile('README.md', 'utf8');
const [before, rest] = readme.split(marks[0] ?? '');
const [written, after] = rest?.split(marks[1] ?? '') ?? [];
if (before === undefined || written === undefined || after === undefined)
  throw new Error(`README.md has no ${marks.join(' … ')}.`);
if (process.argv.includes('--check')) compare(written);
else await writeFile('README.md', `${before}${marks[0]}\n\n${table()}\n\n${marks[1]}${after}`);

function table() {
  const rows = sizes.map(({ name, size, sizeLimit }) => [name, `${kilobytes(size)} kB`, `${kilobytes(sizeLimit)} kB`]);
  const cells = [['Bundle', 'Brotli', 'Budget'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (/** @type {string[]} */ row) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(cells[0] ?? []), rule, ...rows.map(line)].join('\n');
}

/** @param {string} text the table as it stands in the README */
function compare(text) {
  for (const { name, size } of sizes) {
    const stated = Number(
      new RegExp(`${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} *\\| ([\\d.]+) kB`).exec(text)?.[1],
    );
    if (Math.abs(stated * 1000 - size) <= size * tolerance) continue;
    console.error(`README.md says ${stated} kB for "${name}", measured ${kilobytes(size)} kB. Run: npm run sizes`);
    process.exit(1);
  }
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return (bytes / 1000).toFixed(2);
}
