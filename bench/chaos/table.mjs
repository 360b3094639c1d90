// node bench/chaos/table.mjs: writes the table of docs/chaos.md from docs/proofs/chaos.json.
import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { peers } from './bundle.mjs';
import { scenarios } from './scenarios.mjs';

const { cases } = JSON.parse(await readFile('docs/proofs/chaos.json', 'utf8'));
const columns = [
  ['ours', 'ours | chromium'],
  ['ours, Firefox', 'ours | firefox'],
  ['ours, WebKit', 'ours | webkit'],
  ...peers.map((peer) => [peer, `${peer} | chromium`]),
];

/** @param {string} scenario @param {string} column */
function cell(scenario, column) {
  const [sender, engine] = column.split(' | ');
  const result = cases[`${scenario} | ${engine} | ${sender}`];
  if (!result) return '';
  const seen = /** @type {{delivered: number, sentAgain: number, countedTwice: number, requests: number}[]} */ (
    JSON.parse(result.seen.replace(/^Error: /, ''))
  );
  const [least, most] = extremes(seen.map(({ delivered }) => delivered));
  const [, again] = extremes(seen.map(({ sentAgain }) => sentAgain));
  const [, requests] = extremes(seen.map((each) => each.requests));
  const times = seen.length > 1 ? ` ×${seen.length}` : '';
  const isOurs = sender === 'ours';
  return `${least === most ? least : `${least} to ${most}`}${again > 0 && !isOurs ? ` +${again}` : ''}, ${requests}r${times}`;
}

/** @param {number[]} numbers */
function extremes(numbers) {
  return [Math.min(...numbers), Math.max(...numbers)];
}

const rows = scenarios.map(({ name, expected }) => [
  name,
  String(expected),
  ...columns.map(([, column]) => cell(name, column ?? '')),
]);
const head = ['scenario', 'of', ...columns.map(([title]) => title)];
const table = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const page = await readFile('docs/chaos.md', 'utf8');
const [before, rest = ''] = page.split('<!-- chaos -->');
const after = rest.split('<!-- /chaos -->')[1] ?? '';
const written = `${before}<!-- chaos -->\n\n${table}\n\n<!-- /chaos -->${after}`;
await writeFile('docs/chaos.md', await format(written, { parser: 'markdown', printWidth: 130 }));
